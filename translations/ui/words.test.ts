import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { uiLangs, type UiLang } from '../../src/lib/i18n/langs';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Returns every leaf as its path and its string: `reading.by.human`. */
function leaves(value: unknown, path = ''): [string, string][] {
	if (typeof value === 'string') return [[path, value]];
	return Object.entries(value as object).flatMap(([key, inner]) =>
		leaves(inner, path ? `${path}.${key}` : key)
	);
}

/** Returns the strings of one language, without their placeholders. */
const strings = (lang: UiLang): [string, string][] =>
	leaves(JSON.parse(read(`${lang}.json`))).map(([key, text]) => [
		key,
		text.replace(/\{\{[^}]+\}\}/g, '1')
	]);

const interfaces = new Map(uiLangs.map((lang) => [lang, strings(lang)]));

/** Returns the rows under a heading of docs/WORDS.md, cell by cell, without the table's head. */
function table(markdown: string, heading: string): string[][] {
	const [, section = ''] = markdown.split(`\n## ${heading}\n`);
	const [, , ...rows] = (section.split('\n## ')[0] ?? '')
		.split('\n')
		.filter((line) => line.startsWith('|'));
	return rows.map((row) =>
		row
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim().replaceAll('\\*', '*'))
	);
}

/** Returns the words listed in a cell; none for a dash. */
const listed = (cell: string): string[] => (cell === '–' ? [] : cell.split(/,\s*/));

/**
 * Returns a pattern for a word or phrase: whole words, in any case; `kast*` is any word that
 * begins so.
 */
const pattern = (word: string): RegExp =>
	new RegExp(`(?<![\\p{L}\\p{N}])${word.replaceAll('*', '\\p{L}*')}(?![\\p{L}\\p{N}])`, 'giu');

interface Use {
	readonly key: string;
	/** The word as the string has it, in lower case. */
	readonly word: string;
	readonly term: string;
}

const words = read('../../docs/WORDS.md');
const terms = table(words, 'Terms');
const exceptions = table(words, 'Exceptions').map(([key = '', word = '']) => `${key}: ${word}`);

/** Whether an exception is about a key and word; `saved.*` is every key that begins so. */
const excepts = (exception: string, { key, word }: Pick<Use, 'key' | 'word'>): boolean => {
	const [named = '', excepted] = exception.split(': ');
	const isNamed = named.endsWith('.*') ? key.startsWith(named.slice(0, -1)) : key === named;
	return isNamed && word === excepted;
};

/** Returns every use in one language of a word that a term rules out. */
const uses = (lang: UiLang): Use[] =>
	terms.flatMap(([term = '', , , , notSwedish = '', notEnglish = '']) =>
		listed(lang === 'sv' ? notSwedish : notEnglish).flatMap((word) =>
			(interfaces.get(lang) ?? []).flatMap(([key, text]) =>
				[...text.matchAll(pattern(word))].map(([found]) => ({
					key,
					word: found.toLowerCase(),
					term
				}))
			)
		)
	);

/** Whether a key is that of a message about a failure. */
const isFailure = (key: string): boolean =>
	/^store\.|\.(?:failure|failed|fault|misfit)(?:\.|_|$)|\.conflict$|\.partMissing$/.test(key);

const sentences = (text: string): number => text.split(/[.!?](?:\s+|$)/).filter(Boolean).length;

describe('docs/WORDS.md', () => {
	it('has a table of terms and one of exceptions', () => {
		expect(terms.length).toBeGreaterThan(30);
		for (const row of terms) expect(row, row[0] ?? '').toHaveLength(6);
		expect(exceptions.length).toBeGreaterThan(0);
	});

	it('names only exceptions that are needed', () => {
		const used = uiLangs.flatMap(uses);
		const unused = exceptions.filter((one) => !used.some((use) => excepts(one, use)));
		expect(unused).toEqual([]);
	});
});

describe.each(uiLangs)('the interface in %s', (lang) => {
	it('uses no word that a term rules out', () => {
		const wrong = uses(lang).filter((use) => !exceptions.some((one) => excepts(one, use)));
		expect(wrong).toEqual([]);
	});

	it('says what failed, what is safe and what to do next in two sentences at most', () => {
		const long = (interfaces.get(lang) ?? []).filter(
			([key, text]) => isFailure(key) && sentences(text) > 2
		);
		expect(long).toEqual([]);
	});
});
