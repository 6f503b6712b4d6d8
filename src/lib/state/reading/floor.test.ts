import { describe, expect, it } from 'vitest';
import type { Shown } from '$lib/core/translation/row';
import { isBelow } from './floor';

const corrected = { correction: { by: 'Bo', date: '2026-11-02', kept: 0.9 } };

const by = (origin: 'human' | 'ai' | 'machine', reviewed = false, more = {}): Shown => ({
	kind: 'translated',
	text: ['Words.'],
	by: { origin, name: 'Ada', date: '2026-11-02' },
	review: reviewed ? { by: 'Bo', date: '2026-11-02' } : null,
	spans: null,
	stale: false,
	own: false,
	...more
});

describe('the floor', () => {
	it.each([
		[undefined, []],
		['draft', ['machine']],
		['reviewed', ['machine', 'ai']],
		[
			'human',
			['machine', 'machine reviewed', 'machine corrected', 'ai', 'ai reviewed', 'ai corrected']
		]
	] as const)('%s hides the translations below it', (floor, hidden) => {
		const all = {
			machine: by('machine'),
			'machine reviewed': by('machine', true),
			'machine corrected': by('machine', false, corrected),
			ai: by('ai'),
			'ai reviewed': by('ai', true),
			'ai corrected': by('ai', true, corrected),
			human: by('human'),
			none: { kind: 'missing' }
		} satisfies Record<string, Shown>;
		const below = Object.entries(all).filter(([, shown]) => isBelow(floor, shown));
		expect(below.map(([name]) => name)).toEqual(hidden);
	});
});
