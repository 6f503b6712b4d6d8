/**
 * XLIFF 2.1 (http://docs.oasis-open.org/xliff/xliff-core/v2.1/os/); 2.0 is read too. A unit of the
 * translation is a unit here, one segment of it, or with `sentences` one for each sentence bead.
 *
 * - `state`: `reviewed` where somebody has reviewed the unit, else `translated`, `initial` without
 *   a text; `subState` has the origin (`jamsides:ai`). `final` is read as `reviewed`. A state alone
 *   is never taken for a review, since it does not say whose.
 * - Whose work: the ITS module’s provenance on the unit, `its:person` for a person, `its:tool` for a
 *   draft or a machine, `its:revPerson` for the reviewer. ITS has no dates: these, the sentence
 *   spans and everything else stand in the metadata module (`facts.ts`).
 * - Marks are `<pc>` and `<ph>` with their Markdown in the original data, and in `disp…`, which
 *   survives tools that drop the data.
 *
 * Law (`formats.test.ts`): reading what was written gives every unit back, to the byte.
 */
import type { Lang } from '../../text/article';
import { breakData, coder, huddled, paragraphsOf, type Coded, type CodeEvent } from './codes';
import { states, type ExchangeDocument, type ExchangeUnit, type State } from './document';
import { factsOf, said, type Said } from './facts';
import { oneLine } from './normal';
import { documentOf, langOf, type FormatReader } from './reader';
import { segmentsOf, spansAfter, type Segment } from './segments';
import {
	characters,
	childrenOf,
	element,
	nested,
	textOf,
	xmlFile,
	type Attributes,
	type XmlElement,
	type XmlNode
} from './xml';

const namespace = 'urn:oasis:names:tc:xliff:document:2.0';
const metadata = 'urn:oasis:names:tc:xliff:metadata:2.0';
const its = 'http://www.w3.org/2005/11/its';

export interface Xliff2Options {
	/** A segment for each sentence bead. Some tools read only units of one segment. */
	readonly sentences?: boolean;
}

export function writeXliff2(document: ExchangeDocument, { sentences }: Xliff2Options = {}): string {
	const { article, original, translated, units } = document;
	const langs = { source: original.lang, target: translated.lang };
	const name = article ?? 'translation';
	const file = nested('file', { id: nameToken(name), original: name, 'xml:space': 'preserve' }, [
		...fileNotes(units),
		...units.map((unit) => writtenUnit(unit, sentences ? segmentsOf(unit, langs) : null))
	]);
	const namespaces = { xmlns: namespace, 'xmlns:mda': metadata };
	const about = { version: '2.1', srcLang: langs.source, trgLang: langs.target };
	return xmlFile(nested('xliff', { ...namespaces, ...about }, [file]));
}

/** An id of XLIFF has no spaces, and no marks but a few. */
const nameToken = (name: string): string => name.replace(/[^\p{L}\p{N}._-]/gu, '-');

/** Says so where the original is not in the file: an empty source is no mistake. */
function fileNotes(units: readonly ExchangeUnit[]): readonly string[] {
	const bare = units.filter(({ original }) => original === null).length;
	const note = `The original of ${bare} of ${units.length} units is not in this file: their source is empty. The rights to it are its publisher’s.`;
	return bare === 0 ? [] : [nested('notes', {}, [element('note', {}, characters(note))])];
}

function writtenUnit(unit: ExchangeUnit, segments: readonly Segment[] | null): string {
	const code = coder();
	const source = code(unit.original ?? []);
	const target = code(unit.text);
	const data = new Map<string, string>();
	const parts = segments ?? [{ kind: 'segment' as const, source, target }];
	const written = parts.map((part) => writtenSegment(part, unit, data));
	const facts = factsOf(unit).map(([type, value]) =>
		element('mda:meta', { type }, characters(value))
	);
	const group = nested('mda:metaGroup', { category: 'jamsides' }, facts);
	return nested('unit', unitAttributes(unit), [
		nested('mda:metadata', {}, [group]),
		...notesOf(unit),
		...originalData(data),
		...written
	]);
}

