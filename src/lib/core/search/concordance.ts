/** Every place of a word or phrase in the library, by text. */
import type { Lang } from '../text/article';
import { trustLevels, type TrustLevel } from '../translation/trust';
import type { IndexFailure } from './failure';
import { findKeys, wordsLike, type FoundParagraph, type SegmentFiles } from './find';
import { grouped } from './grouped';
import { lemmaKey } from './key';
import { exactForm, plainForm } from './letters';
import type { TextKey, TextSide } from './segment';
import type { Terms } from './terms';
import { unknownKey } from './unknownKey';

/**
 * How the places were found. `word`: as a lemma, a phrase of the lexicon or, where the lexicon lacks
 * it, by its stem; `form`: as forms of its lemmas; `marks`: as forms that differ from it in the
 * marks of their letters; `words`: as words that stand beside each other.
 */
export type FoundBy = 'word' | 'form' | 'marks' | 'words';

export interface Concordance {
	readonly by: FoundBy;
	/** What was looked for instead: the lemmas of a form; empty where it is the word itself. */
	readonly lemmas: readonly string[];
	/** In the order of their titles. */
	readonly texts: readonly FoundText[];
	/** Parts of the index that could not be asked. */
	readonly gaps: readonly IndexFailure[];
}

/** A side of a text with the paragraphs in which the word stands. */
export interface FoundText {
	readonly key: TextKey;
	readonly side: TextSide;
	readonly title: string;
	readonly paragraphs: readonly FoundParagraph[];
}

/**
 * Finds a word or phrase.
 * @param termsOf loads the lexicon: it is asked only where the word is no lemma
 */
export async function concordance(
	word: string,
	lang: Lang,
	segments: readonly SegmentFiles[],
	termsOf: () => Promise<Terms>
): Promise<Concordance> {
	const asked = exactForm(word.slice(0, longestAsked)).trim().replace(/\s+/g, ' ');
	const itself = await directly(asked, lang, segments);
	if (itself.texts.length > 0 || asked === '') return itself;
	const terms = await termsOf();
	const by = asked.includes(' ') ? await byWords(asked, segments, terms) : null;
	return by ?? (await byForms(asked, segments, terms)) ?? itself;
}

/** Finds a lemma or a phrase of the lexicon; else a word that the lexicon lacks. Needs no lexicon. */
export async function directly(
	asked: string,
	lang: Lang,
	segments: readonly SegmentFiles[]
): Promise<Concordance> {
	const form = exactForm(asked);
	const lemma = await findKeys([lemmaKey(form)], segments);
	const found =
		lemma.paragraphs.length > 0 ? lemma : await findKeys([unknownKey(lang)(form)], segments);
	return { by: 'word', lemmas: [], texts: byText(found.paragraphs, lang), gaps: found.gaps };
}

async function byForms(
	asked: string,
	segments: readonly SegmentFiles[],
	terms: Terms
): Promise<Concordance | null> {
	const own = await byKeys('form', terms.wholeKeys(asked), segments);
	if (own.texts.length > 0) return own;
	const plain = plainForm(asked);
	const like = [...(await wordsLike(asked, segments)).keys()].filter((form) => form !== plain);
	const keys = like.flatMap((form) => terms.wholeKeys(form));
	return keys.length > 0 ? byKeys('marks', [...new Set(keys)], segments) : null;
}

async function byKeys(
	by: FoundBy,
	keys: readonly string[],
	segments: readonly SegmentFiles[]
): Promise<Concordance> {
	const { paragraphs, gaps } = await findKeys(keys, segments);
	return { by, lemmas: keys.map((key) => key.slice(1)), texts: byText(paragraphs), gaps };
}

/**
 * Finds paragraphs that have all words of a phrase, in any form. Whether they stand beside each other
 * only the text tells: `linesOf` looks.
 */
async function byWords(
	asked: string,
	segments: readonly SegmentFiles[],
	terms: Terms
): Promise<Concordance | null> {
	const words = asked.split(' ').slice(0, mostWords);
	const found = await Promise.all(words.map((word) => findKeys(terms.wholeKeys(word), segments)));
	const placeOf = ({ column, row }: FoundParagraph) => `${column.text} ${column.side} ${row}`;
	const [first, ...others] = found.map(
		({ paragraphs }) => new Map(paragraphs.map((one) => [placeOf(one), one]))
	);
	const paragraphs = [...(first ?? [])].flatMap(([place, one]) => {
		const rest = others.map((other) => other.get(place));
		if (rest.includes(undefined)) return [];
		const forms = [one, ...rest].map((word) => word?.forms ?? []);
		return [{ ...one, forms: phrases(forms.map((word) => word.map(({ form }) => form))) }];
	});
	if (paragraphs.length === 0) return null;
	return {
		by: 'words',
		lemmas: [],
		texts: byText(paragraphs),
		gaps: found.flatMap(({ gaps }) => gaps)
	};
}

/** UTF-16 units of what is asked for; what is beyond is not looked for. */
const longestAsked = 500;
/** Words of a phrase that are looked for: those beyond it are not. */
const mostWords = 8;
/** Ways to put the forms of a paragraph together: beyond it only the first are looked for. */
const mostPhrases = 64;

const phrases = (words: readonly (readonly string[])[]): FoundParagraph['forms'] =>
	words
		.reduce<readonly string[]>(
			(made, forms) =>
				made
					.flatMap((before) => forms.map((form) => (before === '' ? form : `${before} ${form}`)))
					.slice(0, mostPhrases),
			['']
		)
		.map((form) => ({ key: '', form, count: 1 }));

function byText(paragraphs: readonly FoundParagraph[], lang?: Lang): readonly FoundText[] {
	const texts = grouped(paragraphs, ({ column }) => `${column.text} ${column.side}`);
	const order = new Intl.Collator(lang);
	return [...texts.values()]
		.flatMap((group) => {
			const [first] = group;
			if (!first) return [];
			const { text, side, title } = first.column;
			return [{ key: text, side, title, paragraphs: group }];
		})
		.toSorted((a, b) => order.compare(a.title, b.title));
}

/** How often a word stands in a paragraph: a form that has two of the keys counts once. */
export const placesOf = ({ forms }: FoundParagraph): number =>
	[...new Map(forms.map(({ form, count }) => [form, count])).values()].reduce(
		(sum, count) => sum + count,
		0
	);

/** Counts the places of a text by whose work the translation beside them is. */
export function placesByLevel({
	paragraphs
}: FoundText): Readonly<Partial<Record<TrustLevel, number>>> {
	const counts = grouped(paragraphs, ({ level }) => level);
	return Object.fromEntries(
		trustLevels.flatMap((level) => {
			const here = counts.get(level) ?? [];
			const places = here.reduce((sum, paragraph) => sum + placesOf(paragraph), 0);
			return places > 0 ? [[level, places]] : [];
		})
	);
}
