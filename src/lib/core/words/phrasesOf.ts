import type { FoundWord } from './dictionary';
import type { FoundPhrase } from './phrase';
import type { AskedWords } from './wordsInText';

type Asked = Pick<AskedWords, 'first' | 'last'>;

/**
 * Returns the phrases that words are part of, each once: of one word all; of several beside each
 * other those that are among them as a whole.
 */
export function phrasesOf(
	found: readonly FoundWord[],
	{ first, last }: Asked
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

/** Returns the phrase that several words are, from the first to the last; null for none. */
export const phraseOver = (
	found: readonly FoundWord[],
	{ first, last }: Asked
): FoundPhrase | null =>
	phrasesOf(found, { first, last }).find(
		({ at }) => first < last && at[0] === first && at.at(-1) === last
	) ?? null;
