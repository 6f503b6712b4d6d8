import fc from 'fast-check';
import { expect, test } from 'vitest';
import { block } from '../text/block';
import type { Link } from './draft';
import { splitSources } from './splitSources';
import { sizes } from './units';

/** Returns a side with as many sentences in each paragraph. */
const side = (lang: string, ...counts: number[]) => ({
	lang,
	blocks: counts.map((count, at) =>
		block(
			{ kind: 'paragraph' },
			Array.from({ length: count }, (_, nth) => `Mening ${at} ${nth} slutar.`).join(' ')
		)
	)
});
/** Links in the notation of beads: `2-1` takes the next two and the next one. */
function linked(text: string): readonly Link[] {
	const at = { source: 0, target: 0 };
	return text.split(' ').map((bead) => {
		const [m = 0, n = 0] = bead.split('-').map(Number);
		const take = (from: number, count: number) => Array.from({ length: count }, (_, k) => from + k);
		const [source, target] = [take(at.source, m), take(at.target, n)];
		[at.source, at.target] = [at.source + m, at.target + n];
		return { source, target, confidence: 0.9, fixed: false };
	});
}
const notation = (links: readonly Link[]) =>
	links.map(({ source, target }) => `${source.length}-${target.length}`).join(' ');

test('a translation that two chapters share is cut where the second begins', () => {
	const [first, second] = splitSources(
		[side('sv', 2, 1), side('sv', 1, 1)],
		side('en', 2, 1, 2),
		linked('1-1 1-1 1-1 1-1 1-1')
	);
	expect(first?.target.blocks).toHaveLength(2);
	expect(notation(first?.links ?? [])).toBe('1-1 1-1 1-1');
	expect(second?.target.blocks).toHaveLength(1);
	expect(second?.links).toEqual(linked('1-1 1-1'));
});

test('a link across the cut is taken apart, and its sentences are uncertain', () => {
	const [first, second] = splitSources(
		[side('sv', 2), side('sv', 2)],
		side('en', 2, 2),
		linked('1-1 2-1 1-2')
	);
	expect(notation(first?.links ?? [])).toBe('1-1 1-0 0-1');
	expect(notation(second?.links ?? [])).toBe('1-0 1-2');
	expect(first?.links.at(-1)?.confidence).toBe(0);
});

test('a chapter whose translation lacks has an empty part', () => {
	const parts = splitSources([side('sv', 1), side('sv', 1)], side('en', 2), linked('1-2 1-0'));
	expect(parts.map(({ target }) => target.blocks.length)).toEqual([1, 0]);
	expect(parts.map(({ links }) => notation(links))).toEqual(['1-2', '1-0']);
});

const counts = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 });
const anyBeads = fc.array(
	fc.constantFrom([1, 1], [1, 0], [0, 1], [2, 1], [1, 2], [2, 2] as [number, number])
);

test('law: every paragraph is in one part, and its links cover its sentences', () => {
	fc.assert(
		fc.property(
			fc.array(counts, { minLength: 1, maxLength: 3 }),
			counts,
			anyBeads,
			(ours, theirs, beads) => {
				const sources = ours.map((each) => side('sv', ...each));
				const target = side('en', ...theirs);
				const total = (side: Parameters<typeof sizes>[0]) => sizes(side).reduce((a, b) => a + b, 0);
				let [m, n] = [sources.reduce((sum, each) => sum + total(each), 0), total(target)];
				const fitting = beads.filter(([a = 0, b = 0]) => {
					const fits = a <= m && b <= n;
					if (fits) [m, n] = [m - a, n - b];
					return fits;
				});
				const rest = [...Array<number[]>(m).fill([1, 0]), ...Array<number[]>(n).fill([0, 1])];
				const all = [...fitting, ...rest].map((bead) => bead.join('-')).join(' ');
				const parts = splitSources(sources, target, linked(all));
				expect(parts.flatMap((part) => part.target.blocks)).toEqual(target.blocks);
				for (const { source, target, links } of parts) {
					const from = (count: number) => Array.from({ length: count }, (_, at) => at);
					expect(links.flatMap((link) => link.source)).toEqual(from(total(source)));
					expect(links.flatMap((link) => link.target)).toEqual(from(total(target)));
				}
			}
		)
	);
});
