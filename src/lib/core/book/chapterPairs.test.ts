import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Beads } from '../align/bead';
import { assign, inOrder, joinToPrevious, movedPairs, partFromPrevious } from './chapterPairs';

/** Writes pairs as `0:0 1:1,2 –:3`. */
const written = (pairs: Beads): string =>
	pairs.map(([ours, theirs]) => `${ours.join() || '–'}:${theirs.join() || '–'}`).join(' ');
const read = (text: string): Beads =>
	text.split(' ').map((pair) => {
		const [ours = '', theirs = ''] = pair.split(':');
		const numbers = (side: string) => (side === '–' ? [] : side.split(',').map(Number));
		return [numbers(ours), numbers(theirs)] as const;
	});

describe('pairing by hand', () => {
	test('a chapter goes beside another one, and leaves its own original without a translation', () => {
		expect(written(assign(read('0:0 1:1 2:2'), 1, 2))).toBe('0:0 1:– 2:1,2');
	});

	test('a chapter that translates nothing comes after the one before it', () => {
		expect(written(assign(read('0:0 1:1 2:2'), 1, null))).toBe('0:0 –:1 1:– 2:2');
		expect(written(assign(read('0:0 1:1'), 0, null))).toBe('–:0 0:– 1:1');
		expect(written(assign(read('0:0 –:1 1:–'), 1, 1))).toBe('0:0 1:1');
	});

	test('a chapter of the original shares the translation of the one before, and is parted again', () => {
		const shared = joinToPrevious(read('0:0 1:1 2:2'), 1);
		expect(written(shared)).toBe('0,1:0,1 2:2');
		expect(written(partFromPrevious(shared, 1))).toBe('0:0,1 1:– 2:2');
		expect(written(partFromPrevious(shared, 0))).toBe('0,1:0,1 2:2');
		expect(written(joinToPrevious(shared, 0))).toBe('0,1:0,1 2:2');
	});

	test('of chapters in another order, as few as possible have moved', () => {
		expect([...movedPairs(read('0:1 1:2 2:0 3:3'))]).toEqual([2]);
		expect([...movedPairs(read('0:0 –:1 1:2 2:–'))]).toEqual([]);
		expect([...movedPairs([])]).toEqual([]);
	});
});

const anyPairs = fc
	.tuple(fc.nat(6), fc.nat(6))
	.map(([ours, theirs]): Beads =>
		inOrder([
			...Array.from({ length: ours }, (_, at) => [[at], []] as const),
			...Array.from({ length: theirs }, (_, at) => [[], [at]] as const)
		])
	);
const anyChange = fc.tuple(fc.constantFrom('assign', 'join', 'part'), fc.nat(5), fc.nat(6));

test('law: whatever a reader does, every chapter is in one pair, and originals are in order', () => {
	fc.assert(
		fc.property(anyPairs, fc.array(anyChange), (begun, changes) => {
			const [ours, theirs] = [0, 1].map((side) => begun.flatMap((pair) => pair[side] ?? []).sort());
			let pairs = begun;
			for (const [kind, a, b] of changes) {
				if (kind === 'join') pairs = joinToPrevious(pairs, a);
				else if (kind === 'part') pairs = partFromPrevious(pairs, a);
				else if (theirs?.includes(a)) pairs = assign(pairs, a, ours?.includes(b) ? b : null);
				expect(pairs.flatMap(([side]) => side)).toEqual(ours);
				expect(pairs.flatMap(([, side]) => side).sort()).toEqual(theirs);
				expect(pairs.every(([one, other]) => one.length + other.length > 0)).toBe(true);
			}
		})
	);
});
