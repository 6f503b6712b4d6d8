import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { uiLangs } from '../../src/lib/i18n/langs';

const here = new URL('.', import.meta.url);
const read = (lang: string): unknown =>
	JSON.parse(readFileSync(new URL(`${lang}.json`, here), 'utf8'));

/** Returns every leaf as its path and its words: `reading.by.human`. */
function leaves(value: unknown, path = ''): [string, string][] {
	if (typeof value === 'string') return [[path, value]];
	return Object.entries(value as object).flatMap(([key, inner]) =>
		leaves(inner, path ? `${path}.${key}` : key)
	);
}

const placeholders = (words: string): string[] => (words.match(/\{\{[^}]+\}\}/g) ?? []).sort();

const [first, ...others] = uiLangs.map((lang) => ({ lang, words: new Map(leaves(read(lang))) }));

describe('the interface', () => {
	it('has a file for every language and no other file', () => {
		const files = readdirSync(here).filter((name) => name.endsWith('.json'));
		expect(files.sort()).toEqual(uiLangs.map((lang) => `${lang}.json`).sort());
	});

	it.each(others.map(({ lang, words }) => [lang, words] as const))(
		`has the same keys and placeholders in %s as in ${first?.lang}`,
		(_, words) => {
			expect([...words.keys()].sort()).toEqual([...(first?.words.keys() ?? [])].sort());
			for (const [key, text] of words)
				expect(placeholders(text), key).toEqual(placeholders(first?.words.get(key) ?? ''));
		}
	);

	it('has a singular for every plural, and no empty words', () => {
		for (const { lang, words } of [first, ...others].filter((one) => one !== undefined))
			for (const [key, text] of words) {
				expect(text.trim(), `${lang} ${key}`).not.toBe('');
				if (key.endsWith('_other'))
					expect(words.has(key.replace(/_other$/, '_one')), key).toBe(true);
			}
	});
});
