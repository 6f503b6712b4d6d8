/** The interface of the format readers: they read a file element by element into a document. */
import type { Lang } from '../../text/article';
import type { ExchangeDocument, ExchangeUnit } from './document';
import type { ExchangeFailure } from './failure';
import type { XmlReader } from './xml';

/** Reads the children of a root element that it was made for. */
export interface FormatReader extends Omit<XmlReader, 'whole'> {
	/** Returns the document; a failure if the whole is invalid. */
	end(): ExchangeDocument | ExchangeFailure;
}

/** The elements of all formats that hold one unit each, and TMX’s properties of the whole. */
export const wholeElements: ReadonlySet<string> = new Set(['unit', 'trans-unit', 'tu', 'prop']);

/** The languages to read, if a file has more than two. */
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
	units: readonly ExchangeUnit[],
	otherLanguages: readonly string[] = []
): ExchangeDocument | ExchangeFailure {
	if (units.length === 0) return { kind: 'nothing' };
	const missing = source === null ? 'source' : target === null ? 'target' : null;
	if (source === null || target === null)
		return { kind: 'invalid', place: 'the file', message: `its ${missing} language is not said` };
	const others = otherLanguages.length > 0 ? { otherLanguages } : {};
	return { article, original: { lang: source }, translated: { lang: target }, units, ...others };
}

interface UnitOfLanguages {
	readonly unit: ExchangeUnit;
	readonly source: Lang | null;
	readonly target: Lang | null;
}

/**
 * The units of a file with several parts, each from and into languages of its own. One pair of
 * languages is read: the one asked for, else the first.
 */
export class UnitsByLanguage {
	readonly #all: UnitOfLanguages[] = [];

	constructor(readonly asked: ReadOptions) {}

	add(unit: ExchangeUnit, source: Lang | null, target: Lang | null): void {
		this.#all.push({ unit, source, target });
	}

	/** Returns the units of the chosen languages, and the texts of the others. */
	chosen() {
		const source = this.#lang('source');
		const target = this.#lang('target');
		const fits = (one: Lang | null, lang: Lang | null) =>
			one === null || lang === null || sameLanguage(one, lang);
		const isChosen = (one: UnitOfLanguages) => fits(one.source, source) && fits(one.target, target);
		return {
			source,
			target,
			chosen: this.#all.filter(isChosen).map(({ unit }) => unit),
			others: this.#all.filter((one) => !isChosen(one)).flatMap(({ unit }) => unit.text)
		};
	}

	#lang(side: 'source' | 'target'): Lang | null {
		const said = this.#all.flatMap((one) => one[side] ?? []);
		const asked = this.asked[side];
		const wanted = said.find((lang) => asked !== undefined && sameLanguage(lang, asked));
		return wanted ?? said[0] ?? asked ?? null;
	}
}
