import { describe, expect, it } from 'vitest';
import { has, matches } from './form';
import { entriesFor, parseGlossary, type Glossary } from './glossary';
import { withoutKept } from './unchanged';
import type { UnitPair } from './pair';
import { addedNames, scan, termFindings } from './terms';

describe('forms', () => {
	const found = (text: string, form: string, lang: string) =>
		[...matches(text, form, lang)].map(([match]) => match);

	it.each([
		['strejkerna och strejken', 'strejk', 'sv', ['strejkerna', 'strejken']],
		['flera tankesmedjor', 'tankesmedj|a', 'sv', ['tankesmedjor']],
		[
			'självständiga fackföreningars',
			'självständig fackförening',
			'sv',
			['självständiga fackföreningars']
		],
		['generalstrejken', 'strejk', 'sv', []],
		['bara oss', 'OSS', 'sv', []],
		['i OSS:s namn', 'OSS', 'sv', ['OSS']],
		['Moskvaledda', 'Moskva', 'sv', ['Moskva']],
		['oil workers’ unions', 'oil worker', 'en', ['oil workers’']],
		['trade-union leader', 'trade union leader', 'en', ['trade-union leader']],
		['monopolies', 'monopol|y', 'en', ['monopolies']],
		['the west coast', 'West', 'en', []],
		['strikers', 'strike', 'en', []]
	])('in %s: %s (%s)', (text, form, lang, all) => {
		expect(found(text, form, lang)).toEqual(all);
	});

	it('are found within Swedish compounds when the Swedish text is a translation', () => {
		expect(has('generalstrejken', 'strejk', 'sv')).toBe(true);
		expect(has('folkupproret', 'uppror', 'sv')).toBe(true);
		expect(has('familjen', 'mil', 'sv')).toBe(false);
		expect(has('restrike', 'strike', 'en')).toBe(false);
	});
});

const glossary: Glossary = {
	terms: [
		{ forms: { sv: ['tullunion'], en: ['customs union'] } },
		{ forms: { sv: ['union'], en: ['union'] } },
		{ forms: { sv: ['EAEU'], en: ['EAEU'] }, met: { en: ['EES'] }, not: { sv: ['EES'] } }
	],
	names: [{ forms: { sv: ['Ryssland', 'rysk'], en: ['Russia', 'Russian'] } }]
};

function pair(en: string, sv: string, note = ''): UnitPair {
	const original = { lang: 'en', text: en };
	return {
		place: 0,
		source: null,
		original,
		translation: { lang: 'sv', text: sv },
		spans: null,
		note
	};
}
const lines = (one: UnitPair) =>
	[
		...termFindings(one, scan(one.original.text, 'en', glossary), glossary),
		...addedNames(one, scan(one.translation.text, 'sv', glossary), glossary)
	].map(({ kind, about, original, translation }) => [kind, about, original, translation]);

describe('terms', () => {
	it('accept any form of an entry', () => {
		expect(lines(pair('Russia joined a customs union', 'Den ryska tullunionen'))).toEqual([]);
	});

	it('report a term with another rendering', () => {
		expect(lines(pair('a customs union', 'ett tullförbund'))).toEqual([
			['term', 'tullunion', 'customs union (tullunion)', null]
		]);
	});

	it('match the longest term, and not a shorter one inside it', () => {
		const { found } = scan('a customs union', 'en', glossary);
		expect([...found.values()]).toEqual(['customs union']);
	});

	it('report a form that must not be used for a term', () => {
		expect(lines(pair('the EES', 'EES, det vill säga EAEU'))).toEqual([
			['forbidden', 'EES', 'EES', 'EES']
		]);
	});

	it('report names that only one side has, unless the note names them', () => {
		expect(lines(pair('a Russian town', 'en stad'))).toEqual([
			['name', 'Ryssland', 'Russian (Ryssland)', null]
		]);
		expect(lines(pair('a town', 'en rysk stad'))).toEqual([['name', 'Russia', null, 'rysk']]);
		expect(lines(pair('a Russian town', 'en stad', 'Staden är rysk.'))).toEqual([]);
	});
});

it('ignore runs of two words or more that are the same on both sides', () => {
	expect(withoutKept('in Extending Russia: a paper', 'i Extending Russia: en skrift')).toEqual([
		'in ········· ······: a paper',
		'i ········· ······: en skrift'
	]);
	expect(withoutKept('the Cooperation Organization', 'Cooperation Organisation')[0]).toBe(
		'the ··········· ············'
	);
	expect(withoutKept('Russia won', 'Russia vann')[0]).toBe('Russia won');
});

describe('a glossary', () => {
	const file = (terms: readonly object[]) => parseGlossary({ version: 1, terms, names: [] });
	const term = { forms: { sv: ['strejk'], en: ['strike'] } };

	it('applies to all articles, or to those that an entry names', () => {
		const [all, one] = [term, { ...term, articles: ['a-walk'] }];
		expect(entriesFor([all, one], 'a-walk')).toEqual([all, one]);
		expect(entriesFor([all, one], 'another')).toEqual([all]);
	});

	it.each([
		['one language', { forms: { sv: ['strejk'] } }, /two languages/],
		['several renderings without a note', { forms: { sv: ['a', 'b'], en: ['c'] } }, /need a note/],
		['an unknown key', { ...term, comment: 'x' }, /comment|never/]
	])('refuses an entry with %s', (_, entry, message) => {
		expect(file([entry])).toMatchObject({
			ok: false,
			failure: { message: expect.stringMatching(message) as string }
		});
	});

	it('refuses one form in two entries', () => {
		const twice = { forms: { sv: ['strejk'], en: ['stoppage'] } };
		expect(file([term, twice])).toMatchObject({ ok: false });
		expect(file([term, { ...twice, articles: ['a-walk'] }])).toMatchObject({ ok: true });
	});
});
