/**
 * Sentence pairs whose content words are linked by hand: a pair a line, Swedish, a bar, English.
 * Words that answer each other bear the same number: `ställdes/4 in/4 | cancelled/4`. Pairs in even
 * places are held back: nothing is chosen by them.
 */
import { textWords } from '../textWord';
import { dialogue } from './dialogue.fixture';
import { letters } from './letters.fixture';
import { news } from './news.fixture';
import { prose } from './prose.fixture';
import { science } from './science.fixture';

export interface LinkedByHand {
	readonly kind: string;
	/** Swedish and English. */
	readonly texts: readonly [string, string];
	/** Pairs of indices of words. */
	readonly links: readonly (readonly [swedish: number, english: number])[];
	readonly isHeldBack: boolean;
}

const mark = /(?:\/\d+)+/g;

/** Returns a text without its marks, and the numbers of each of its words. */
function unmarked(marked: string): { text: string; numbers: readonly (readonly string[])[] } {
	const text = marked.replace(mark, '').trim();
	const ends = new Map<number, readonly string[]>();
	let taken = 0;
	const start = marked.length - marked.trimStart().length;
	for (const { 0: found, index } of marked.matchAll(mark)) {
		ends.set(index - taken - start, found.slice(1).split('/'));
		taken += found.length;
	}
	const words = textWords(text);
	const numbers = words.map((word) => ends.get(word.start + word.text.length) ?? []);
	if (numbers.filter(({ length }) => length > 0).length !== ends.size)
		throw new RangeError(`a mark stands at no word’s end in ${JSON.stringify(marked)}`);
	return { text, numbers };
}

function pair(kind: string, line: string, at: number): LinkedByHand {
	const [swedish, english, more] = line.split('|').map(unmarked);
	if (!swedish || !english || more) throw new RangeError(`${JSON.stringify(line)} is no pair`);
	const links = swedish.numbers.flatMap((ours, s) =>
		english.numbers.flatMap((theirs, e) =>
			ours.some((number) => theirs.includes(number)) ? [[s, e] as const] : []
		)
	);
	return { kind, texts: [swedish.text, english.text], links, isHeldBack: at % 2 === 1 };
}

/** Returns all pairs, the five kinds of text one after the other. */
export const linkedByHand = (): readonly LinkedByHand[] =>
	Object.entries({ news, prose, dialogue, letters, science }).flatMap(([kind, lines]) =>
		lines
			.trim()
			.split('\n')
			.map((line, at) => pair(kind, line, at))
	);
