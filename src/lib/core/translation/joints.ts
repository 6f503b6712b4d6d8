/**
 * The paragraphs that a text may have had before copying split or joined them: every run of whole
 * sentences, with how likely it is that it was one.
 */
import type { Block } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';
import { GrowingFingerprint } from './growingFingerprint';
import { addWord, stretchWords, type StretchWord } from './stretchWords';

export interface Joint {
	readonly fingerprint: Fingerprint;
	readonly words: number;
	/** Compared with other joints of the text; no probability. */
	readonly likelihood: number;
}

/** Most places in a joint where a paragraph may end: a longer one is rarely a paragraph. */
const maxEnds = 12;
/** Most words of a joint. */
const maxJointWords = 400;

/** How much less likely a paragraph begins or ends inside a block, or where no sentence does. */
const unlikely = 0.2;

export function joints(blocks: readonly Block[]): readonly Joint[] {
	const words = stretchWords(blocks);
	return words.flatMap((_, from) => {
		const begins = likelyBreak(words, from);
		return begins === 0 ? [] : jointsFrom(words, from, begins);
	});
}

function jointsFrom(words: readonly StretchWord[], from: number, begins: number): readonly Joint[] {
	const found: Joint[] = [];
	const text = new GrowingFingerprint();
	const last = Math.min(words.length, from + maxJointWords);
	for (let to = from + 1; to <= last && found.length < maxEnds; to++) {
		addWord(text, words[to - 1]);
		const ends = likelyBreak(words, to);
		if (ends === 0) continue;
		const likelihood = begins * ends * likelyLength(found.length + 1);
		found.push({ fingerprint: text.value, words: to - from, likelihood });
	}
	return found;
}

/** Returns how likely a paragraph ends before the word at `at`; 0 where none does. */
function likelyBreak(words: readonly StretchWord[], at: number): number {
	const ends = words[at - 1]?.ends ?? true;
	const begins = words[at]?.begins ?? true;
	if (ends && begins) return 1;
	return ends || begins ? unlikely : 0;
}

/** Most paragraphs have a few sentences. */
function likelyLength(ends: number): number {
	if (ends > 6) return 0.2;
	return ends === 1 || ends > 4 ? 0.5 : 1;
}
