import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dear } from '../laws.fixture';
import { dictionaryOf } from '../words/dictionary';
import { findKeys, inMemory, wordsLike } from './find';
import { exactForm, hashOf, plainForm } from './letters';
import { lemmaKey, partKey, shardOf, stemKey } from './key';
import { merged, toMerge } from './merge';
import { segmentOf, textKey, type Column, type ColumnTexts, type Segment } from './segment';
import { openShard } from './shard';
import { Terms } from './terms';

const terms = {
	sv: new Terms('sv', await dictionaryOf('sv', 'en')),
	en: new Terms('en', await dictionaryOf('en', 'sv')),
	de: new Terms('de', null)
};

const columnOf = (id: string, paragraphs: readonly string[]): ColumnTexts => ({
	column: {
		text: textKey('own', id),
		side: 'original',
		title: '',
		authors: [],
		issued: '',
		stamp: id,
		levels: [['none', paragraphs.length]]
	},
	paragraphs
});
const segment = (columns: readonly ColumnTexts[], lang: keyof typeof terms = 'sv'): Segment =>
	segmentOf(lang, '1', columns, terms[lang]);

/** Returns text and paragraph of each place: `a 0`. */
async function at(
	keys: readonly string[],
	segments: readonly Segment[],
	isLive?: (column: Column) => boolean
): Promise<readonly string[]> {
	const { paragraphs, gaps } = await findKeys(
		keys,
		segments.map((one) => inMemory(one, isLive))
	);
	expect(gaps).toEqual([]);
	return paragraphs.map(({ column, row }) => `${column.stamp} ${row}`);
}

describe('a word is found by', () => {
	const one = segment([
		columnOf('a', ['Böckerna låg i fackföreningens hus.', 'Han ställde snabbt in mötet.']),
		columnOf('b', ['Qwerbarna ligger där, sedan 1997.', 'Backen och bäcken.', 'Du får ett får.'])
	]);

	test.each([
		['its lemma', lemmaKey('bok'), ['a 0']],
		['a part of the compound', partKey('förening'), ['a 0']],
		['the lemma of a strong verb', lemmaKey('ligga'), ['a 0', 'b 0']],
		['the phrase that it begins', lemmaKey('ställa in'), ['a 1']],
		['the stem of a name', stemKey('qwerb'), ['b 0']],
		['a year', stemKey('1997'), ['b 0']],
		['each of its lemmas', lemmaKey('få'), ['b 2']],
		['and the other', lemmaKey('får'), ['b 2']],
		['and nothing else', lemmaKey('föra'), []]
	])('%s', async (_, key, places) => {
		expect(await at([key], [one])).toEqual(places);
	});

	test('the form without marks, which leads to the forms that have them', async () => {
		const like = async (word: string) => [...(await wordsLike(word, [inMemory(one)])).keys()];
		expect(await like('backen')).toContain('bäcken');
		expect(await like('mote')).toEqual(['möte']);
	});

	test('how often it stands in a paragraph is counted', async () => {
		const { paragraphs } = await findKeys([lemmaKey('få')], [inMemory(one)]);
		expect(paragraphs[0]?.forms).toEqual([{ key: '=få', form: 'får', count: 2 }]);
	});
});

