/** XLIFF 2.0 and 2.1, read: `xliff2.ts` says what means what. */
import type { Lang } from '../../text/article';
import { breakData, paragraphsOf, type CodeEvent } from './codes';
import { states, type ExchangeUnit, type State } from './document';
import { said, type Said } from './facts';
import { oneLine, oneNote } from './normal';
import { documentOf, langOf, type FormatReader } from './reader';
import { spansAfter } from './segments';
import { its } from './xliff2';
import { childrenOf, textOf, type XmlElement, type XmlNode } from './xml';

export function xliff2Reader(root: XmlElement): FormatReader {
	const units: ExchangeUnit[] = [];
	const target = langOf(root.attributes.get('trgLang'));
	let article: string | null = null;
	return {
		open({ name, attributes }) {
			if (name === 'file') article ??= attributes.get('original') ?? attributes.get('id') ?? null;
			return null;
		},
		take(unit) {
			if (unit.name !== 'unit') return null;
			const id = unit.attributes.get('id');
			if (id === undefined)
				return { kind: 'invalid', place: `line ${unit.line}`, message: 'a unit without id' };
			units.push(readUnit(unit, id, target ?? 'und'));
			return null;
		},
		end: () => documentOf(article, langOf(root.attributes.get('srcLang')), target, units)
	};
}

function readUnit(unit: XmlElement, id: string, lang: Lang): ExchangeUnit {
	const told = said(metaOf(unit));
	const data = new Map(
		childrenOf(unit, 'originalData')
			.flatMap((all) => childrenOf(all, 'data'))
			.map((one) => [one.attributes.get('id') ?? '', textOf(one)] as const)
	);
	const parts = unit.children.filter(
		(child): child is XmlElement =>
			typeof child !== 'string' && (child.name === 'segment' || child.name === 'ignorable')
	);
	const source = paragraphsOf(parts.flatMap((part) => sideOf(part, 'source', data)));
	const pieces = parts.map((part) => ({
		kind: part.name === 'segment' ? ('segment' as const) : ('ignorable' as const),
		events: targetOf(part, data)
	}));
	const translated = parts.some((part) => childrenOf(part, 'target').length > 0);
	const text = translated ? paragraphsOf(pieces.flatMap(({ events }) => events)) : [];
	const { shape, base, by } = told;
	return {
		...{ id, shape, by, base, review: base && told.review },
		source: told.source,
		original: source.length > 0 ? told.exactOriginal(source) : null,
		text: told.exactText(text),
		changer: changerOf(unit, told),
		note: noteOf(unit),
		spans: spansAfter(told, text, pieces, lang),
		state: stateOf(parts)
	};
}

function metaOf(unit: XmlElement): ReadonlyMap<string, string> {
	const groups = childrenOf(unit, 'metadata').flatMap((all) => childrenOf(all, 'metaGroup'));
	return new Map(
		groups
			.filter(({ attributes }) => attributes.get('category') === 'jamsides')
			.flatMap((group) => childrenOf(group, 'meta'))
			.map((meta) => [meta.attributes.get('type') ?? '', textOf(meta)] as const)
	);
}

function noteOf(unit: XmlElement): string | null {
	const notes = childrenOf(unit, 'notes').flatMap((all) => childrenOf(all, 'note'));
	return oneNote(notes.map(textOf));
}

/** Somebody is named as the translator, and it is not who the unit was by when it was sent. */
function changerOf({ attributes }: XmlElement, { by }: Said): ExchangeUnit['changer'] {
	const name = oneLine(attributes.get(`${its} person`) ?? '');
	if (name === '' || (by?.origin === 'human' && by.name === name)) return null;
	// A tool that drops the metadata leaves the name that was sent where it was: one of a person, or
	// of what drafted it.
	return { name, date: null, certain: by !== null || attributes.has(`${its} tool`) };
}

/** That of the segment that has come least far. */
function stateOf(parts: readonly XmlElement[]): State {
	const all = parts
		.filter(({ name }) => name === 'segment')
		.map(({ attributes }) => states.findIndex((state) => state === attributes.get('state')));
	return states[Math.max(0, Math.min(...all))] ?? 'initial';
}

/** An ignorable that has no target is the same in both languages. */
const targetOf = (part: XmlElement, data: ReadonlyMap<string, string>): readonly CodeEvent[] =>
	part.name === 'ignorable' && childrenOf(part, 'target').length === 0
		? sideOf(part, 'source', data)
		: sideOf(part, 'target', data);

const sideOf = (
	part: XmlElement,
	side: 'source' | 'target',
	data: ReadonlyMap<string, string>
): readonly CodeEvent[] =>
	childrenOf(part, side)
		.slice(0, 1)
		.flatMap((content) => eventsOf(content, data));

function eventsOf(content: XmlElement, data: ReadonlyMap<string, string>): readonly CodeEvent[] {
	return unindented(content).flatMap((child): readonly CodeEvent[] => {
		if (typeof child === 'string') return [{ type: 'text', text: child }];
		const get = (name: string) => child.attributes.get(name);
		const mark = (ref: string, disp: string): string =>
			data.get(get(ref) ?? '') ??
			marksByType[get('subType') ?? ''] ??
			bareAmpersands(get(disp) ?? '');
		const id = get('startRef') ?? get('id') ?? '';
		switch (child.name) {
			case 'pc':
				return [
					{ type: 'open', id, data: mark('dataRefStart', 'dispStart') },
					...eventsOf(child, data),
					{ type: 'close', id, data: mark('dataRefEnd', 'dispEnd') }
				];
			case 'sc':
				return [{ type: 'open', id, data: mark('dataRef', 'disp') }];
			case 'ec':
				return [{ type: 'close', id, data: mark('dataRef', 'disp') }];
			case 'ph':
				return [{ type: 'single', data: mark('dataRef', 'disp') }];
			case 'cp':
				return [];
			default:
				return eventsOf(child, data);
		}
	});
}

/**
 * Some tools (xliff 6) indent the codes of a text as if white space meant nothing: a line for each
 * code, and for the end. Where that is so throughout, it was not in the text.
 */
function unindented({ children }: XmlElement): readonly XmlNode[] {
	const isLineEnd = (node: XmlNode | undefined): boolean =>
		typeof node === 'string' && lineEnd.test(node);
	const hasCodes = children.some((child) => typeof child !== 'string');
	const isIndented =
		hasCodes &&
		isLineEnd(children.at(-1)) &&
		children.every((child, at) => typeof child === 'string' || isLineEnd(children[at - 1]));
	return isIndented
		? children.map((child) => (typeof child === 'string' ? child.replace(lineEnd, '') : child))
		: children;
}

const lineEnd = /\n[ \t]*$/;

/** What the standard’s own names for codes mean here, for codes without data. */
const marksByType: Readonly<Record<string, string>> = {
	'xlf:i': '*',
	'xlf:b': '**',
	'xlf:lb': breakData
};

/** The inverse of what is written: see `escapedAmpersands` in `xliff2.ts`. */
const bareAmpersands = (text: string): string => text.replaceAll('&amp;', '&');
