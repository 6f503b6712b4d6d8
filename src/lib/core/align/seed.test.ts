import { describe, expect, test } from 'vitest';
import { reversed, seedFrom, seedOf } from './seed';

describe('a seed', () => {
	const seed = seedFrom(
		[
			{ words: ['går', 'gick'], answers: ['go', 'went'] },
			{ words: ['tolv', '12'], answers: ['twelve', '12'] }
		],
		['sv', 'en']
	);
	test('links every word to every answer', () => {
		expect([...(seed.forward.get('gick') ?? [])]).toEqual(['go', 'went']);
		expect([...(seed.backward.get('went') ?? [])]).toHaveLength(2);
	});
	test('holds numbers in the form that tokens have', () => {
		expect(seed.forward.get('tolv')?.has('#12')).toBe(true);
		expect(seed.backward.get('twelv')?.has('#12')).toBe(true);
	});
	test('can be reversed', () => expect(reversed(seed).forward).toBe(seed.backward));
});

test('exists for Swedish and English in both directions, and for no other pair', async () => {
	const forward = await seedOf('sv', 'en-GB');
	const backward = await seedOf('en', 'sv-SE');
	expect(forward?.forward.size).toBeGreaterThan(10_000);
	expect(backward?.forward).toBe(forward?.backward);
	expect(backward?.langs).toEqual(['en', 'sv']);
	expect(await seedOf('de', 'fr')).toBeNull();
	expect(await seedOf('constructor', 'sv')).toBeNull();
});
