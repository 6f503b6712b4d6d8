/** Two texts that are translations of each other, as long as one likes, made up from the lexicon. */
import type { AlignText } from '../src/lib/core/align/align';
import { common } from '../src/lib/core/words/lexicon/common';
import { swedishEntries } from '../src/lib/core/words/swedishEntries';
import { wordPairs, type WordPair } from '../src/lib/core/words/wordPairs';

const frequent = new Set(common.trim().split(/\s+/));
const lengthOf = ({ words }: WordPair): number => words[0]?.length ?? 0;

/** Short words first: they are the frequent ones of a real text. */
const pairs = wordPairs(await swedishEntries())
	.filter(({ words: [head] }) => head !== undefined && frequent.has(head))
	.toSorted((a, b) => lengthOf(a) - lengthOf(b));

/** Numbers from 0 to 1 that are the same in every run. */
function* chances(): Generator<number, never> {
	for (let state = 1; ;) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		yield state / 2 ** 32;
	}
}

/**
 * `size` sentences of 5 to 25 words, frequent ones more often, a name in every fourth; of every
 * hundred the translation leaves out two and joins four to the next. Nothing is read from anywhere.
 */
export function parallel(size: number): readonly [source: AlignText, target: AlignText] {
	const all = chances();
	const chance = () => all.next().value;
	const pick = <Item>(items: readonly Item[]): Item | undefined =>
		items[Math.floor(chance() * items.length)];
	const sentence = (): [string, string] => {
		const words = Array.from({ length: 5 + Math.floor(chance() * 20) }, () => {
			const pair = pairs[Math.floor(chance() ** 2 * pairs.length)];
			return [pick(pair?.words ?? []) ?? '', pick(pair?.answers ?? []) ?? ''] as const;
		});
		const name = `Q${Math.floor(chance() * size)
			.toString(36)
			.replaceAll(/\d/g, 'x')}`;
		const named = chance() < 0.25 ? [[name, name] as const] : [];
		const line = (side: 0 | 1) => `Nu ${[...words, ...named].map((both) => both[side]).join(' ')}.`;
		return [line(0), line(1).replace('Nu', 'Now')];
	};
	const source: string[][] = [[]];
	const target: string[][] = [[]];
	let joined = '';
	for (let at = 0; at < size; at++) {
		const [ours, theirs] = sentence();
		if (at % 6 === 5) {
			source.push([]);
			target.push([]);
		}
		source.at(-1)?.push(ours);
		const what = chance();
		if (what < 0.02) continue;
		if (what < 0.06) joined = theirs.replace(/\.$/, ', ');
		else {
			target.at(-1)?.push(joined + theirs);
			joined = '';
		}
	}
	return [
		{ lang: 'sv', paragraphs: source },
		{ lang: 'en', paragraphs: target.filter((paragraph) => paragraph.length > 0) }
	];
}
