/**
 * Finds the stored article that a text is, by the fingerprints of its paragraphs.
 *
 * Paragraphs are weighed by their words, so that a heading or a quotation shared by two texts
 * counts little. With c_t the known part of the text and c_a the part of the article in the text,
 * the resemblance |T ∩ A| / |T ∪ A| is 1 / (1/c_t + 1/c_a − 1). Broder and others call two
 * documents roughly the same from 0.5 on ("Syntactic clustering of the Web", 1997). They compare
 * runs of ten words, and a changed word spoils ten of those; here it spoils a whole paragraph, so
 * half of their limit is required. A text is therefore still recognised with half of its words in
 * changed paragraphs (0.33), with only a third of the article (0.33), and with twice its length of
 * other text around it (0.33); a text that quotes a tenth of an article is not recognised as that
 * article (0.05).
 */
import type { Article, Block, BlockShape } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';
import { shapeOf } from '../text/shape';
import { countWords } from '../text/words';
import type { Translation } from './unit';

/** A paragraph that a stored translation covers, its shape, and its weight in words. */
export interface KnownParagraph {
	readonly fingerprint: Fingerprint;
	readonly shape: BlockShape;
	readonly words: number;
}

export interface KnownArticle {
	readonly article: string;
	readonly paragraphs: readonly KnownParagraph[];
}

/**
 * Collects the known paragraphs of an article from its translations and, if available, its
 * original.
 */
export function knownArticle(
	article: string,
	translations: readonly Translation[],
	original: Article | null
): KnownArticle {
	const told = translations.flatMap(({ units }) =>
		units.flatMap((unit) =>
			unit.source.map((fingerprint) => ({
				fingerprint,
				shape: withoutCredit(unit),
				words: Math.round(total(unit.text.map(countWords)) / unit.source.length)
			}))
		)
	);
	const own = (original?.blocks ?? []).map((block) => ({
		fingerprint: block.fingerprint,
		shape: withoutCredit(block),
		words: countWords(block.text)
	}));
	const distinct = new Map([...told, ...own].map((known) => [known.fingerprint, known]));
	return { article, paragraphs: [...distinct.values()] };
}

/** Drops the credit: a unit’s credit is in the translation’s language. */
const withoutCredit = (shape: BlockShape): BlockShape =>
	shape.kind === 'caption' ? { kind: shape.kind } : shapeOf(shape);

export interface Recognition {
	readonly article: string;
	/** Number of blocks in the text, and how many of them the article’s translations cover. */
	readonly paragraphs: number;
	readonly known: number;
	/** Blocks of the text without a translation: changed, added or never translated. */
	readonly unknown: readonly Fingerprint[];
	/** From 0 to 1. */
	readonly resemblance: number;
}

const leastResemblance = 0.25;

/**
 * Fewest shared words that count as a match: about two short paragraphs. Many texts may share less,
 * such as a heading, a name and a date.
 */
const leastWords = 30;

/** Returns the article that resembles the text most, or null if none resembles it enough. */
export function recognise(
	blocks: readonly Block[],
	index: readonly KnownArticle[]
): Recognition | null {
	const here = new Set(blocks.map(({ fingerprint }) => fingerprint));
	const near = index.filter(({ paragraphs }) =>
		paragraphs.some(({ fingerprint }) => here.has(fingerprint))
	);
	if (near.length === 0) return null;
	const weights = blocks.map(({ text }) => countWords(text));
	const likely = near
		.map((known) => compare(blocks, weights, here, known))
		.filter(({ resemblance }) => resemblance >= leastResemblance);
	return likely.reduce<Recognition | null>(
		(best, one) => (best && best.resemblance >= one.resemblance ? best : one),
		null
	);
}

function compare(
	blocks: readonly Block[],
	weights: readonly number[],
	here: ReadonlySet<Fingerprint>,
	{ article, paragraphs }: KnownArticle
): Recognition {
	const known = new Set(paragraphs.map(({ fingerprint }) => fingerprint));
	const found = total(
		blocks.map(({ fingerprint }, at) => (known.has(fingerprint) ? (weights[at] ?? 0) : 0))
	);
	const held = paragraphs.filter(({ fingerprint }) => here.has(fingerprint));
	const ofText = found / (total(weights) || 1);
	const ofArticle = weigh(held) / (weigh(paragraphs) || 1);
	const enough = found >= leastWords || (ofArticle === 1 && ofText === 1);
	const unknown = blocks.flatMap(({ fingerprint }) => (known.has(fingerprint) ? [] : fingerprint));
	return {
		article,
		paragraphs: blocks.length,
		known: blocks.length - unknown.length,
		unknown,
		resemblance: enough && ofText * ofArticle > 0 ? 1 / (1 / ofText + 1 / ofArticle - 1) : 0
	};
}

const weigh = (paragraphs: readonly KnownParagraph[]): number =>
	total(paragraphs.map(({ words }) => words));
const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);
