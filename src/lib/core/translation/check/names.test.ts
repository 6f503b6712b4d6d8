import { describe, expect, it } from 'vitest';
import { hasName, namesIn, namesOf } from './names';
import { skeleton } from './skeleton';

describe('namesOf', () => {
	const of = (text: string) => [...namesOf(text, 'en')];

	it('takes words with a capital within a sentence', () => {
		expect(of('We met Anna Berg in Kalmar.')).toEqual(['Anna', 'Berg', 'Kalmar']);
	});

	it.each([
		['the first word of a sentence', 'Yesterday we left. Tomorrow we return.'],
		['that of a quotation', 'She said: “Perhaps not.”'],
		['that of a thesis', '1) Perhaps not.'],
		['a word that also stands in lower case', 'He met the President, who is a president.'],
		['months and days', 'We left on Monday in March.'],
		['a heading in capitals', 'THE END IS NEAR']
	])('passes over %s', (_, text) => {
		expect(of(text)).toEqual([]);
	});

	it('recognises abbreviations at any position', () => {
		expect(of('NATO met.')).toEqual(['NATO']);
	});

	it('recognises a known name at the start of a sentence', () => {
		expect(namesIn('Berg left.', 'en', new Set(['Berg']))).toEqual(['Berg']);
	});
});

describe('hasName', () => {
	it.each([
		['Vi såg Tokajevs hus', 'Tokayev'],
		['Zjanaozen', 'Zhanaozen'],
		['Kuramsjin talade', 'Kuramshin'],
		['president Erdogan', 'Erdoğan'],
		['Natoländer', 'Nato'],
		['Clartés blogg', 'Clarté']
	])('%s has %s', (text, name) => {
		expect(hasName(text, name)).toBe(true);
	});

	it.each([
		['Anna gick', 'Berg'],
		['Ann', 'Anders'],
		['Kurmanov', 'Kuramshin']
	])('%s has no %s', (text, name) => {
		expect(hasName(text, name)).toBe(false);
	});
});

it('keeps names apart that differ in more than their transliteration', () => {
	expect(skeleton('Tokajev')).toBe(skeleton('Tokayev'));
	expect(skeleton('Atyrau')).not.toBe(skeleton('Aktau'));
	expect(skeleton('Uzbekistan')).not.toBe(skeleton('Turkmenistan'));
});
