/** Tells a translation from what a file only holds in its place: a copy of the source, a draft of none. */
import { plain } from '../../text/inline';
import { normalise } from '../../text/fingerprint';

/** What a file says of a target: that it is a translation, that it is none, or nothing. */
export type Said = 'translated' | 'untranslated' | null;

export const isTranslation = (
	said: Said,
	original: readonly string[],
	text: readonly string[]
): boolean => said === 'translated' || (said === null && !isCopy(original, text));

/**
 * Tells whether a target is its source, not translated. Names, figures and the like stay as they are
 * in a translation too: a copy has a word without a capital.
 */
export function isCopy(original: readonly string[], text: readonly string[]): boolean {
	const [source, target] = [words(original), words(text)];
	return source !== '' && source === target && hasCommonWord.test(source);
}

const words = (paragraphs: readonly string[]): string =>
	normalise(paragraphs.map(plain).join('\n'));

const hasCommonWord =
	/(?<![\p{L}\p{M}\p{N}@./:-])\p{Ll}[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}@]|[./:]\S)/u;
