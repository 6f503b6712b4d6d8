import type { FoundWord } from '$lib/core/words/dictionary';
import type { FoundPhrase } from '$lib/core/words/phrase';
import type { AskedWords } from '$lib/core/words/wordsInText';

/**
 * Returns the phrases that words are part of, each once: of one word all; of several beside each
 * other those that are among them as a whole.
 */
export function phrasesOf(
	found: readonly FoundWord[],
	{ first, last }: Pick<AskedWords, 'first' | 'last'>
): readonly FoundPhrase[] {
	const seen = new Set<string>();
	return found
		.flatMap(({ phrases }) => phrases)
		.filter(({ entry, at }) => {
			const isMeant = first === last || at.every((index) => index >= first && index <= last);
			const key = `${entry.head} ${entry.code} ${at.join(' ')}`;
			if (!isMeant || seen.has(key)) return false;
			seen.add(key);
			return true;
		});
}
