import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxPieceLength, pieces } from './pieces';

describe('a sentence', () => {
	it('of usual length is one piece', () => {
		expect(pieces('Vi gick dit, och sedan hem.')).toEqual(['Vi gick dit, och sedan hem.']);
	});

	it('of three thousand words is cut where its clauses end', () => {
		const clause = 'vi gick dit och sedan hem igen, ';
		const cut = pieces(clause.repeat(430));
		expect(cut.length).toBeLessThan(20);
		for (const piece of cut) expect(piece).toMatch(/, $/);
	});

	it('without a clause is cut between its words, and without words anywhere', () => {
		expect(pieces('ord '.repeat(400)).every((piece) => piece.endsWith(' '))).toBe(true);
		expect(pieces('o'.repeat(2 * maxPieceLength + 1)).map(({ length }) => length)).toEqual([
			maxPieceLength,
			maxPieceLength,
			1
		]);
		for (const piece of pieces('🦊'.repeat(2000))) expect(piece.isWellFormed()).toBe(true);
	});
});

it('is cut without loss, into none that is too long', () => {
	const text = fc.string({
		unit: fc.constantFrom('a', ' ', ', ', '; ', '🦊', 'ord', '. '),
		maxLength: 3000,
		size: 'max'
	});
	fc.assert(
		fc.property(text, (sentence) => {
			const cut = pieces(sentence);
			expect(cut.join('')).toBe(sentence);
			for (const piece of cut) expect(piece.length).toBeLessThanOrEqual(maxPieceLength);
			expect(cut.slice(0, -1)).not.toContain('');
		})
	);
});
