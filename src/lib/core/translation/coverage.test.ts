import { expect, it } from 'vitest';
import { block } from '../text/block';
import { coverage } from './coverage';
import type { Row, Shown } from './row';
import type { Origin } from './unit';

const row = (shown: Shown, text = 'ett'): Row => {
	const original = block({ kind: 'paragraph' }, text);
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
const corrected = row({
	...(by('ai', true).shown as Shown & { kind: 'translated' }),
	correction: { by: 'Bo', date: '2026-11-22', kept: 0.9 }
});
const rows = [
	by('human'),
	by('human', true),
	by('ai', true),
	by('machine', true),
	by('ai', false, true),
	by('machine'),
	corrected,
	row({ kind: 'missing' })
];

it('counts rows by trust level, and rows whose original has changed', () => {
	expect(coverage(rows)).toEqual({
		...{ human: 2, corrected: 1, reviewed: 2, ai: 1, machine: 1, none: 1 },
		...{ total: 8, stale: 1 }
	});
});

it('does not count a scene break that the translation lacks', () => {
	const lacking = row({ kind: 'missing' }, '\\* \\* \\*');
	expect(coverage([lacking, ...rows])).toEqual(coverage(rows));
});
