/** How a format is read: element by element, into a document. */
import type { Lang } from '../../text/article';
import type { ExchangeDocument, ExchangeUnit } from './document';
import type { ExchangeFailure } from './failure';
import type { XmlReader } from './xml';

/** Reads the children of a root element that it was made for. */
export interface FormatReader extends Omit<XmlReader, 'whole'> {
	/** What was read; a failure where the whole makes no sense. */
	end(): ExchangeDocument | ExchangeFailure;
}

/** The elements of all formats that hold one unit each, and TMX’s properties of the whole. */
export const wholeElements: ReadonlySet<string> = new Set(['unit', 'trans-unit', 'tu', 'prop']);

/** Which languages to read, where a file has more than two. */
export interface ReadOptions {
	readonly source?: Lang;
	readonly target?: Lang;
}

/** A language tag as this project writes it: `EN-us` and `en_US` are `en-US`. Null for no tag. */
export function langOf(raw: string | undefined): Lang | null {
	const [first = '', ...rest] = (raw ?? '').trim().replaceAll('_', '-').split('-');
	const tag = [first.toLowerCase(), ...rest.map((part) => tagged(part))].join('-');
	return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : null;
}

const tagged = (part: string): string =>
	part.length === 2 ? part.toUpperCase() : part.toLowerCase();

/** Whether texts in these languages may stand for each other: `sv` and `sv-FI`, not `sv` and `en`. */
export const sameLanguage = (a: Lang, b: Lang): boolean => a.split('-')[0] === b.split('-')[0];

export function documentOf(
	article: string | null,
	source: Lang | null,
	target: Lang | null,
	units: readonly ExchangeUnit[]
): ExchangeDocument | ExchangeFailure {
	if (units.length === 0) return { kind: 'nothing' };
	const missing = source === null ? 'source' : target === null ? 'target' : null;
	if (source === null || target === null)
		return { kind: 'invalid', place: 'the file', message: `its ${missing} language is not said` };
	return { article, original: { lang: source }, translated: { lang: target }, units };
}
