import { describe, expect, it } from 'vitest';
import { textWords } from './textWord';

const words = (text: string): readonly string[] => textWords(text).map(({ text: word }) => word);

describe('textWords', () => {
	it('keeps a colon, an apostrophe and a hyphen within a word', () => {
		expect(words('EU:s Nato-ländernas ledare don’t S:t Eriks')).toEqual([
			'EU:s',
			'Nato-ländernas',
			'ledare',
			'don’t',
			'S:t',
			'Eriks'
		]);
	});

	it('keeps the dots of abbreviations', () => {
		expect(words('Bl.a. USA, t.ex. i går m.m. e.g. here.')).toEqual([
			'Bl.a.',
			'USA',
			't.ex.',
			'i',
			'går',
			'm.m.',
			'e.g.',
			'here'
		]);
		expect(words('Det är t. ex. så.')).toEqual(['Det', 'är', 't. ex.', 'så']);
	});

	it('takes figures for no words, with what ends them', () => {
		expect(words('Den 2:a maj 1990 kom 3,5 miljoner, the 21st of 60s: 80-talet')).toEqual([
			'Den',
			'maj',
			'kom',
			'miljoner',
			'the',
			'of',
			'80-talet'
		]);
	});

	it('takes web addresses for no words', () => {
		expect(words('Se https://example.org/en/sida eller www.svt.se, red@dn.se.')).toEqual([
			'Se',
			'eller'
		]);
	});

	it('says where a word begins', () => {
		expect(textWords('En – två')).toEqual([
			{ text: 'En', start: 0 },
			{ text: 'två', start: 5 }
		]);
	});
});
