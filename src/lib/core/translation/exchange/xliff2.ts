/**
 * Writes XLIFF 2.1 (http://docs.oasis-open.org/xliff/xliff-core/v2.1/os/); 2.0 is read too. A unit
 * of the translation is an XLIFF unit with one segment; with `sentences`, with one segment for each
 * sentence bead.
 *
 * - `state`: `reviewed` for a reviewed unit, `initial` without a text, else `translated`;
 *   `subState` has the origin (`jamsides:ai`). `final` is read as `reviewed`. A state alone never
 *   counts as a review, since it does not name the reviewer.
 * - Author: the ITS module’s provenance on the unit, `its:person` for a person, `its:tool` for a
 *   draft or a machine, `its:revPerson` for the person who corrected its words, else for the
 *   reviewer. ITS has no dates: these, the sentence spans and all other data are in the metadata
 *   module (`metadata.ts`).
 * - Marks are `<pc>` and `<ph>` with their Markdown in the original data, and in `disp…`, which
 *   survives tools that drop the data.
 *
 * Law (`formats.test.ts`): reading a written file returns every unit, to the byte.
 */
import { coder, withoutLoneWhitespace, type Coded } from './codes';
import type { ExchangeDocument, ExchangeUnit } from './document';
import { its } from './its';
import { unitMetadataEntries } from './metadata';
import { segmentsOf, type Segment } from './segments';
import { escapeText, element, nested, xmlFile, type Attributes } from './xml';

const namespace = 'urn:oasis:names:tc:xliff:document:2.0';
const metadata = 'urn:oasis:names:tc:xliff:metadata:2.0';

export interface Xliff2Options {
	/** Writes a segment for each sentence bead. Some tools read only units with one segment. */
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

/** Returns a valid XLIFF id: all but letters, digits, `.`, `_` and `-` become `-`. */
const nameToken = (name: string): string => name.replace(/[^\p{L}\p{N}._-]/gu, '-');

/** Adds a note if originals are missing, so that an empty source is not taken for a mistake. */
function fileNotes(units: readonly ExchangeUnit[]): readonly string[] {
	const bare = units.filter(({ original }) => original === null).length;
	const note = `The original of ${bare} of ${units.length} units is not in this file: their source is empty. The rights to it are its publisher’s.`;
	return bare === 0 ? [] : [nested('notes', {}, [element('note', {}, escapeText(note))])];
}

function writtenUnit(unit: ExchangeUnit, segments: readonly Segment[] | null): string {
	const code = coder();
	const source = code(unit.original ?? []);
	const target = code(unit.text);
	const data = new Map<string, string>();
	const parts = segments ?? [{ kind: 'segment' as const, source, target }];
	const written = parts.map((part) => writtenSegment(part, unit, data));
	const facts = unitMetadataEntries(unit).map(([type, value]) =>
		element('mda:meta', { type }, escapeText(value))
	);
	return nested('unit', unitAttributes(unit), [
		...(facts.length > 0 ? [nested('mda:metadata', {}, [metaGroup(facts)])] : []),
		...notesOf(unit),
		...originalData(data),
		...written
	]);
}

const metaGroup = (facts: readonly string[]): string =>
	nested('mda:metaGroup', { category: 'jamsides' }, facts);

function unitAttributes({ id, by, correction, review }: ExchangeUnit): Attributes {
	const reviser = correction ?? review;
	const provenance = {
		'its:person': by?.origin === 'human' ? plainName(by.name) : null,
		'its:tool': by && by.origin !== 'human' ? plainName(by.name) : null,
		'its:revPerson': reviser && plainName(reviser.by)
	};
	// Declared here and not at the root: a tool that keeps the attributes may not keep the root.
	return { id, ...(by || reviser ? { 'xmlns:its': its } : {}), ...provenance };
}

/** Returns null for a name with `&` or `<`: tools that do not escape attributes break the file. */
const plainName = (name: string): string | null => (/[&<]/.test(name) ? null : name);

const notesOf = ({ note }: ExchangeUnit): readonly string[] =>
	note === null
		? []
		: [nested('notes', {}, [element('note', { id: 'n1', appliesTo: 'target' }, escapeText(note))])];

function originalData(data: ReadonlyMap<string, string>): readonly string[] {
	const written = [...data].map(([mark, id]) => element('data', { id }, escapeText(mark)));
	return written.length === 0 ? [] : [nested('originalData', {}, written)];
}

function writtenSegment(part: Segment, unit: ExchangeUnit, data: Map<string, string>): string {
	const { kind, source, target } = part;
	const state = unit.text.length === 0 ? 'initial' : unit.state;
	const subState = unit.by && state !== 'initial' ? `jamsides:${unit.by.origin}` : null;
	const status = kind === 'segment' ? { state, subState } : {};
	const content = [
		element('source', {}, inline(withoutLoneWhitespace(source), data)),
		...(unit.text.length === 0
			? []
			: [element('target', {}, inline(withoutLoneWhitespace(target), data))])
	];
	return nested(kind, status, content);
}

const inline = (nodes: readonly Coded[], data: Map<string, string>): string =>
	nodes.map((node) => inlineNode(node, data)).join('');

/** What a tool shows for the end of a paragraph. */
export const shownParagraphEnd = '¶';

function inlineNode(node: Coded, data: Map<string, string>): string {
	const refer = (mark: string): string => {
		const id = data.get(mark) ?? `d${data.size + 1}`;
		data.set(mark, id);
		return id;
	};
	switch (node.type) {
		case 'text':
			return escapeText(node.text);
		case 'single': {
			const { id, kind, data: mark } = node;
			const type = kind === 'reference' ? { type: 'other' } : { type: 'fmt', subType: 'xlf:lb' };
			const disp = { reference: mark, line: '↵', break: shownParagraphEnd }[kind];
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
 * Escapes ampersands, as Markdown does in addresses. The `disp…` text is read only if a tool
 * dropped the data, and such a tool (xliff 6, over xml-js 1.6) also writes a bare `&` into
 * attributes, which is not valid XML.
 */
const escapedAmpersands = (text: string): string => text.replaceAll('&', '&amp;');
