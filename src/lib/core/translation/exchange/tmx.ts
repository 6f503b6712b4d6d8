/**
 * TMX 1.4b (https://www.gala-global.org/tmx-14b), and from 1.1 on where it is read: a translation
 * memory. A unit is a `<tu>`, or with `sentences` each of its sentence beads is one, for tools that
 * look sentences up.
 *
 * - Whose work: `creationid` and `creationdate` of the translation; `changeid` is never written, so
 *   that whoever stands there has changed it.
 * - TMX knows neither states nor reviews nor what lies between sentences: these stand in properties
 *   `x-…` of the `<tu>`, as do origin, model and spans, and come back from tools that keep them.
 * - A unit whose original is not at hand has a variant in its own language alone.
 *
 * Law (`formats.test.ts`): reading what was written, one `<tu>` a unit, gives every unit back.
 */
import type { Lang } from '../../text/article';
import { coder, type Coded } from './codes';
import type { ExchangeDocument, ExchangeUnit } from './document';
import { factsOf } from './facts';
import { writtenCodes, type Dialect } from './paired';
import { segmentsOf } from './segments';
import { characters, element, nested, xmlFile } from './xml';

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
	element('prop', { type: `x-${key}` }, characters(value));

function writtenUnit(unit: ExchangeUnit, langs: Langs): string {
	const code = coder();
	const source = unit.original && code(unit.original);
	return writtenTu(unit, langs, unit.id, source, code(unit.text), factProps(unit));
}

const factProps = (unit: ExchangeUnit): readonly string[] => [
	...factsOf(unit).map(([key, value]) => prop(key, value)),
	prop('state', unit.state)
];

/** Each sentence bead a `<tu>`; what stands between two is kept where it is not a space. */
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

/** White space and ends of paragraphs; JSON, since a tool may trim what a property holds. */
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
			element('seg', {}, writtenCodes(content, dialect)).replace('<seg/>', '<seg></seg>')
		);
	return nested('tu', { tuid }, [
		...(note === null ? [] : [element('note', {}, characters(note))]),
		...props,
		...(source ? [variant(from, source, {})] : []),
		variant(to, target, created ?? {})
	]);
}
