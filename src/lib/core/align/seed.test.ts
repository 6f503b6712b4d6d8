import { describe, expect, test } from 'vitest';
import { parseSeed, reversed, seedOf } from './seed';

describe('a seed', () => {
	const seed = parseSeed('# Heading\n\ngår gick = go went\ntolv = twelve 12\n', ['sv', 'en']);
	test('links every word on the left to every one on the right', () => {
		expect([...(seed.forward.get('gick') ?? [])]).toEqual(['go', 'went']);
		expect([...(seed.backward.get('went') ?? [])]).toHaveLength(2);
	});
	test('holds numbers in the form that tokens have', () =>
		expect(seed.forward.get('tolv')?.has('#12')).toBe(true));
	test('can be reversed', () => expect(reversed(seed).forward).toBe(seed.backward));
	test.each(['one two', 'a = b = c', '= b', 'a ='])('rejects the line %s', (line) =>
		expect(() => parseSeed(line, ['sv', 'en'])).toThrow(RangeError)
	);
});

test('exists for Swedish and English in both directions, and for no other pair', async () => {
	const forward = await seedOf('sv', 'en-GB');
	const backward = await seedOf('en', 'sv-SE');
	expect(forward?.forward.size).toBeGreaterThan(2000);
	expect(backward?.forward).toBe(forward?.backward);
	expect(backward?.langs).toEqual(['en', 'sv']);
	expect(await seedOf('de', 'fr')).toBeNull();
	expect(await seedOf('constructor', 'sv')).toBeNull();
});
