import { expect, test } from 'vitest';
import { otherSiteLang, primaryLang } from './languageTag';

test.each([
	['sv', 'sv'],
	['en-GB', 'en'],
	['EN-gb', 'en'],
	['zh-Hant-TW', 'zh'],
	['', '']
])('the primary subtag of “%s” is “%s”', (lang, primary) => {
	expect(primaryLang(lang)).toBe(primary);
});

test.each([
	['sv', 'en'],
	['en', 'sv'],
	['de', 'sv'],
	['', 'sv']
])('the site’s other language than “%s” is %s', (lang, other) => {
	expect(otherSiteLang(lang)).toBe(other);
});
