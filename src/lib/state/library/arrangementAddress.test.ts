import { expect, test } from 'vitest';
import { asItComes, type Arrangement } from './arrange';
import { arrangementOf, searchOf } from './arrangementAddress';

test.each([
	{},
	{ query: 'röda & "rummet"', sort: 'title', unread: true },
	{ lang: 'en', author: 'Ada Ås', year: '1998', series: 'fem-texter', level: 'human' }
] as const satisfies Partial<Arrangement>[])('%j is in the address as it was asked', (part) => {
	const asked = { ...asItComes, ...part };
	expect(arrangementOf(searchOf(asked))).toEqual(asked);
});

test('nothing asked leaves the address bare', () => {
	expect(searchOf(asItComes)).toBe('');
});

test('what has no meaning asks for nothing', () => {
	const odd = '?sort=odd&lang=<b>&year=20&series=../x&by=nobody&author=%20&utm=1';
	expect(arrangementOf(odd)).toEqual(asItComes);
	expect(arrangementOf(`?q=${'a'.repeat(5000)}`).query).toHaveLength(200);
});