const vocabulary = fc.constantFrom(
	...'bok böckerna gick går fackföreningen Bäcken backen xyzzy Stockholms för får 1997 EU:s ställer in han'.split(
		' '
	)
);
const word = fc.oneof({ weight: 5, arbitrary: vocabulary }, fc.string({ unit: 'grapheme' }));
const paragraph = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
const library = fc
	.array(fc.array(paragraph, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
	.map((texts) => texts.map((paragraphs, nth) => columnOf(`t${nth}`, paragraphs)));
const lang = fc.constantFrom('sv', 'en', 'de');

describe('laws', () => {
	test('whatever is indexed is found, by every key of every word', async () => {
		await fc.assert(
			fc.asyncProperty(library, lang, async (columns, lang) => {
				const made = segment(columns, lang);
				for (const { column, paragraphs } of columns)
					for (const [row, text] of paragraphs.entries())
						for (const { form, keys } of terms[lang].of(text))
							for (const key of keys) {
								const { paragraphs } = await findKeys([key], [inMemory(made)]);
								const place = paragraphs.find(
									(one) => one.column.stamp === column.stamp && one.row === row
								);
								expect(place?.forms.some((one) => one.form === form)).toBe(true);
							}
			}),
			dear()
		);
	});

	test('a form of a query has the keys that it has in a text', () => {
		fc.assert(
			fc.property(word, lang, (form, lang) => {
				for (const found of terms[lang].of(form))
					if (!found.form.includes(' ') && exactForm(form) === found.form)
						expect(terms[lang].keysOf(form)).toEqual(found.keys);
			})
		);
	});

	test('a text that is not there any more has no result', async () => {
		await fc.assert(
			fc.asyncProperty(library, async (columns) => {
				const made = segment(columns);
				const keys = columns.flatMap(({ paragraphs }) =>
					paragraphs.flatMap((text) => terms.sv.of(text).flatMap((one) => one.keys))
				);
				const found = await at(keys, [made], ({ stamp }) => stamp !== 't0');
				expect(found.filter((place) => place.startsWith('t0 '))).toEqual([]);
			}),
			dear()
		);
	});

	test('merged segments have what their parts have, without what is gone', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(library, { minLength: 1, maxLength: 3 }), async (libraries) => {
				const parts = libraries.map((columns, nth) =>
					segment(
						columns.map(({ column, paragraphs }) => ({
							column: { ...column, stamp: `${nth}${column.stamp}` },
							paragraphs
						}))
					)
				);
				const isLive = ({ stamp }: Column) => !stamp.endsWith('t1');
				const [first, ...others] = parts;
				const whole = first && merged([first, ...others], isLive);
				if (!whole?.ok) throw new Error('not merged');
				const texts = libraries.flat().flatMap(({ paragraphs }) => paragraphs);
				for (const key of new Set(
					texts.flatMap((text) => terms.sv.of(text).flatMap((one) => one.keys))
				))
					expect(await at([key], [whole.value])).toEqual(await at([key], parts, isLive));
				const plain = new Set(
					texts.flatMap((text) => terms.sv.of(text)).map(({ form }) => plainForm(form))
				);
				for (const form of plain) {
					const like = await wordsLike(form, [inMemory(whole.value)]);
					const before = await wordsLike(
						form,
						parts.map((part) => inMemory(part))
					);
					expect([...before.keys()]).toEqual(expect.arrayContaining([...like.keys()]));
				}
			}),
			dear()
		);
	});

	test('a large segment is cut into shards, and each key is in one', async () => {
		const wordOf = (nth: number) => `${hashOf(`${nth}`).toString(36).replace(/\d/g, 'q')}x`;
		const words = Array.from({ length: 9000 }, (_, nth) => wordOf(nth));
		const texts = [columnOf('a', [words.slice(0, 5000).join(' '), words.slice(4000).join(' ')])];
		const made = segment(texts, 'de');
		expect(made.head.bounds.length).toBeGreaterThan(2);
		expect(made.head.bounds).toHaveLength(made.shards.length);
		const { bounds } = made.head;
		expect(bounds.map((letters) => shardOf(`=${letters}`, bounds))).toEqual([...bounds.keys()]);
		for (const [nth, bytes] of made.shards.entries()) {
			const shard = openShard(bytes, made.head.stamp, 'de');
			const entries = shard.ok ? shard.value.all() : shard;
			if (!entries.ok) throw new Error(entries.failure.kind);
			const shards = entries.value.map(({ key }) => shardOf(key, bounds));
			expect(new Set(shards)).toEqual(new Set([nth]));
		}
		for (const nth of [0, 4500, 8999])
			expect(await at(terms.de.keysOf(wordOf(nth)), [made])).toContain(nth < 5000 ? 'a 0' : 'a 1');
	});
});

describe('segments are merged', () => {
	const of = (columns: number, live = columns) => ({ columns, live });

	test('where there are too many of one size, the smallest first', () => {
		const large = Array.from({ length: 9 }, () => of(70));
		expect(toMerge(Array.from({ length: 8 }, () => of(3)))).toBeNull();
		expect(toMerge([...large, ...Array.from({ length: 9 }, () => of(3))])).toHaveLength(9);
		expect(toMerge(large)).toEqual(large);
	});

	test('where half of one is gone, but not over and over', () => {
		expect(toMerge([of(10, 5), of(10, 6)])).toEqual([of(10, 5)]);
		expect(toMerge([of(10, 6)])).toBeNull();
	});

	test('never where one is so large that it would fill the memory', () => {
		expect(toMerge(Array.from({ length: 9 }, () => of(3000)))).toBeNull();
	});
});
