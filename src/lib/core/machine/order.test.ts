import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder, isNear, type InView, type Waiting } from './order';

const view: InView = { first: 10, last: 14, soon: 20 };
const named = (said: string): readonly Waiting[] =>
	said.split(' ').map((one) => {
		const priorities = { p: 'paragraph', a: 'article', r: 'reading' } as const;
		return { at: Number(one.slice(1)), priority: priorities[one[0] as 'p' | 'a' | 'r'] };
	});
const names = (waiting: readonly Waiting[]): string =>
	waiting.map(({ at, priority }) => `${priority.charAt(0)}${at}`).join(' ');

it.each([
	[
		'the paragraph asked for, then the screen, then on from there',
		'a1 a30 a18 a12 p2',
		'p2 a12 a18 a30 a1'
	],
	['reading requests only near the screen', 'r1 r9 r10 r14 r15 r20 r21', 'r10 r14 r15 r20'],
	['explicit requests wherever they are', 'a1 a99 p99', 'p99 a99 a1']
])('%s', (_, waiting, ordered) => {
	expect(names(inOrder(named(waiting), view))).toBe(ordered);
});

const place = fc.nat({ max: 60 });
const waiting = fc.array(
	fc.record({
		at: place,
		priority: fc.constantFrom('paragraph' as const, 'article' as const, 'reading' as const)
	})
);
const inView = fc
	.tuple(place, place, place)
	.map(([first, a, b]) => ({ first, last: first + a, soon: first + a + b }));

it('every explicit request is kept, and those on the screen come before the others', () => {
	fc.assert(
		fc.property(waiting, inView, (all, view) => {
			const ordered = inOrder(all, view);
			expect(ordered.length).toBe(
				all.filter(({ at, priority }) => priority !== 'reading' || isNear(at, view)).length
			);
			const rest = ordered.filter(({ priority }) => priority !== 'paragraph');
			const seen = rest.map(({ at }) => at >= view.first && at <= view.last);
			expect(seen.lastIndexOf(true)).toBe(seen.filter((is) => is).length - 1);
			expect(new Set(ordered)).toEqual(new Set(ordered.filter((one) => all.includes(one))));
		})
	);
});
