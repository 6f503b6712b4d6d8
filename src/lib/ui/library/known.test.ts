import { expect, test } from 'vitest';
import { translator } from '$lib/i18n';
import { knownShares, percentOf } from './known';

test.each([
	[0, '0%'],
	[1, '1%'],
	[620, '62%'],
	[999, '99%'],
	[1000, '100%']
])('%i of a thousand known words are %s', (known, percent) => {
	expect(percentOf({ known, running: 1000 }, 'en')).toBe(percent);
});

test('each language is named, and a text without words says nothing', async () => {
	const t = await translator('sv');
	const side = (lang: string, running: number) => ({ lang, known: 5, running });
	expect(knownShares([side('sv', 10), side('en', 20)], t, 'sv')).toBe(
		'Du kan 50\u00a0% av orden på svenska · Du kan 25\u00a0% av orden på engelska'
	);
	expect(knownShares([side('sv', 0)], t, 'sv')).toBe('');
});
