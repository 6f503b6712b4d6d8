import { describe, expect, it } from 'vitest';
import { englishForms } from './english/lemmas.fixture';
import * as lemmas from './lemmas.fixture';
import { coverage, dictionary, firstLemmas, splits } from './measured.fixture';
import { newsEn } from './newsEn.fixture';
import { newsSv } from './newsSv.fixture';
import * as compounds from './splits.fixture';

const swedish = await dictionary('sv', 'en');
const english = await dictionary('en', 'sv');

describe('the first lemma', () => {
	it.each([
		['the list that the rules were set by', lemmas.open],
		['the list that was held back', lemmas.heldBack]
	])('is right for 97 of 100 forms of %s', (_, forms) => {
		const { percent, wrong } = firstLemmas(forms, swedish);
		expect(percent, wrong.join('; ')).toBeGreaterThanOrEqual(97);
	});
});

describe('the first English lemma', () => {
	it('is right for 97 of 100 forms of a list', () => {
		const { percent, wrong } = firstLemmas(englishForms, english);
		expect(percent, wrong.join('; ')).toBeGreaterThanOrEqual(97);
	});
});

describe('the split of a compound', () => {
	it.each([
		['the list that the rules were set by', compounds.open],
		['the list that was held back', compounds.heldBack]
	])('is right for 95 of 100 of %s', (_, list) => {
		const { percent, wrong } = splits(list, swedish);
		expect(percent, wrong.join('; ')).toBeGreaterThanOrEqual(95);
	});
});

describe('the words of news', () => {
	it('have a meaning: 98 of 100 Swedish words, 95 of 100 content words', () => {
		const { running, content } = coverage(newsSv, 'sv', swedish);
		expect(running.percent, running.wrong.join(' ')).toBeGreaterThanOrEqual(98);
		expect(content.percent, content.wrong.join(' ')).toBeGreaterThanOrEqual(95);
	});

	it('have a meaning: 98.5 of 100 English words, 96 of 100 content words', () => {
		const { running, content } = coverage(newsEn, 'en', english);
		expect(running.percent, running.wrong.join(' ')).toBeGreaterThanOrEqual(98.5);
		expect(content.percent, content.wrong.join(' ')).toBeGreaterThanOrEqual(96);
	});
});
