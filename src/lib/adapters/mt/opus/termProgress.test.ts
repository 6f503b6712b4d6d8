import { describe, expect, test } from 'vitest';
import { Pieces } from './pieces';
import { termProgress } from './termProgress';

const vocabulary = [
	'</s>',
	'▁strik',
	'e',
	's',
	'r',
	'▁general',
	'▁the',
	'▁',
	'“',
	'.',
	'▁strikes',
	'up',
	'▁general▁strike',
	'l'
];
const pieces = new Pieces(new Map(vocabulary.map((text, token) => [text, token])), new Set([0]));
const token = (text: string): number => vocabulary.indexOf(text);

/** Returns the progress after these pieces. */
const after = (terms: readonly (readonly string[])[], ...said: readonly string[]) =>
	said.reduce(
		(progress, text) => progress.after(token(text)),
		termProgress(terms, { pieces, reward: 8, length: 5 })
	);
const wanted = (terms: readonly (readonly string[])[], ...said: readonly string[]) =>
	after(terms, ...said).wanted.map((token) => vocabulary[token]);

describe('the progress of a translation', () => {
	test('wants the pieces that begin a term, whole words too', () => {
		expect(wanted([['strike']]).toSorted()).toEqual(['s', '▁', '▁strik', '▁strikes']);
		expect(wanted([['strike']], '▁strik')).toContain('e');
	});

	test('is rewarded from the first piece of a term, and loses that if it goes on otherwise', () => {
		expect(after([['strike']], '▁the').reward).toBe(0);
		expect(after([['strike']], '▁the', '▁strik').reward).toBe(8);
		expect(after([['strike']], '▁the', '▁strik', 'r').reward).toBe(0);
		expect(after([['strike']], '▁strik', '</s>').reward).toBe(0);
		expect(after([['strike']], '▁strik', 'e', '▁the').reward).toBe(8);
	});

	test('has a term once, in any of its spellings and with an ending', () => {
		const twice = after([['strike', 'general strike']], '▁strikes', '▁general▁strike');
		expect([twice.reward, twice.wanted]).toEqual([8, []]);
		expect(after([['strike'], ['general']], '▁general', '▁strikes').reward).toBe(16);
		// One piece with an ending that is longer than half of the term is another word.
		expect(after([['st']], '▁strikes').reward).toBe(0);
	});

	test('begins a term only where a word begins', () => {
		expect(after([['es']], '▁strik', 'e').reward).toBe(0);
		expect(after([['es']], '▁the', '▁', 'e').reward).toBe(8);
		expect(after([['es']], '▁the', '▁', '“', 'e').reward).toBe(8);
	});

	test('begins no term behind the end of the sentence', () => {
		expect(after([['strike']], '▁the', '.', '▁strik').reward).toBe(0);
		expect(wanted([['strike']], '▁the', '.')).toEqual([]);
	});

	test('asks for no term that the vocabulary cannot write', () => {
		const never = after([['ström']]);
		expect([never.most, never.wanted]).toEqual([0, []]);
		expect(after([['ström', 'strike']]).most).toBe(8);
	});
});

test('a vocabulary without some letter cannot write words with it', () => {
	expect(pieces.canWrite('uplup')).toBe(true);
	expect(pieces.canWrite('upplu')).toBe(false);
	expect(pieces.text(0)).toBe('');
	expect(pieces.startsOf('')).toEqual([]);
});
