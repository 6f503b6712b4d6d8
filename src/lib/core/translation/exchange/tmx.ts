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
import { breakData, coder, paragraphsOf, type Coded, type CodeEvent } from './codes';
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
	xmlFile,
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

export function tmxReader(options: ReadOptions): FormatReader {
	const units = new Map<string, ExchangeUnit | readonly Part[]>();
	let article: string | null = null;
	let source = options.source ?? null;
	let target = options.target ?? null;
	return {
		open({ name, attributes }) {
			if (name === 'header') source ??= langOf(attributes.get('srclang'));
			return null;
		},
		take(element) {
			if (element.name === 'prop') {
				if (element.attributes.get('type') === 'x-article') article = textOf(element);
				return null;
			}
			const variants = childrenOf(element, 'tuv').map(variantOf);
			source ??= variants[0]?.lang ?? null;
			const from = source;
			const original = variants.find(({ lang }) => lang && from && sameLanguage(lang, from));
			const other = variants.find(
				({ lang }) => lang && lang !== original?.lang && (!target || sameLanguage(lang, target))
			);
			target ??= other?.lang ?? null;
			if (!other) return null;
			const part = readPart(element, `tu-${units.size + 1}`, original?.tuv, other.tuv);
			// A memory of 100,000 whole units should not be kept as parts.
			const parts = [partsOf(units.get(part.unit)), part].flat();
			units.set(part.unit, part.of === 1 ? joined([part], 'und') : parts);
			return null;
		},
		end: () =>
			documentOf(
				article,
				source,
				target,
				[...units.values()].map((unit) => ('id' in unit ? unit : joined(unit, target ?? 'und')))
			)
	};
}

const partsOf = (found: ExchangeUnit | readonly Part[] | undefined): readonly Part[] =>
	found === undefined || 'id' in found ? [] : found;

const variantOf = (tuv: XmlElement) => ({
	tuv,
	lang: langOf(tuv.attributes.get(`${xmlNamespace} lang`) ?? tuv.attributes.get('lang'))
});

/** A `<tu>`: a unit, or one sentence bead of it. */
interface Part {
	readonly unit: string;
	/** Which of how many; 1 of 1 for a whole unit. */
	readonly number: number;
	readonly of: number;
	readonly facts: ReadonlyMap<string, string>;
	readonly source: readonly CodeEvent[];
	readonly target: readonly CodeEvent[];
	readonly note: string | null;
	readonly changer: ExchangeUnit['changer'];
}

function readPart(
	tu: XmlElement,
	fallbackId: string,
	original: XmlElement | undefined,
	translated: XmlElement
): Part {
	const facts = propsOf([tu, translated]);
	const side = (tuv: XmlElement | undefined) =>
		(tuv ? childrenOf(tuv, 'seg') : []).flatMap((seg) => readCodes(seg, dialect));
	const [, number = 1, of = 1] =
		/^(\d{1,5})\/(\d{1,5})$/.exec(facts.get('part') ?? '')?.map(Number) ?? [];
	return {
		...{ number, of, facts },
		unit: facts.get('unit') ?? tu.attributes.get('tuid') ?? fallbackId,
		source: side(original),
		target: side(translated),
		note: noteOf([tu, translated]),
		changer: changerOf([translated, tu])
	};
}

/** The unit that its parts make; one that lacks a part has no text, for it is not the whole text. */
function joined(found: readonly Part[], lang: Lang): ExchangeUnit {
	const parts = found.toSorted((a, b) => a.number - b.number);
	const facts = new Map(parts.flatMap(({ facts }) => [...facts]));
	const told = said(facts);
	const isWhole = parts.every(({ number, of }, at) => number === at + 1 && of === parts.length);
	const source = paragraphsOf(
		parts.flatMap((part, at) => withGap(part, 'source', at < parts.length - 1))
	);
	const text = isWhole
		? paragraphsOf(parts.flatMap((part, at) => withGap(part, 'target', at < parts.length - 1)))
		: [];
	const pieces = parts.map(({ target }) => ({ kind: 'segment' as const, events: target }));
	const notes = parts.flatMap(({ note }) => note ?? []);
	const { shape, by, base } = told;
	return {
		...{ id: parts[0]?.unit ?? '', shape, by, base, review: base && told.review },
		source: told.source,
		original: isWhole && source.length > 0 ? told.exactOriginal(source) : null,
		text: told.exactText(text),
		changer: parts.find(({ changer }) => changer !== null)?.changer ?? null,
		note: notes.length === 0 ? null : oneLine(notes.join(' ')),
		spans: spansAfter(told, text, pieces, lang),
		state: facts.get('state') === 'reviewed' ? 'reviewed' : 'translated'
	};
}

function withGap(
	{ facts, source, target }: Part,
	side: 'source' | 'target',
	goesOn: boolean
): readonly CodeEvent[] {
	const content = side === 'source' ? source : target;
	if (!goesOn) return content;
	const gap = gapOf(facts.get(side === 'source' ? 'after.original' : 'after'));
	const space = gap
		.split(breakData)
		.flatMap((text, at): readonly CodeEvent[] => [
			...(at === 0 ? [] : [{ type: 'single', data: breakData } as const]),
			{ type: 'text', text }
		]);
	return [...content, ...space];
}

/** A property may say anything: only white space can stand between two sentences. */
function gapOf(written: string | undefined): string {
	const space = /^"((?:[ \t]|\\n|\\t|[\u00a0\u2000-\u200a\u202f\u3000])*)"$/.exec(written ?? '');
	return space ? (JSON.parse(space[0]) as string) : ' ';
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
