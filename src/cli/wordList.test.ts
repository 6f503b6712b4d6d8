import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lookUpCommand } from './lookUp';
import { wordsCommand } from './wordList';
import type { WordJson } from './wordJson';

const folder = mkdtempSync(join(tmpdir(), 'jamsides-words-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}

interface Listed {
	readonly words: readonly (WordJson & { readonly form: string; readonly count: number })[];
	readonly names: readonly { readonly form: string; readonly count: number }[];
	readonly running: number;
	readonly covered: number;
}

const svEn = ['--from', 'sv', '--to', 'en'] as const;
const enSv = ['--from', 'en', '--to', 'sv'] as const;

async function words(path: string, ...options: readonly string[]): Promise<Listed> {
	const result = await wordsCommand.run([path, ...options, '--json']);
	if (!result.ok || typeof result.value !== 'string') throw new RangeError(JSON.stringify(result));
	return JSON.parse(result.value) as Listed;
}

async function lookup(
	...args: readonly string[]
): Promise<WordJson & { readonly certain: boolean }> {
	const result = await lookUpCommand.run([...args, '--json']);
	if (!result.ok || typeof result.value !== 'string') throw new RangeError(JSON.stringify(result));
	return JSON.parse(result.value) as WordJson & { readonly certain: boolean };
}

describe('words', () => {
	it('lists the forms of a text with their lemmas and meanings', async () => {
		const path = file('husen.txt', 'Husen brann. I husen bodde Lindqvist från Xyzköping.');
		const { words: list, names, running, covered } = await words(path, ...svEn);
		expect(list.find(({ form }) => form === 'husen')).toEqual({
			form: 'husen',
			count: 2,
			lemmas: [{ lemma: 'hus', class: 'noun', inflection: 'plural, definite' }],
			glosses: expect.arrayContaining(['house']) as unknown,
			via: 'inflection'
		});
		expect(names.map(({ form }) => form)).toEqual(['Lindqvist', 'Xyzköping']);
		expect([running, covered]).toEqual([6, 6]);
	});

	it('gives an unknown word no meaning, and counts it', async () => {
		const path = file('okänt.txt', 'De såg en brxlfz där.');
		const { words: list, running, covered } = await words(path, ...svEn);
		expect(list.find(({ form }) => form === 'brxlfz')).toMatchObject({
			lemmas: [],
			glosses: [],
			via: null
		});
		expect([running, covered]).toEqual([5, 4]);
	});

	it('says the parts of a compound with their meanings', async () => {
		const path = file('parts.txt', 'Klimatomställningen dröjer.');
		const { words: list } = await words(path, ...svEn);
		expect(list[0]).toMatchObject({
			via: 'compound',
			parts: [
				{ text: 'klimat', lemma: 'klimat' },
				{ text: 'omställningen', lemma: 'omställning' }
			]
		});
	});

	it('reads English, Markdown and web pages too', async () => {
		const markdown = file('text.md', '# The title\n\nThey *went* home, but she doesn’t.\n');
		const { words: list, running, covered } = await words(markdown, ...enSv);
		expect(list.map(({ form }) => form)).toContain('went');
		expect(covered).toBe(running);
		const page = file(
			'page.html',
			'<!doctype html><html lang="en"><title>A</title><p>The children sang a long song in the garden.</p></html>'
		);
		expect((await words(page, ...enSv)).words.map(({ form }) => form)).toContain('children');
	});

	it('has a readable line for each word without --json', async () => {
		const result = await wordsCommand.run([file('rad.txt', 'Husen brann.'), ...svEn]);
		expect(result).toMatchObject({ ok: true });
		expect(result.ok && result.value).toContain('husen: hus (noun: plural, definite)');
		expect(result.ok && result.value).toContain('2 of 2 words have a meaning (100.0 %).');
	});

	it.each([
		[[], 'name a file'],
		[['a.txt', 'b.txt', ...svEn], 'one file at a time, not also b.txt'],
		[['a.txt'], 'name both languages: --from sv --to en'],
		[
			['a.txt', '--from', 'sv', '--to', 'de'],
			'there are no words from sv to de; there are those of sv-en, en-sv'
		],
		[[join(folder, 'absent.txt'), ...svEn], 'absent.txt'],
		[[file('empty.txt', ''), ...svEn], 'the file is empty'],
		[[file('figures.txt', '1 2 3\n'), ...svEn], 'the text has no words']
	])('refuses %j with a message', async (args, message) => {
		const result = await wordsCommand.run(args);
		expect(result.ok).toBe(false);
		expect(!result.ok && result.failure).toContain(message);
	});
});

describe('lookup', () => {
	it('prints one word', async () => {
		expect(await lookup('gick', ...svEn)).toMatchObject({
			form: 'gick',
			lemmas: [{ lemma: 'gå', class: 'verb', inflection: 'past' }],
			via: 'inflection',
			certain: true
		});
	});

	it('takes the sentence and its translation into account', async () => {
		const sentence = ['--sentence', 'Regeringen ställer trots det in mötet.'];
		expect(await lookup('ställer', ...svEn, ...sentence)).toMatchObject({
			phrases: [{ phrase: 'ställa in' }]
		});
		const bank = ['--sentence', 'Han satt vid sin bok.', '--translation', 'He sat by his beech.'];
		expect((await lookup('bok', ...svEn, ...bank)).glosses[0]).toBe('beech');
	});

	it('says which word of the translation answers it', async () => {
		const translation = 'The children read a thick book.';
		const pair = ['--sentence', 'Barnen läste en tjock bok.', '--translation', translation];
		expect(await lookup('bok', ...svEn, ...pair)).toMatchObject({
			answers: [{ text: 'book', from: translation.indexOf('book'), to: translation.length - 1 }]
		});
		const other = ['--sentence', 'Barnen läste en tjock bok.', '--translation', 'It rained.'];
		expect(await lookup('bok', ...svEn, ...other)).toMatchObject({ answers: [] });
	});

	it('says that a name is one, and that an answer by looks is uncertain', async () => {
		const sentence = ['--sentence', 'I dag kom Wxyzsson hem.'];
		expect(await lookup('Wxyzsson', ...svEn, ...sentence)).toMatchObject({
			name: true,
			glosses: []
		});
		expect(await lookup('defibrination', ...svEn)).toMatchObject({
			via: 'cognate',
			certain: false
		});
	});

	it('looks up a phrase', async () => {
		expect((await lookup('ställde in', ...svEn)).lemmas[0]).toMatchObject({ lemma: 'ställa in' });
	});

	it.each([
		[[...svEn], 'name a word'],
		[['x'.repeat(3000), ...svEn], 'the word has 3000 letters; up to 80 can be looked up'],
		[['hus'], 'name both languages'],
		[['hus', '--from', 'fi', '--to', 'sv'], 'there are no words from fi to sv'],
		[['hus', ...svEn, '--sentence', 'Inget här.'], '“hus” does not stand in the sentence'],
		[['hus', ...svEn, '--wrong'], '--wrong']
	])('refuses %j with a message', async (args, message) => {
		const result = await lookUpCommand.run(args);
		expect(result.ok).toBe(false);
		expect(!result.ok && result.failure).toContain(message);
	});
});
