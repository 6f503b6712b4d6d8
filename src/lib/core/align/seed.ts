/**
 * A seed lexicon: words whose translations are known before anything is learnt. A pair of languages
 * has one or has none; nothing else depends on it.
 *
 * Its form, one entry a line: words of the first language, `=`, words of the second; every word on
 * the left may be translated by every one on the right. Only forms that the stemmer does not join
 * need to be listed (`går gick gått = go went gone`). Digits stand for number words (`tolv = twelve
 * 12`). Lines that begin with `#` are headings for the reader.
 */
import type { Lang } from '../text/article';
import { stemmer } from './stem';
import { primaryLang } from '../text/languageTag';

export interface Seed {
	readonly langs: readonly [source: Lang, target: Lang];
	/** By stem; numbers as tokens write them (`#12`). */
	readonly forward: ReadonlyMap<string, ReadonlySet<string>>;
	readonly backward: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Parses a seed.
 * @throws RangeError naming an invalid line: the seed is the project’s own.
 */
export function parseSeed(text: string, langs: readonly [Lang, Lang]): Seed {
	const [ours, theirs] = langs.map((lang) => stemmer(lang));
	const forward = new Map<string, Set<string>>();
	const backward = new Map<string, Set<string>>();
	for (const line of text.split('\n').map((raw) => raw.trim())) {
		if (line === '' || line.startsWith('#')) continue;
		const [left, right, more] = line.split('=').map((half) => half.trim().split(/\s+/));
		if (!left?.[0] || !right?.[0] || more || !ours || !theirs)
			throw new RangeError(`${JSON.stringify(line)} is no entry of a seed: write en två = one`);
		for (const word of left)
			for (const answer of right) {
				link(forward, key(word, ours), key(answer, theirs));
				link(backward, key(answer, theirs), key(word, ours));
			}
	}
	return { langs, forward, backward };
}

const key = (word: string, stem: (word: string) => string): string =>
	/^\d+$/.test(word) ? `#${word}` : stem(word.toLowerCase());

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

/** Seeds are large, so they are loaded on demand. A new pair is a file and a line here. */
const seeds: Readonly<Record<string, () => Promise<string>>> = {
	'sv-en': async () => (await import('./seed/sv-en')).svEn
};

const loaded = new Map<string, Promise<Seed>>();

/** Returns the seed for a pair of languages, by their first subtags; null if there is none. */
export async function seedOf(source: Lang, target: Lang): Promise<Seed | null> {
	const [from, to] = [primaryLang(source), primaryLang(target)];
	const there = await parsed(from, to);
	if (there) return there;
	const mirrored = await parsed(to, from);
	return mirrored && reversed(mirrored);
}

async function parsed(from: Lang, to: Lang): Promise<Seed | null> {
	const pair = `${from}-${to}`;
	const load = Object.hasOwn(seeds, pair) ? seeds[pair] : undefined;
	if (!load) return null;
	const seed = loaded.get(pair) ?? load().then((text) => parseSeed(text, [from, to]));
	loaded.set(pair, seed);
	return seed;
}
