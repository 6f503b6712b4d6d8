/** Reads TMX 1.1 to 1.4; `tmx.ts` describes the mapping. */
import type { Lang } from '../../text/article';
import { textDigest } from './base';
import { paragraphsOf, type CodeEvent } from './codes';
import { ownUnit, type ExchangeUnit, type MemoryEntry } from './document';
import { strongest, type MachineClaim } from './machine';
import { unitMetadataOf } from './metadata';
import { joinLines, oneNote } from './normal';
import { readCodes } from './paired';
import { documentOf, langOf, sameLanguage, type FormatReader, type ReadOptions } from './reader';
import { isDraft } from './segmentPairs';
import { spansAfter } from './segments';
import { dialect } from './tmx';
import { tmxClaim } from './tmxClaims';
import { isTranslation } from './untranslated';
import { childrenOf, textOf, xmlNamespace, type XmlElement } from './xml';

export function tmxReader(options: ReadOptions): FormatReader {
	const units = new Map<string, ExchangeUnit | readonly TmxUnit[]>();
	let article: string | null = null;
	let source = options.source ?? null;
	let target = options.target ?? null;
	let tool: string | undefined;
	return {
		open({ name, attributes }) {
			if (name !== 'header') return null;
			source ??= langOf(attributes.get('srclang'));
			tool = attributes.get('creationtool');
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
			const part = readPart(element, `tu-${units.size + 1}`, original?.tuv, other.tuv, tool);
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

const partsOf = (found: ExchangeUnit | readonly TmxUnit[] | undefined): readonly TmxUnit[] =>
	found === undefined || 'id' in found ? [] : found;

const variantOf = (tuv: XmlElement) => ({
	tuv,
	lang: langOf(tuv.attributes.get(`${xmlNamespace} lang`) ?? tuv.attributes.get('lang'))
});

/** A `<tu>`: a unit, or one sentence bead of it. */
interface TmxUnit {
	readonly unit: string;
	/** The number of the part, and of how many; 1 of 1 for a whole unit. */
	readonly number: number;
	readonly of: number;
	readonly facts: ReadonlyMap<string, string>;
	readonly source: readonly CodeEvent[];
	readonly target: readonly CodeEvent[];
	readonly note: string | null;
	readonly changer: ExchangeUnit['changer'];
	readonly machine: MachineClaim | null;
	readonly memory: MemoryEntry;
}

function readPart(
	tu: XmlElement,
	fallbackId: string,
	original: XmlElement | undefined,
	translated: XmlElement,
	tool: string | undefined
): TmxUnit {
	const facts = propsOf([tu, translated]);
	const side = (tuv: XmlElement | undefined) =>
		(tuv ? childrenOf(tuv, 'seg') : []).flatMap((seg) => readCodes(seg, dialect));
	const [, number = 1, of = 1] =
		/^(\d{1,5})\/(\d{1,5})$/.exec(facts.get('part') ?? '')?.map(Number) ?? [];
	return {
		number,
		of,
		facts,
		unit: facts.get('unit') ?? tu.attributes.get('tuid') ?? fallbackId,
		source: side(original),
		target: side(translated),
		note: noteOf([tu, translated]),
		changer: changerOf([translated, tu]),
		machine: tmxClaim(tu, translated, tool),
		memory: {
			changed: lastChange([translated, tu]),
			previous: facts.get('prev') ?? null,
			next: facts.get('next') ?? null
		}
	};
}

/**
 * Joins the parts of a unit. If one is missing, the unit has no text, since it would be incomplete.
 */
function joined(found: readonly TmxUnit[], lang: Lang): ExchangeUnit {
	const parts = found.toSorted((a, b) => a.number - b.number);
	const facts = factsOfAll(parts);
	const told = unitMetadataOf(facts);
	const isWhole = parts.every(({ number, of }, at) => number === at + 1 && of === parts.length);
	const source = paragraphsOf(
		parts.flatMap((part, at) => withGap(part, 'source', at < parts.length - 1))
	);
	const words = isWhole
		? paragraphsOf(parts.flatMap((part, at) => withGap(part, 'target', at < parts.length - 1)))
		: [];
	const is = told.base !== null || isTranslation(null, source, words);
	const text = is ? words : [];
	const pieces = parts.map(({ target }) => ({ kind: 'segment' as const, events: target }));
	const notes = parts.flatMap(({ note }) => note ?? []);
	const { shape, by, correction, base } = told;
	return {
		id: parts[0]?.unit ?? '',
		shape,
		by,
		correction,
		base,
		review: base && told.review,
		source: told.source,
		original: isWhole && source.length > 0 ? told.exactOriginal(source) : null,
		text: told.exactText(text),
		changer: parts.find(({ changer }) => changer !== null)?.changer ?? null,
		note: oneNote(notes),
		spans: spansAfter(told, text, pieces, lang),
		state: facts.get('state') === 'reviewed' ? 'reviewed' : 'translated',
		...ownUnit,
		machine:
			isDraft(by) || (base && textDigest(text) === base.text)
				? null
				: strongest(parts.map((part) => part.machine)),
		untranslated: is ? [] : words,
		memory: base ? null : (parts[0]?.memory ?? null)
	};
}

const factsOfAll = ([first, ...others]: readonly TmxUnit[]): ReadonlyMap<string, string> =>
	first && others.length === 0
		? first.facts
		: new Map([first, ...others].flatMap((part) => [...(part?.facts ?? [])]));

function withGap(
	{ facts, source, target }: TmxUnit,
	side: 'source' | 'target',
	goesOn: boolean
): readonly CodeEvent[] {
	const content = side === 'source' ? source : target;
	if (!goesOn) return content;
	const gap = gapOf(facts.get(side === 'source' ? 'after.original' : 'after'));
	const space = gap
		.split(breaks)
		.map((part, at): CodeEvent =>
			at % 2 === 1 ? { type: 'single', data: part } : { type: 'text', text: part }
		);
	return [...content, ...space];
}

/** The ends of paragraphs and the line breaks in a gap. */
const breaks = new RegExp(String.raw`(\n\n|\\\n)`);

/** Reads a gap. A property may hold anything, but only white space can be between two sentences. */
function gapOf(written: string | undefined): string {
	const space = /^"((?:[ \t]|(?:\\\\)?\\n|\\t|[\u00a0\u2000-\u200a\u202f\u3000])*)"$/.exec(
		written ?? ''
	);
	return space ? (JSON.parse(space[0]) as string) : ' ';
}

const propsOf = (elements: readonly XmlElement[]): ReadonlyMap<string, string> =>
	new Map(
		elements
			.flatMap((one) => childrenOf(one, 'prop'))
			.map((one) => [one.attributes.get('type')?.replace(/^x-/, '') ?? '', textOf(one)] as const)
	);

/** Returns when an entry was changed last, else created, as TMX writes it: `20240302T101112Z`. */
const lastChange = (elements: readonly XmlElement[]): string =>
	['changedate', 'creationdate']
		.flatMap((key) => elements.flatMap(({ attributes }) => attributes.get(key) ?? []))
		.at(0) ?? '';

function noteOf(elements: readonly XmlElement[]): string | null {
	const notes = elements.flatMap((one) => childrenOf(one, 'note')).map((note) => textOf(note));
	return oneNote(notes);
}

function changerOf(elements: readonly XmlElement[]): ExchangeUnit['changer'] {
	const changed = elements.find(({ attributes }) => attributes.get('changeid'));
	const name = joinLines(changed?.attributes.get('changeid') ?? '');
	const day = /^(\d{4})(\d\d)(\d\d)T/.exec(changed?.attributes.get('changedate') ?? '');
	// `changeid` is never exported, so its name is of a later change.
	return name === '' ? null : { name, date: day ? day.slice(1).join('-') : null, certain: true };
}
