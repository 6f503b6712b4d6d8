import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dear } from '../laws.fixture';
import { dictionaryOf } from './dictionary';
import { formsOf } from './coverage';
import { textWords } from './textWord';

const pairs = await Promise.all(
	[
		['sv', 'en'],
		['en', 'sv']
	].map(async ([from = '', to = '']) => {
		const dictionary = await dictionaryOf(from, to);
		if (!dictionary) throw new RangeError(`no dictionary from ${from} to ${to}`);
		return { from, dictionary };
	})
);

describe.each(pairs)('look-up in $from', ({ from, dictionary }) => {
	const { vocabulary } = dictionary;
	const words = vocabulary.lexicon.entries.filter(({ head }) => !head.includes(' '));
	const entry = fc.nat(words.length - 1).map((at) => {
		const found = words[at];
		if (!found) throw new RangeError(`no word ${at}`);
		return found;
	});

	it('finds every form of an entry again, with the entry among the candidates', () => {
		fc.assert(
			fc.property(entry, (word) => {
				for (const { form } of vocabulary.grammar.forms(word))
					expect(
						vocabulary.candidates(form).map((found) => found.entry),
						`${word.head} ${word.code}: ${form}`
					).toContain(word);
			})
		);
	});

	it('has an answer for every form that has a candidate', () => {
		fc.assert(
			fc.property(entry, (word) => {
				for (const { form } of vocabulary.grammar.forms(word))
					expect(vocabulary.listed(form), `${word.head}: ${form}`).not.toEqual([]);
			})
		);
	});

	it('says of a candidate only what the entry’s inflection says of the form', () => {
		fc.assert(
			fc.property(entry, (word) => {
				const forms = vocabulary.grammar.forms(word);
				for (const { form } of forms)
					for (const { entry: found, inflections } of vocabulary.candidates(form)) {
						if (found !== word) continue;
						const said = forms.filter((other) => other.form === form && other.features.length > 0);
						expect(inflections).toEqual(
							expect.arrayContaining(said.map(({ features }) => features))
						);
					}
			})
		);
	});

	it('answers any text without an exception, and a second time the same', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
				expect(dictionary.lookUp(text)).toEqual(dictionary.lookUp(text));
			}),
			dear()
		);
	});

	it('orders analyses by their costs', () => {
		fc.assert(
			fc.property(entry, ({ head }) => {
				const answer = dictionary.lookUp(head);
				const costs = answer.kind === 'found' ? answer.analyses.map(({ cost }) => cost) : [];
				expect(costs).toEqual(costs.toSorted((a, b) => a - b));
			}),
			dear()
		);
	});

	it('counts every word of a text once, as a form or as a name', () => {
		fc.assert(
			fc.property(fc.array(entry, { maxLength: 12 }), (list) => {
				const text = list.map(({ head }) => head).join(' ');
				const { forms, names, running, covered } = formsOf([text], from, dictionary);
				const counted = forms.reduce((sum, { count }) => sum + count, 0);
				expect(counted).toBe(running);
				expect(covered).toBeLessThanOrEqual(running);
				expect(running + names.reduce((sum, { count }) => sum + count, 0)).toBe(
					textWords(text).length
				);
			}),
			dear()
		);
	});
});
