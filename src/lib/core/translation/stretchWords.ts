/** The words of paragraphs that copying may have split or joined, and how they are joined again. */
import type { Block } from '../text/article';
import { GrowingFingerprint, hashedForm } from './growingFingerprint';

/**
 * A word of a stretch. Only plain spaces separate words; other characters between two words stay.
 */
export interface StretchWord {
	readonly text: string;
	/** The number of its block in the stretch. */
	readonly of: number;
	/** True if it is the first word of a block. */
	readonly begins: boolean;
	/**
	 * True if a sentence may end with it. A wrong guess does no harm: its text has no known
	 * fingerprint.
	 */
	readonly ends: boolean;
	readonly form: string | null;
}

const sentenceEnd = /[.!?…:][”"’'»)\]*_]*(?:\[\^[^\]]+\])*[”"’'»)*_]*$/;
/**
 * Most characters of marks that close a sentence. The limit keeps a word of thousands of marks from
 * taking seconds.
 */
const maxEndMarks = 40;
const mayEndWith = (word: string): boolean => sentenceEnd.test(word.slice(-maxEndMarks));

/** Returns the words of a stretch of blocks. */
export const stretchWords = (blocks: readonly Block[]): readonly StretchWord[] =>
	blocks.flatMap(({ text }, of) =>
		text.split(' ').map((word, at): StretchWord => ({
			text: word,
			of,
			begins: at === 0,
			ends: mayEndWith(word),
			form: hashedForm(word)
		}))
	);

/** Joins words into one text, and removes a hyphen that the end of a block put into a word. */
export function join(words: readonly StretchWord[]): string {
	const joined = new GrowingFingerprint();
	for (const word of words) addWord(joined, word);
	return joined.text;
}

export function addWord(text: GrowingFingerprint, word: StretchWord | undefined): void {
	if (!word) return;
	const end = text.end.slice(-maxLetterUnits);
	if (word.begins && /\p{L}-$/u.test(end) && /^\p{Ll}/u.test(word.text)) text.join(word.text);
	else text.add(word.text, word.form);
}

/** Length of a letter and a hyphen, in UTF-16 units. */
const maxLetterUnits = 3;
