import { describe, expect, test } from 'vitest';
import { beads } from '../align/bead';
import type { Link } from './draft';
import { dropped } from './drop';
import type { RowShape } from './linkRows';

const linked = (notation: string): readonly Link[] =>
	beads(notation).map(([source, target]) => ({ source, target, confidence: 0.5, fixed: false }));

/** Each paragraph has one sentence. */
const shape: RowShape = { source: [0, 1, 2, 3], target: [0, 1, 2, 3, 4] };
const marks = (links: readonly Link[] | null) =>
	links?.map((link) => link.dropped ?? false) ?? null;

describe('dropping', () => {
	test('marks all paragraphs of a passage, whichever of them is chosen', () => {
		const links = linked('1-1 0-1 0-1 1-1 1-0');
		const marked = [false, true, true, false, false];
		expect(marks(dropped(links, shape, 1))).toEqual(marked);
		expect(marks(dropped(links, shape, 2))).toEqual(marked);
	});
	test('marks nothing of the original', () => {
		expect(marks(dropped(linked('1-1 1-0 0-1 0-1 1-1'), shape, 1))).toEqual([
			false,
			false,
			true,
			true,
			false
		]);
	});
	test('a second time puts the passage back', () => {
		const once = dropped(linked('1-1 0-1 0-1 1-1 1-0'), shape, 1) ?? [];
		expect(marks(dropped(once, shape, 2))).toEqual([false, false, false, false, false]);
	});
	test('is impossible where the paragraph has a counterpart', () => {
		expect(dropped(linked('1-1 0-1 0-1 1-1 1-0'), shape, 0)).toBeNull();
		const together = { source: [0, 1, 2, 3], target: [0, 2, 3, 4] };
		expect(dropped(linked('1-1 0-1 0-1 1-1 1-0'), together, 1)).toBeNull();
	});
	test('is kept when the rest is aligned again: the links are fixed', () => {
		const all = dropped(linked('1-1 0-1 0-1 1-1 1-0'), shape, 1) ?? [];
		expect(all.filter((link) => link.dropped).every(({ fixed }) => fixed)).toBe(true);
	});
});
