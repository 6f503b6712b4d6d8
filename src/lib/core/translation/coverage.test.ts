import { expect, it } from 'vitest';
import { block } from '../text/block';
import { belowFloor, coverage } from './coverage';
import type { Row, Shown } from './row';
import { standings } from './standing';
import type { Origin } from './unit';

const row = (shown: Shown): Row => {
	const original = block({ kind: 'paragraph' }, 'ett');
	const { fingerprint } = original;
	return {
		id: fingerprint,
		source: [fingerprint],
		shape: { kind: 'paragraph' },
		originals: [original],
		shown
	};
};
const by = (origin: Origin, reviewed = false, stale = false): Row =>
	row({
		kind: 'translated',
		text: [origin],
		by: { origin, name: origin, date: '2026-11-21' },
		review: reviewed ? { by: 'Cia', date: '2026-11-22' } : null,
		spans: null,
		stale,
		own: false
	});
const rows = [
	by('human'),
	by('human', true),
	by('ai', true),
	by('machine', true),
	by('ai', false, true),
	by('machine'),
	row({ kind: 'missing' })
];

it('counts rows by standing, and those of an older original', () => {
	expect(coverage(rows)).toEqual({
		...{ human: 2, reviewed: 2, ai: 1, machine: 1, none: 1 },
		...{ total: 7, stale: 1 }
	});
});

it('finds what is below a floor', () => {
	const below = standings.map((floor) => belowFloor(rows, floor).length);
	expect(below).toEqual([5, 3, 2, 1, 0]);
});
