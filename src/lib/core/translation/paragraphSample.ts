/**
 * The order in which a text asks for its paragraphs: a sample of its words, the same at each call.
 * A paragraph’s chance to come early is in proportion to its words, wherever it stands, so that the
 * first few tell how much of the text is known. Efraimidis and Spirakis, “Weighted random sampling
 * with a reservoir” (2006), with digits of the fingerprint as the random number.
 */
import type { Block } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';
import { countWords } from '../text/words';

/** Words of a text by paragraph: of one that comes several times, all together. */
export type ParagraphWords = ReadonlyMap<Fingerprint, number>;

export function paragraphWords(blocks: readonly Block[]): ParagraphWords {
	const words = new Map<Fingerprint, number>();
	for (const { fingerprint, text } of blocks)
		words.set(fingerprint, (words.get(fingerprint) ?? 0) + countWords(text));
	return words;
}

/** Returns the paragraphs in the order in which they are asked for; those without words last. */
export const sampleOrder = (words: ParagraphWords): readonly Fingerprint[] =>
	[...words]
		.map(([fingerprint, weight]) => ({
			fingerprint,
			late: -Math.log(chance(fingerprint)) / weight
		}))
		.sort((a, b) => a.late - b.late || (a.fingerprint < b.fingerprint ? -1 : 1))
		.map(({ fingerprint }) => fingerprint);

const chanceBits = 32;

/** Returns a number between 0 and 1 by the digits that do not choose a fingerprint’s file. */
const chance = (fingerprint: Fingerprint): number =>
	(Number.parseInt(fingerprint.slice(8), 16) + 0.5) / 2 ** chanceBits;
