import { describe, expect, it } from 'vitest';
import type { Shown } from '$lib/core/translation/row';
import { isBelow } from './floor';

const by = (origin: 'human' | 'ai' | 'machine', reviewed = false): Shown => ({
	kind: 'translated',
	text: ['Words.'],
	by: { origin, name: 'Ada', date: '2026-11-02' },
	review: reviewed ? { by: 'Bo', date: '2026-11-02' } : null,
	spans: null,
	stale: false,
	own: false
});

describe('what is hidden', () => {
	it.each([
		[undefined, []],
		['draft', ['machine']],
		['reviewed', ['machine', 'ai']],
		['human', ['machine', 'machine reviewed', 'ai', 'ai reviewed']]
	] as const)('below %s', (floor, hidden) => {
		const all = {
			machine: by('machine'),
			'machine reviewed': by('machine', true),
			ai: by('ai'),
			'ai reviewed': by('ai', true),
			human: by('human'),
			none: { kind: 'missing' }
		} satisfies Record<string, Shown>;
		const below = Object.entries(all).filter(([, shown]) => isBelow(floor, shown));
		expect(below.map(([name]) => name)).toEqual(hidden);
	});
});
