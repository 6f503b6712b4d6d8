import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../text/fingerprint';
import { savedWords } from '../savedWord.fixture';
import { newSavedWord, type NewSavedWord, type SavedWord } from '../savedWord';
import { ankiNotes, fieldNames, html, noteIds } from './anki';
import { apkg, collection } from './apkg';
import { ask, hasSqlite } from '../../../../../tests/sqlite';
import { ankiText } from './textFile';

const said = { classes: { noun: 'substantiv' } };
const source = { article: 'gard', title: 'En gård', paragraph: fingerprint('Ett'), occurrence: 1 };
const cat: NewSavedWord = {
	lang: 'sv',
	to: 'en',
	form: 'katterna',
	lemma: 'katt',
	forms: [],
	wordClass: 'noun',
	meaning: 'cat',
	context: {
		sentence: { text: 'Där satt katterna & sov.', range: [9, 17] },
		counterpart: { text: 'There the cats sat asleep.', range: [10, 14] },
		source
	},
	note: 'Två\nrader'
};
const word = (id: string, change: Partial<SavedWord> = {}): SavedWord => ({
	...newSavedWord(cat, id, '2026-11-02T08:30:00.000Z'),
	...change
});

/** Returns the fields of a word by their names. */
const fields = (one: SavedWord): Record<string, string> => {
	const [note] = ankiNotes([one], said);
	return Object.fromEntries(fieldNames.map((name, at) => [name, note?.fields[at] ?? '']));
};

const id = fc.uuid();
const moment = fc.constantFrom('2026-11-02T08:30:00.000Z', '2026-11-03T08:30:00.000Z');
const words = fc.uniqueArray(savedWords(id, moment), { selector: ({ id }) => id, maxLength: 20 });

describe('a note', () => {
	test('has both sentences, the gap and the source', () => {
		expect(fields(word('a'))).toMatchObject({
			Word: 'katt',
			Form: 'katterna',
			Class: 'substantiv',
			Meaning: 'cat',
			Sentence: 'Där satt <b>katterna</b> &#38; sov.',
			Gap: 'Där satt <span class="gap">_____</span> &#38; sov.',
			Translation: 'There the <b>cats</b> sat asleep.',
			Note: 'Två<br>rader',
			Source: 'En gård',
			Lang: 'sv',
			To: 'en'
		});
	});

	test.each([
		['a meaning and a sentence', {}, [0, 1, 2]],
		['no meaning', { meaning: '' }, [0, 2]],
		['no sentence', { context: null }, [0, 1]],
		[
			'a sentence in which the word is not known',
			{ context: { sentence: { text: 'Där.', range: null }, counterpart: null, source } },
			[0, 1]
		]
	])('with %s has the cards that its fields give', (_, change, cards) => {
		expect(ankiNotes([word('a', change)], said)[0]?.cards).toEqual(cards);
	});

	test('keeps its name, whatever changes in it and beside it', () => {
		fc.assert(
			fc.property(words, fc.string(), (all, meaning) => {
				const before = new Set(ankiNotes(all, said).map(({ guid }) => guid));
				const changed = all.map((one) => ({ ...one, meaning, lemma: meaning + 'x' }));
				const after = ankiNotes([...changed, word('new')], { classes: {} });
				expect(new Set(after.map(({ guid }) => guid))).toEqual(
					before.add(ankiNotes([word('new')], said)[0]?.guid ?? '')
				);
			})
		);
	});

	test('has an id of its own, with room for its cards, also where two numbers collide', () => {
		const ids = noteIds(['aaaaaaaaaaaa1111', 'aaaaaaaaaaaa2222', 'bbbbbbbbbbbb1111']);
		const [one = 0, other = 0] = ids.values();
		expect(other - one).toBe(4);
		expect(new Set(ids.values()).size).toBe(3);
	});
});

describe('the text file', () => {
	test('begins with the headers that Anki reads', () => {
		expect(ankiText([]).split('\n')).toEqual([
			'#separator:tab',
			'#html:true',
			'#notetype:Jämsides',
			'#deck:Jämsides',
			`#columns:Guid\t${fieldNames.join('\t')}\tTags`,
			'#guid column:1',
			'#tags column:14',
			''
		]);
	});

	test('has a line for each word and the same number of fields in each, whatever they contain', () => {
		fc.assert(
			fc.property(words, (all) => {
				const lines = ankiText(ankiNotes(all, said)).split('\n').slice(7, -1);
				expect(lines).toHaveLength(all.length);
				for (const line of lines) {
					expect(line.split('\t')).toHaveLength(14);
					expect(line).toMatch(/^[0-9a-f]{16}\t/);
					expect(line).not.toMatch(/"(?!gap")[^>]*$|\r/);
				}
			})
		);
	});

	test('is the same for the same words in any order of their names', () => {
		const text = (all: readonly SavedWord[]) => ankiText(ankiNotes(all, said));
		expect(text([word('b'), word('a')])).toBe(text([word('a'), word('b')]));
	});

	test('escapes what HTML and a table read as their own', () => {
		expect(html('a<b>&"c"\td\r\ne\u2028{{f}}\x1f')).toBe(
			'a&#60;b&#62;&#38;&#34;c&#34; d<br>e<br>&#123;&#123;f&#125;&#125;'
		);
	});
});

