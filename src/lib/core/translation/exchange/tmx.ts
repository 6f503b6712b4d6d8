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
import { coder, paragraphsOf, type Coded } from './codes';
import type { ExchangeDocument, ExchangeUnit } from './document';
import { factsOf, said } from './facts';
import { oneLine } from './normal';
import { readCodes, writtenCodes, type Dialect } from './paired';
import { documentOf, langOf, sameLanguage, type FormatReader, type ReadOptions } from './reader';
import { segmentsOf, spansAfter } from './segments';
import {
	characters,
	childrenOf,
	element,
	nested,
	textOf,
	xmlNamespace,
	type XmlElement
} from './xml';

const dialect: Dialect = {
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
		article === null ? null : prop('article', article)
	);
	const written = units
		.filter(({ text }) => text.length > 0)
		.flatMap((unit) => (sentences ? writtenSentences(unit, langs) : [writtenUnit(unit, langs)]));
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		nested('<tmx version="1.4">', [header, nested('<body>', written, '</body>')], '</tmx>'),
		''
	].join('\n');
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

/** Each sentence bead that has both sides; what stands between them is kept where it is no space. */
function writtenSentences(unit: ExchangeUnit, langs: Langs): readonly string[] {
	const segments = unit.original ? segmentsOf(unit, langs) : null;
	if (!segments) return [writtenUnit(unit, langs)];
	const parts = segments.filter(({ kind }) => kind === 'segment');
	return parts.map(({ source, target }, at) => {
		const gap = segments[at * 2 + 1]?.target ?? [];
		const props = [
			prop('unit', unit.id),
			prop('part', `${at + 1}/${parts.length}`),
			...(at < parts.length - 1 ? [prop('after', JSON.stringify(gap))] : []),
			...(at === 0 ? factProps(unit) : [])
		];
		return writtenTu(
			{ ...unit, note: at === 0 ? unit.note : null },
			langs,
			`${unit.id}.${at + 1}`,
			source,
			target,
			props
		);
	});
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
	return nested(
		element('tu', { tuid }, null).replace('/>', '>'),
		[
			...(note === null ? [] : [element('note', {}, characters(note))]),
			...props,
			...(source ? [variant(from, source, {})] : []),
			variant(to, target, created ?? {})
		],
		'</tu>'
	);
}

export function tmxReader(options: ReadOptions): FormatReader {
	const units: ExchangeUnit[] = [];
	let source = options.source ?? null;
	let target = options.target ?? null;
	return {
		open({ name, attributes }) {
			if (name === 'header') source ??= langOf(attributes.get('srclang'));
			return null;
		},
		take(tu) {
			const variants = childrenOf(tu, 'tuv').map(variantOf);
			source ??= variants[0]?.lang ?? null;
			const from = source;
			const original = variants.find(({ lang }) => lang && from && sameLanguage(lang, from));
			const other = variants.find(
				({ lang }) => lang && lang !== original?.lang && (!target || sameLanguage(lang, target))
			);
			target ??= other?.lang ?? null;
			if (other) units.push(readUnit(tu, `tu-${units.length + 1}`, original?.tuv, other.tuv));
			return null;
		},
		end: () => documentOf(null, source, target, units)
	};
}

const variantOf = (tuv: XmlElement) => ({
	tuv,
	lang: langOf(tuv.attributes.get(`${xmlNamespace} lang`) ?? tuv.attributes.get('lang'))
});

function readUnit(
	tu: XmlElement,
	fallbackId: string,
	original: XmlElement | undefined,
	translated: XmlElement
): ExchangeUnit {
	const facts = propsOf([tu, translated]);
	const told = said(facts);
	const side = (tuv: XmlElement | undefined) =>
		paragraphsOf((tuv ? childrenOf(tuv, 'seg') : []).flatMap((seg) => readCodes(seg, dialect)));
	const source = side(original);
	const text = side(translated);
	const { shape, by, review, base } = told;
	return {
		...{ id: tu.attributes.get('tuid') ?? fallbackId, shape, by, review, base },
		source: told.source,
		original: source.length > 0 ? told.exactOriginal(source) : null,
		text: told.exactText(text),
		changer: changerOf([translated, tu]),
		note: noteOf([tu, translated]),
		spans: spansAfter(told.spans, text, base, []),
		state: facts.get('state') === 'reviewed' ? 'reviewed' : 'translated'
	};
}

const propsOf = (elements: readonly XmlElement[]): ReadonlyMap<string, string> =>
	new Map(
		elements
			.flatMap((one) => childrenOf(one, 'prop'))
			.map((one) => [one.attributes.get('type')?.replace(/^x-/, '') ?? '', textOf(one)] as const)
	);

function noteOf(elements: readonly XmlElement[]): string | null {
	const notes = elements.flatMap((one) => childrenOf(one, 'note')).map((note) => textOf(note));
	return notes.length === 0 ? null : oneLine(notes.map(oneLine).join(' '));
}

function changerOf(elements: readonly XmlElement[]): ExchangeUnit['changer'] {
	const changed = elements.find(({ attributes }) => attributes.get('changeid'));
	const name = oneLine(changed?.attributes.get('changeid') ?? '');
	const day = /^(\d{4})(\d\d)(\d\d)T/.exec(changed?.attributes.get('changedate') ?? '');
	return name === '' ? null : { name, date: day ? day.slice(1).join('-') : null };
}
