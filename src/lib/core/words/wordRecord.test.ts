import { describe, expect, it } from 'vitest';
import { dictionaryOf } from './dictionary';
import { phraseForms } from './phraseForms';
import { phraseOver } from './phrasesOf';
import { wordsBetween } from './wordsInText';
import { knownOf, lemmasOf, sentencesOf, type LookedUpWords } from './wordRecord';

const dictionary = await dictionaryOf('sv', 'en');
if (!dictionary) throw new Error('no lexicon');

/** Looks up what stands between asterisks. */
function looked(marked: string, translation: string | null = null, answers: string[] = []) {
	const [before = '', form = '', after = ''] = marked.split('*');
	const text = before + form + after;
	const words = wordsBetween(text, 'sv', before.length, before.length + form.length);
	if (!words) throw new Error('no words');
	const found = words.sentence.words
		.slice(words.first, words.last + 1)
		.map((_, at) => dictionary?.lookUpIn(words.sentence, words.first + at))
		.flatMap((one) => one ?? []);
	const ranges = answers.map((word) => {
		const from = translation?.indexOf(word) ?? 0;
		return { from, to: from + word.length };
	});
	const made = { words, form, found, forms: ['x'], translation, answers: ranges };
	return made satisfies LookedUpWords;
}

describe('the record of words', () => {
	it('is that of the lemma, for a word', () => {
		expect(knownOf(looked('Hon läser *böcker* här.'))).toEqual({
			form: 'böcker',
			forms: ['x'],
			lemma: 'bok',
			wordClass: 'noun',
			meaning: 'book'
		});
	});

	it('has the phrase’s lemma, also where other words stand within', () => {
		expect(knownOf(looked('Regeringen *ställer nu in* mötet.'))).toMatchObject({
			form: 'ställer nu in',
			lemma: 'ställa in',
			wordClass: 'particle verb',
			meaning: 'cancel, call off'
		});
	});

	it('has the form itself for a phrase that the lexicon lacks, and what answers it', () => {
		const free = looked('Hon *läser gamla\nböcker* här.', 'She reads old books here.', [
			'reads',
			'old',
			'books'
		]);
		expect(knownOf(free)).toEqual({
			form: 'läser gamla böcker',
			forms: [],
			lemma: 'läser gamla böcker',
			wordClass: '',
			meaning: 'reads old books'
		});
		expect(knownOf(looked('*Regeringen ställer in* mötet.'))?.lemma).toBe('Regeringen ställer in');
	});

	it('is none for a phrase of a hundred letters', () => {
		expect(knownOf(looked(`*${'bok '.repeat(40)}bok*`))).toBeNull();
	});

	it('has both sentences, with the words in them', () => {
		const made = looked('Först. Hon *ställer in* mötet.', 'She calls it off.', ['calls', 'off']);
		expect(sentencesOf(made)).toEqual({
			sentence: { text: 'Hon ställer in mötet.', range: [4, 14] },
			counterpart: { text: 'She calls it off.', range: [4, 16] }
		});
		expect(sentencesOf(looked('*Hon* går.'))).toMatchObject({ counterpart: null });
	});
});

it('dictionaries are asked for the lemmas of a word, and for that of a phrase', () => {
	const lemmas = (marked: string) => {
		const { found, words } = looked(marked);
		return lemmasOf(found, words);
	};
	expect(lemmas('Hon läser *böcker* här.')).toEqual(['bok']);
	expect(lemmas('Hon *ställer in* mötet.')).toEqual(['ställa in']);
	expect(lemmas('Hon *läser böcker* här.')).toEqual([]);
});

it('a phrase has every form of its verb, and of its pronoun', () => {
	const forms = (marked: string) => {
		const { found, words } = looked(marked);
		const phrase = phraseOver(found, words);
		return phrase && phraseForms(phrase.entry, dictionary.vocabulary);
	};
	expect(forms('Hon *ställer in* mötet.')).toEqual(
		expect.arrayContaining(['ställer in', 'ställde in', 'ställt in'])
	);
	expect(forms('Hon *bryr sig om* det.')).toEqual(
		expect.arrayContaining(['bryr mig om', 'brydde sig om'])
	);
	expect(forms('Hon kom *i alla fall* hem.')).toEqual([]);
});
