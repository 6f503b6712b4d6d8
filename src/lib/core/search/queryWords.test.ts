import { expect, test } from 'vitest';
import type { Lang } from '../text/article';
import { dictionaryOf } from '../words/dictionary';
import { search } from './hits';
import { isMarkedForm, listedForms } from './marks';
import { parseQuery } from './query';
import { indexOf, source, termsOf, textOf } from './searched.fixture';
import { formsOfDictionary } from './wordTable';

const segments = await indexOf([
	textOf({
		id: 'a',
		rows: [
			['Kaffeföreningarna i Qwerby läste böckerna.', 'The unions in Qwerby read the books.'],
			['Brödgubbarna låg kvar 1997.', 'The snowmen remained in 1997.']
		]
	})
]);

/** Searches, and tells of which languages the lexicon was asked. */
async function asked(typed: string) {
	const lexicons = new Set<Lang>();
	const counted = (lang: Lang) => {
		lexicons.add(lang);
		return termsOf(lang);
	};
	const { hits, by } = await search(parseQuery(typed), segments, {
		formsOf: source.formsOf,
		termsOf: counted
	});
	return { rows: hits.map(({ row }) => row), by, lexicons: [...lexicons] };
}

test.each([
	['bok', [0]],
	['bocker', [0]],
	['"böckerna"', [0]],
	['förening', [0]],
	['kaffeföreningarna', [0]],
	['kaffeforeningarna', [0]],
	['Qwerby', [0]],
	['qwerbys', [0]],
	['snowmen', [1]],
	['1997', [1]],
	['books -union', []],
	['brödgubbe', [1]],
	['gubbe ligga', [1]]
])('“%s” is found without the lexicons', async (typed, rows) => {
	expect(await asked(typed)).toMatchObject({ rows, lexicons: [] });
});

test.each([
	['kaffeföreningens', [0]],
	['xqzwvk', []]
])('“%s”, which neither library nor lexicon has, asks the lexicons', async (typed, rows) => {
	expect(await asked(typed)).toMatchObject({ rows, lexicons: ['sv', 'en'] });
});

test('without a table the lexicon answers, with the same', async () => {
	for (const typed of ['bok', 'bocker', 'förening', 'qwerbys', 'gubbe ligga', '"böckerna"']) {
		const query = parseQuery(typed);
		const without = { formsOf: () => Promise.resolve(null), termsOf };
		expect(await search(query, segments, without)).toEqual(await search(query, segments, source));
	}
});

test.each(['sv', 'en'])('the table of %s knows of a form what the lexicon does', async (lang) => {
	const dictionary = await dictionaryOf(lang, lang === 'sv' ? 'en' : 'sv');
	const terms = await termsOf(lang);
	if (!dictionary) throw new Error('no dictionary');
	const { entries } = dictionary.vocabulary.lexicon;
	const some = entries.filter((_, nth) => nth % 997 === 0);
	const forms = some.flatMap((entry) => [entry.head, ...dictionary.vocabulary.otherForms(entry)]);
	const table = formsOfDictionary(dictionary, terms, some);
	for (const { form, keys } of table) {
		expect(keys).toEqual(terms.wholeKeys(form));
		const plain = form.replace(/[åä]/g, 'a').replace(/ö/g, 'o').replace(/é/g, 'e');
		const marked = listedForms(plain, terms, lang).map((one) => one.form);
		if (lang === 'sv' && marked.length > 0) expect(marked).toContain(form);
		if (lang === 'sv') expect(isMarkedForm(form, plain, lang)).toBe(true);
	}
	expect(table.length).toBeGreaterThan(forms.length / 2);
});