describe('the package', () => {
	test('holds a collection and no media, and is equal for equal words', () => {
		const made = apkg(ankiNotes([word('a')], said));
		const files = unzipSync(made);
		expect(Object.keys(files).sort()).toEqual(['collection.anki2', 'media']);
		expect(strFromU8(files.media ?? new Uint8Array())).toBe('{}');
		expect(apkg(ankiNotes([word('a')], said))).toEqual(made);
	});
});

const long = 'Det var en gång en mycket lång mening. '.repeat(400);
const many = (count: number): readonly SavedWord[] =>
	Array.from({ length: count }, (_, n) =>
		word(`word ${n}`, {
			lemma: n % 7 === 0 ? `${n}` : `ord ${n}`,
			context: {
				sentence: { text: n % 10 === 0 ? long : 'En katt.', range: [0, 2] },
				counterpart: null,
				source
			}
		})
	);

describe.runIf(hasSqlite)('SQLite', () => {
	test.each([1, 3000])('finds a collection of %i notes whole', (count) => {
		const notes = ankiNotes(many(count), said);
		const [check, counted, cards, alone, collections] = ask(collection(notes), [
			'pragma integrity_check',
			'select count(*), count(distinct id), count(distinct guid) from notes',
			'select count(*), count(distinct id), count(distinct due) from cards',
			'select count(*) from cards where nid not in (select id from notes)',
			'select ver, models, decks, dconf, conf, tags from col'
		]);
		expect(check).toEqual([['ok']]);
		expect(counted).toEqual([[count, count, count]]);
		expect(cards).toEqual([[count * 3, count * 3, count]]);
		expect(alone).toEqual([[0]]);
		const [version, ...json] = collections?.[0] ?? [];
		expect(version).toBe(11);
		for (const part of json) expect(JSON.parse(String(part))).toBeTypeOf('object');
		expect(json.at(-1)).toBe('{}');
	});

	test('reads a note’s fields, its tags and its cards', () => {
		const notes = ankiNotes([word('a', { state: 'known' })], said);
		const [rows, cards, models] = ask(collection(notes), [
			'select flds, tags, sfld, mid from notes',
			'select c.ord, c.did, c.type, c.queue from cards c join notes n on n.id = c.nid order by c.ord',
			"select json_extract(models, '$.' || (select mid from notes) || '.flds') from col"
		]);
		const [flds, tags, sorted] = rows?.[0] ?? [];
		expect(String(flds).split('\x1f')).toEqual(notes[0]?.fields);
		expect(tags).toBe(' jamsides jamsides::known ');
		expect(sorted).toBe('katt');
		expect(cards?.map(([ord]) => ord)).toEqual([0, 1, 2]);
		const named = JSON.parse(String(models?.[0]?.[0])) as readonly { readonly name: string }[];
		expect(named.map(({ name }) => name)).toEqual(fieldNames);
	});

	test('has the sort field as SQLite keeps it: a number where the word is written as one', () => {
		const words = ['katt', '7', '1e3', '2.5', '0x10'].map((lemma) => word(lemma, { lemma }));
		const [rows] = ask(collection(ankiNotes(words, said)), [
			'select sfld, typeof(sfld) from notes order by typeof(sfld), sfld'
		]);
		expect(rows).toEqual([
			[7, 'integer'],
			[1000, 'integer'],
			[2.5, 'real'],
			['0x10', 'text'],
			['katt', 'text']
		]);
	});

	test('a second export has the ids of the first, and only the new word beside them', () => {
		const idsOf = (words: readonly SavedWord[]) =>
			ask(collection(ankiNotes(words, said)), ['select id, guid from notes'])[0] ?? [];
		const first = idsOf(many(50));
		const second = idsOf([...many(50).map((one) => ({ ...one, note: 'new' })), word('new')]);
		expect(second).toHaveLength(51);
		expect(second).toEqual(expect.arrayContaining([...first]));
	});

	test('finds nothing wrong, whatever the words contain', () => {
		fc.assert(
			fc.property(words, (all) => {
				const [check] = ask(collection(ankiNotes(all, said)), ['pragma integrity_check']);
				expect(check).toEqual([['ok']]);
			}),
			// Each case starts Python.
			{ numRuns: 8 }
		);
	});
});
