/**
 * Writes a translation memory in TMX 1.4b (https://www.gala-global.org/tmx-14b); TMX from 1.1 on
 * is read. A unit is a `<tu>`; with `sentences`, each of its sentence beads is one, for tools that
 * look sentences up.
 *
 * - Author: `creationid` and `creationdate` of the translation. `changeid` is never written, so a
 *   name in it is that of a person who changed the unit after its export.
 * - TMX has no states, no reviews and no text between sentences. They are in properties `x-…` of
 *   the `<tu>`, as are origin, model and spans, and return from tools that keep properties.
 * - A unit without an available original has only the variant in the translation’s language.
 *
 * Law (`formats.test.ts`): reading a written file, one `<tu>` per unit, returns every unit.
 */
import type { Lang } from '../../text/article';
import { coder, type Coded } from './codes';
import type { ExchangeDocument, ExchangeUnit } from './document';
import { unitMetadataEntries } from './metadata';
import { writeCodes, type Dialect } from './paired';
import { segmentsOf } from './segments';
import { escapeText, element, nested, xmlFile } from './xml';

export const dialect: Dialect = {
	open: (id, kind) => ({ i: id, x: id, type: types[kind] }),
	close: (id) => ({ i: id }),
	single: (id, kind) => ({ x: id, type: types[kind] }),
	pairedBy: ['i'],
	typedBy: 'type'
};

const types = {
	emphasis: 'italic',
	strong: 'bold',
	link: 'link',
	reference: 'fnote',
	line: 'lb',
	break: 'lb'
} as const;

export interface TmxOptions {
	readonly sentences?: boolean;
}

export function writeTmx(document: ExchangeDocument, { sentences }: TmxOptions = {}): string {
	const { article, original, translated, units } = document;
	const langs = { source: original.lang, target: translated.lang };
	const header = element(
		'header',
		{
			...{ creationtool: 'Jamsides', creationtoolversion: '1', 'o-tmf': 'jamsides' },
			...{ segtype: sentences ? 'sentence' : 'paragraph', adminlang: 'en' },
			...{ srclang: langs.source, datatype: 'plaintext' }
		},
		article === null ? '' : prop('article', article)
	);
	const written = units
		.filter(({ text }) => text.length > 0)
		.flatMap((unit) => (sentences ? writtenSentences(unit, langs) : [writtenUnit(unit, langs)]));
	return xmlFile(nested('tmx', { version: '1.4' }, [header, nested('body', {}, written)]));
}

interface Langs {
	readonly source: Lang;
	readonly target: Lang;
}

const prop = (key: string, value: string): string =>
	element('prop', { type: `x-${key}` }, escapeText(value));

function writtenUnit(unit: ExchangeUnit, langs: Langs): string {
	const code = coder();
	const source = unit.original && code(unit.original);
	return writtenTu(unit, langs, unit.id, source, code(unit.text), factProps(unit));
}

const factProps = (unit: ExchangeUnit): readonly string[] => [
	...unitMetadataEntries(unit).map(([key, value]) => prop(key, value)),
	prop('state', unit.state)
];

/** Writes each sentence bead as a `<tu>`. The gap after a bead is kept if it is not one space. */
function writtenSentences(unit: ExchangeUnit, langs: Langs): readonly string[] {
	const segments = unit.original ? segmentsOf(unit, langs) : null;
	if (!segments) return [writtenUnit(unit, langs)];
	const parts = segments.filter(({ kind }) => kind === 'segment');
	return parts.map(({ source, target }, at) => {
		const gap = segments[at * 2 + 1];
		const props = [
			prop('unit', unit.id),
			prop('part', `${at + 1}/${parts.length}`),
			...(gap ? [...gapProp('after', gap.target), ...gapProp('after.original', gap.source)] : []),
			...(at === 0 ? factProps(unit) : [])
		];
		const part = { ...unit, note: at === 0 ? unit.note : null };
		return writtenTu(part, langs, `${unit.id}.${at + 1}`, source, target, props);
	});
}

/** Writes white space and paragraph ends as JSON, since a tool may trim a property’s value. */
function gapProp(key: string, gap: readonly Coded[]): readonly string[] {
	const space = gap.map((node) =>
		node.type === 'pair' ? '' : node.type === 'text' ? node.text : node.data
	);
	const written = space.join('');
	return written === ' ' ? [] : [prop(key, JSON.stringify(written))];
}

function writtenTu(
	{ by, note }: ExchangeUnit,
	{ source: from, target: to }: Langs,
	tuid: string,
	source: readonly Coded[] | null,
	target: readonly Coded[],
	props: readonly string[]
): string {
	const created = by && {
		creationdate: `${by.date.replaceAll('-', '')}T000000Z`,
		creationid: by.name
	};
	const variant = (lang: Lang, content: readonly Coded[], more: object) =>
		element(
			'tuv',
			{ 'xml:lang': lang, ...more },
			element('seg', {}, writeCodes(content, dialect)).replace('<seg/>', '<seg></seg>')
		);
	return nested('tu', { tuid }, [
		...(note === null ? [] : [element('note', {}, escapeText(note))]),
		...props,
		...(source ? [variant(from, source, {})] : []),
		variant(to, target, created ?? {})
	]);
}
