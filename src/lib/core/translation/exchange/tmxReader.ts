/** TMX 1.1 to 1.4, read: `tmx.ts` says what means what. */
import type { Lang } from '../../text/article';
import { breakData, paragraphsOf, type CodeEvent } from './codes';
import type { ExchangeUnit } from './document';
import { said } from './facts';
import { oneLine, oneNote } from './normal';
import { readCodes } from './paired';
import { documentOf, langOf, sameLanguage, type FormatReader, type ReadOptions } from './reader';
import { spansAfter } from './segments';
import { dialect } from './tmx';
import { childrenOf, textOf, xmlNamespace, type XmlElement } from './xml';

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
		number,
		of,
		facts,
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
	const facts = factsOfAll(parts);
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
		id: parts[0]?.unit ?? '',
		shape,
		by,
		base,
		review: base && told.review,
		source: told.source,
		original: isWhole && source.length > 0 ? told.exactOriginal(source) : null,
		text: told.exactText(text),
		changer: parts.find(({ changer }) => changer !== null)?.changer ?? null,
		note: oneNote(notes),
		spans: spansAfter(told, text, pieces, lang),
		state: facts.get('state') === 'reviewed' ? 'reviewed' : 'translated'
	};
}

const factsOfAll = ([first, ...others]: readonly Part[]): ReadonlyMap<string, string> =>
	first && others.length === 0
		? first.facts
		: new Map([first, ...others].flatMap((part) => [...(part?.facts ?? [])]));

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
	return oneNote(notes);
}

function changerOf(elements: readonly XmlElement[]): ExchangeUnit['changer'] {
	const changed = elements.find(({ attributes }) => attributes.get('changeid'));
	const name = oneLine(changed?.attributes.get('changeid') ?? '');
	const day = /^(\d{4})(\d\d)(\d\d)T/.exec(changed?.attributes.get('changedate') ?? '');
	// It is never written: whoever stands there came after.
	return name === '' ? null : { name, date: day ? day.slice(1).join('-') : null, certain: true };
}
