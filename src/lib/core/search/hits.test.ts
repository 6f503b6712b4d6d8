import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dear } from '../laws.fixture';
import { compareHits, type Hit } from './hit';
import { search } from './hits';
import { parseQuery } from './query';
import { indexOf, searched, source, textOf } from './searched.fixture';
import { textKey } from './segment';
import { matchKinds, type MatchKind } from './wordKeys';

/** Forms that are hard to find: what is typed, and what stands in the text. */
const hard = {
	sv: `bok böckerna, fot fötterna, hand händer, stad städernas, man männen, land länderna, natt nätter,
		tand tänderna, rot rötter, son sönerna, mus mössen, bror bröderna, far fäder, moder mödrar,
		dotter döttrarna, öga ögonen, öra öronen, gås gässen, gå gick, ligga låg, skriva skrev,
		dricka druckit, ta tog, ge gav, stå stod, se såg, veta visste, vara var, bli blev, ljuga ljög,
		bjuda bjöd, frysa frusit, springa sprungit, stjäla stulit, bära bar, stor större, liten små,
		gammal äldst, bra bättre, ung yngre, förening fackföreningen, hylla bokhyllan, polis polisstationen,
		olja oljepriset, gata gatuprotester, bockerna böcker, stader städerna, manniskor människor,
		forening fackföreningen, sjalv själv, over över, atta åtta, angra ångrade, kalla källorna`,
	en: `mouse mice, child children, foot feet, go went, write written, good better, woman women,
		city cities, run running, lie lay, buy bought, think thought, leaf leaves, knife knives`
};

describe('every hard form is found', () => {
	const pairs = Object.entries(hard).flatMap(([lang, list]) =>
		list.split(',').map((pair) => [lang, ...pair.trim().split(' ')] as const)
	);

	test('there are at least sixty', () => {
		expect(pairs.length).toBeGreaterThanOrEqual(60);
	});

	test.each(pairs)('%s: %s finds %s', async (lang, typed = '', form = '') => {
		const text = `Xyz ${form} xyz.`;
		const row = lang === 'sv' ? ([text, 'Nothing.'] as const) : (['Inget.', text] as const);
		const { results } = await searched(typed, [{ id: 'a', rows: [row] }]);
		expect(
			results.map(({ text, matches }) => text.slice(matches[0]?.from, matches[0]?.to))
		).toEqual([form]);
	});
});

const word = fc.constantFrom(
	...'bok böckerna bokhyllan går gick fackföreningen Bäcken backen text och 1997 book books'.split(
		' '
	)
);
const side = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const library = fc.array(fc.array(fc.tuple(side, side), { minLength: 1, maxLength: 3 }), {
	minLength: 1,
	maxLength: 4
});
const query = fc
	.tuple(
		fc.array(word, { minLength: 1, maxLength: 3 }),
		fc.option(word, { nil: null }),
		fc.constantFrom('', ' lang:sv', ' title:hus')
	)
	.map(([words, without, rest]) => `${words.join(' ')}${without ? ` -${without}` : ''}${rest}`);

const textsOf = (rows: readonly (readonly (readonly [string, string])[])[]) =>
	rows.map((some, nth) =>
		textOf({ id: `t${nth}`, title: nth % 2 ? 'Ett hus' : 'En bok', rows: some })
	);

describe('laws', () => {
	test('cutting a library into segments changes no hit', async () => {
		await fc.assert(
			fc.asyncProperty(library, query, async (rows, typed) => {
				const texts = textsOf(rows);
				const [whole, cut] = await Promise.all(
					[false, true].map(async (isCut) =>
						search(parseQuery(typed), await indexOf(texts, isCut), source)
					)
				);
				expect(cut?.hits).toEqual(whole?.hits);
			}),
			dear()
		);
	});

	test('a hit has as many words as any, nothing that is not wanted, and stands in its order', async () => {
		await fc.assert(
			fc.asyncProperty(library, query, async (rows, typed) => {
				const asked = parseQuery(typed);
				const texts = textsOf(rows);
				const { hits, by } = await search(asked, await indexOf(texts), source);
				const unwanted = await search(
					{ ...asked, terms: asked.without, without: [] },
					await indexOf(texts),
					source
				);
				const isUnwanted = (hit: Hit) =>
					unwanted.hits.some(
						({ column, row, matches }) =>
							column.text === hit.column.text &&
							row === hit.row &&
							matches.flat().some(({ kind }) => kind === 'exact' || kind === 'inflection')
					);
				const inText = (hit: Hit) =>
					hit.matches.filter((forms, nth) => forms.length > 0 && asked.terms[nth]?.in === 'text')
						.length;
				for (const hit of hits) {
					if (by === 'all')
						expect(hit.matches.every(({ length }) => length > 0) || inText(hit) > 0).toBe(true);
					expect(inText(hit)).toBe(hits[0] && inText(hits[0]));
					expect(isUnwanted(hit)).toBe(false);
				}
				expect(hits.toSorted(compareHits)).toEqual(hits);
			}),
			dear()
		);
	});

	test('a better kind of match never puts a hit further down', () => {
		const column = {
			text: textKey('read', 'a'),
			side: 'original',
			title: '',
			authors: []
		} as const;
		const hit = (kinds: readonly MatchKind[], row: number | null): Hit => ({
			...{ column: { ...column, issued: '', stamp: '', levels: [] }, lang: 'sv', row, level: null },
			matches: kinds.map((kind) => [{ form: 'x', kind, count: 1 }])
		});
		const kind = fc.constantFrom(...matchKinds);
		fc.assert(
			fc.property(fc.array(fc.tuple(kind, kind), { minLength: 1 }), (pairs) => {
				const better = pairs.map(([a, b]) =>
					matchKinds.indexOf(a) <= matchKinds.indexOf(b) ? a : b
				);
				const [one, other] = [
					hit(better, 1),
					hit(
						pairs.map(([, b]) => b),
						1
					)
				];
				expect(compareHits(one, other)).toBeLessThanOrEqual(0);
				expect(
					compareHits(
						hit(
							pairs.map(([, b]) => b),
							null
						),
						one
					)
				).toBeLessThan(0);
			})
		);
	});
});
