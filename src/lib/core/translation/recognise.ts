/**
 * Which stored article a text is, by the fingerprints of its paragraphs.
 *
 * Paragraphs are weighed by their words, so that a heading or a quotation shared by two texts says
 * little. With c_t the known part of the text and c_a the part of the article that it holds, the
 * resemblance |T ∩ A| / |T ∪ A| is 1 / (1/c_t + 1/c_a − 1). Broder and others call two documents
 * roughly the same from 0.5 on ("Syntactic clustering of the Web", 1997); they compare runs of ten
 * words, of which a changed word spoils ten, where it spoils a whole paragraph of ours: half of
 * that is asked. So a text is still known with half of its words in changed paragraphs (0.33), with
 * a third of the article alone (0.33), and with twice its length of other text around it (0.33);
 * a text that quotes a tenth of an article is not that article (0.05).
 */
import type { Article, Block, BlockShape } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';
import { shapeOf } from '../text/shape';
import { countWords } from '../text/words';
import type { Translation } from './unit';

/** A paragraph that a stored translation knows, its shape, and its weight in words. */
export interface KnownParagraph {
	readonly fingerprint: Fingerprint;
	readonly shape: BlockShape;
	readonly words: number;
}

export interface KnownArticle {
	readonly article: string;
	readonly paragraphs: readonly KnownParagraph[];
}

/** What is known of an article, from its translations and, where it is at hand, its original. */
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

/** A unit’s credit is in the translation’s language. */
const withoutCredit = (shape: BlockShape): BlockShape =>
	shape.kind === 'caption' ? { kind: shape.kind } : shapeOf(shape);

export interface Recognition {
	readonly article: string;
	/** Blocks of the text, and how many of them the article’s translations know. */
	readonly paragraphs: number;
	readonly known: number;
	/** Blocks of the text that they do not know: changed, added or missing a translation. */
	readonly unknown: readonly Fingerprint[];
	/** 0 to 1. */
	readonly resemblance: number;
}

const leastResemblance = 0.25;

/** Less is a heading, a name and a date: many texts may share them. Two short paragraphs. */
const leastWords = 30;

/** The article that resembles the text most, or null where none does enough. */
export function recognise(
	blocks: readonly Block[],
	index: readonly KnownArticle[]
): Recognition | null {
	const weights = blocks.map(({ text }) => countWords(text));
	const likely = index
		.map((known) => compare(blocks, weights, known))
		.filter(({ resemblance }) => resemblance >= leastResemblance);
	return likely.reduce<Recognition | null>(
		(best, one) => (best && best.resemblance >= one.resemblance ? best : one),
		null
	);
}

function compare(
	blocks: readonly Block[],
	weights: readonly number[],
	{ article, paragraphs }: KnownArticle
): Recognition {
	const known = new Set(paragraphs.map(({ fingerprint }) => fingerprint));
	const here = new Set(blocks.map(({ fingerprint }) => fingerprint));
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
