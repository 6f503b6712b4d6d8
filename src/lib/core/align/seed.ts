/**
 * A seed lexicon: words whose translations are known before anything is learnt. A pair of languages
 * has one or has none; nothing else depends on it. It is drawn from the lexicon that words are
 * looked up in (`core/words/wordPairs.ts`).
 */
import type { Lang } from '../text/article';
import { stemmer } from './stem';
import { primaryLang } from '../text/languageTag';
import type { WordPair } from '../words/wordPairs';

export interface Seed {
	readonly langs: readonly [source: Lang, target: Lang];
	/** By stem; numbers as tokens write them (`#12`). */
	readonly forward: ReadonlyMap<string, ReadonlySet<string>>;
	readonly backward: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Returns the seed of pairs of words. */
export function seedFrom(pairs: readonly WordPair[], langs: readonly [Lang, Lang]): Seed {
	const [ours, theirs] = [keys(langs[0]), keys(langs[1])];
	const forward = new Map<string, Set<string>>();
	const backward = new Map<string, Set<string>>();
	for (const { words, answers } of pairs) {
		const to = answers.map(theirs);
		for (const word of words.map(ours))
			for (const answer of to) {
				link(forward, word, answer);
				link(backward, answer, word);
			}
	}
	return { langs, forward, backward };
}

/** Returns what gives the key of a word, and remembers it: an answer answers many words. */
function keys(lang: Lang): (word: string) => string {
	const stem = stemmer(lang);
	const known = new Map<string, string>();
	return (word) => {
		const key = known.get(word) ?? (/^\d+$/.test(word) ? `#${word}` : stem(word.toLowerCase()));
		known.set(word, key);
		return key;
	};
}

function link(lists: Map<string, Set<string>>, from: string, to: string): void {
	const list = lists.get(from);
	if (list) list.add(to);
	else lists.set(from, new Set([to]));
}

/** Returns the same seed in the other direction. */
export const reversed = ({ langs: [source, target], forward, backward }: Seed): Seed => ({
	langs: [target, source],
	forward: backward,
	backward: forward
});

/** Lexica are large, so they are loaded on demand. A new pair is a line here. */
const sources: Readonly<Record<string, () => Promise<readonly WordPair[]>>> = {
	'sv-en': async () => {
		const [{ wordPairs }, { swedishEntries }] = await Promise.all([
			import('../words/wordPairs'),
			import('../words/swedishEntries')
		]);
		return wordPairs(await swedishEntries());
	}
};

const loaded = new Map<string, Promise<Seed>>();

/** Returns the seed for a pair of languages, by their first subtags; null if there is none. */
export async function seedOf(source: Lang, target: Lang): Promise<Seed | null> {
	const [from, to] = [primaryLang(source), primaryLang(target)];
	const there = await drawn(from, to);
	if (there) return there;
	const mirrored = await drawn(to, from);
	return mirrored && reversed(mirrored);
}

async function drawn(from: Lang, to: Lang): Promise<Seed | null> {
	const pair = `${from}-${to}`;
	const load = Object.hasOwn(sources, pair) ? sources[pair] : undefined;
	if (!load) return null;
	const seed = loaded.get(pair) ?? load().then((pairs) => seedFrom(pairs, [from, to]));
	loaded.set(pair, seed);
	return seed;
}
