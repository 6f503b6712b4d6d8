import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../text/fingerprint';
import { position } from './arbitrary';
import { findSpot, furthestOf, joinPositions, reaching, readState, shareOf } from './position';
import type { ReadingPosition } from './store';

const at = (minute: number) => `2026-01-01T00:0${minute}:00.000Z`;
const [a, b, c] = ['A.', 'B.', 'C.'].map(fingerprint) as [never, never, never];
const place = (paragraph: number, more: Partial<ReadingPosition> = {}): ReadingPosition => ({
	article: 'hus',
	fingerprint: a,
	paragraph,
	of: 9,
	changedAt: at(1),
	...more
});

describe('the state of a text', () => {
	test.each([
		['unread', null],
		['reading', place(4)],
		['read', place(9)],
		['read', place(4, { mark: { read: true, at: at(2) } })],
		['unread', place(4, { mark: { read: false, at: at(2) } })],
		['reading', place(4, { mark: { read: false, at: at(0) } })],
		['reading', place(9, { mark: { read: false, at: at(0) } })]
	] as const)('is %s for %j', (state, position) => {
		expect(readState(position)).toBe(state);
	});
});

describe('the furthest spot', () => {
	test('is the last one until a further one is reached', () => {
		expect(furthestOf(place(4))).toMatchObject({ paragraph: 4 });
		const went = reaching(place(4), place(7));
		expect(went.paragraph).toBe(4);
		expect(furthestOf(went)).toMatchObject({ paragraph: 7 });
		expect(furthestOf(reaching(went, place(5)))).toMatchObject({ paragraph: 7 });
	});
	test('never moves back', () => {
		fc.assert(
			fc.property(position, position, (one, other) => {
				const far = shareOf(furthestOf(reaching(one, other)));
				expect(far).toBe(Math.max(shareOf(furthestOf(one)), shareOf(other)));
			})
		);
	});
});

describe('two devices’ positions', () => {
	test('keep the last of the two, the furthest of either, and the later mark', () => {
		const phone = place(3, { changedAt: at(5) });
		const desk = place(8, { mark: { read: true, at: at(2) } });
		expect(joinPositions(phone, desk)).toEqual({
			...phone,
			furthest: { fingerprint: a, paragraph: 8, of: 9 },
			mark: { read: true, at: at(2) }
		});
	});
	test('join to the same in any order', () => {
		fc.assert(
			fc.property(position, position, position, (...three) => {
				const [x, y, z] = three.map((one) => ({ ...one, article: 'hus' })) as typeof three;
				expect(joinPositions(x, y)).toEqual(joinPositions(y, x));
				expect(joinPositions(joinPositions(x, y), z)).toEqual(
					joinPositions(x, joinPositions(y, z))
				);
				expect(joinPositions(x, x)).toEqual(x);
			})
		);
	});
});

describe('a spot', () => {
	test.each([
		['where it was', [a, b, c], { fingerprint: b, paragraph: 2, of: 3 }, 1],
		['where paragraphs came before it', [c, c, a, b], { fingerprint: b, paragraph: 2, of: 3 }, 3],
		['at the nearest of several alike', [b, a, b, c], { fingerprint: b, paragraph: 3, of: 4 }, 2],
		[
			'as far in, where its paragraph is gone',
			[a, a, a, a, a],
			{ fingerprint: c, paragraph: 2, of: 3 },
			2
		],
		['in a text that is shorter now', [a], { fingerprint: c, paragraph: 7, of: 9 }, 0]
	])('is found %s', (_, rows, spot, index) => {
		expect(findSpot(rows, spot)).toBe(index);
	});
	test('is found in every text with a row', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(a, b, c), { minLength: 1, maxLength: 6 }),
				position,
				(rows, spot) => {
					expect(rows[findSpot(rows, spot)]).toBeDefined();
				}
			)
		);
	});
});
