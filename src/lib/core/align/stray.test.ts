import { expect, test } from 'vitest';
import { beads } from './bead';
import { side } from './side';
import { withoutStrays } from './stray';

const preface = 'I wrote all of these stories in a small room by the river.';
const source = side({
	lang: 'sv',
	paragraphs: [['Till Elsa'], ['Det var en gång.', 'Så gick det.']]
});
const target = side({
	lang: 'en',
	paragraphs: [
		[preface, 'Forgive me.'],
		['Once upon a time.', 'So it went.']
	]
});

/** Returns how many of the links are kept; the first has the probability `first`. */
const kept = (notation: string, first: number): number => {
	const links = beads(notation).filter(([ours, theirs]) => ours.length > 0 && theirs.length > 0);
	const found = links.map((bead, at) => ({ bead, confidence: at === 0 ? first : 0.99 }));
	return withoutStrays(found, source, target).length;
};

test('a doubtful link to a small part of a paragraph is a stray', () =>
	expect(kept('0-1 1-1 1-1 1-1', 0.75)).toBe(2));
test('a sure one is none', () => expect(kept('0-1 1-1 1-1 1-1', 0.95)).toBe(3));
test('nor is one to most of a paragraph', () => expect(kept('1-1 0-1 1-1 1-1', 0.75)).toBe(3));
test('nor is one beside another of its paragraph', () => expect(kept('1-2 1-1 1-1', 0.75)).toBe(3));