function unitAttributes({ id, by, review }: ExchangeUnit): Attributes {
	const provenance = {
		'its:person': by?.origin === 'human' ? plainName(by.name) : null,
		'its:tool': by && by.origin !== 'human' ? plainName(by.name) : null,
		'its:revPerson': review && plainName(review.by)
	};
	// Declared here and not at the root: a tool that keeps the attributes may not keep the root.
	return { id, ...(by || review ? { 'xmlns:its': its } : {}), ...provenance };
}

/** Nothing where a tool that writes bare `&` and `<` into attributes would break the file. */
const plainName = (name: string): string | null => (/[&<]/.test(name) ? null : name);

const notesOf = ({ note }: ExchangeUnit): readonly string[] =>
	note === null
		? []
		: [nested('notes', {}, [element('note', { id: 'n1', appliesTo: 'target' }, characters(note))])];

function originalData(data: ReadonlyMap<string, string>): readonly string[] {
	const written = [...data].map(([mark, id]) => element('data', { id }, characters(mark)));
	return written.length === 0 ? [] : [nested('originalData', {}, written)];
}

function writtenSegment(part: Segment, unit: ExchangeUnit, data: Map<string, string>): string {
	const { kind, source, target } = part;
	const state = unit.text.length === 0 ? 'initial' : unit.state;
	const subState = unit.by && state !== 'initial' ? `jamsides:${unit.by.origin}` : null;
	const status = kind === 'segment' ? { state, subState } : {};
	const content = [
		element('source', {}, inline(huddled(source), data)),
		...(unit.text.length === 0 ? [] : [element('target', {}, inline(huddled(target), data))])
	];
	return nested(kind, status, content);
}

const inline = (nodes: readonly Coded[], data: Map<string, string>): string =>
	nodes.map((node) => inlineNode(node, data)).join('');

function inlineNode(node: Coded, data: Map<string, string>): string {
	const refer = (mark: string): string => {
		const id = data.get(mark) ?? `d${data.size + 1}`;
		data.set(mark, id);
		return id;
	};
	switch (node.type) {
		case 'text':
			return characters(node.text);
		case 'single': {
			const { id, kind, data: mark } = node;
			const type = kind === 'break' ? { type: 'fmt', subType: 'xlf:lb' } : { type: 'other' };
			const disp = kind === 'break' ? '¶' : mark;
			return element('ph', { id, ...type, dataRef: refer(mark), disp });
		}
		case 'pair': {
			const { id, kind, open, close, children } = node;
			const [dataRefStart, dataRefEnd] = [refer(open), refer(close)];
			const shown = { dispStart: open, dispEnd: escapedAmpersands(close) };
			return element(
				'pc',
				{ id, ...types[kind], dataRefStart, dataRefEnd, ...shown },
				inline(children, data)
			);
		}
	}
}

const types = {
	emphasis: { type: 'fmt', subType: 'xlf:i' },
	strong: { type: 'fmt', subType: 'xlf:b' },
	link: { type: 'link' }
} as const;

/**
 * As Markdown has them in addresses. What is shown is read only where a tool dropped the data, and
 * such a tool (xliff 6, over xml-js 1.6) also writes a bare `&` into attributes, which is no XML.
 */
const escapedAmpersands = (text: string): string => text.replaceAll('&', '&amp;');
const bareAmpersands = (text: string): string => text.replaceAll('&amp;', '&');

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
	return notes.length === 0 ? null : oneLine(notes.map((note) => oneLine(textOf(note))).join(' '));
}

/** Somebody is named as the translator, and it is not who the unit was by when it was sent. */
function changerOf({ attributes }: XmlElement, { by }: Said): ExchangeUnit['changer'] {
	const name = oneLine(attributes.get(`${its} person`) ?? '');
	return name === '' || (by?.origin === 'human' && by.name === name) ? null : { name, date: null };
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
