import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sharedPage } from './sharedPage';

const page = sharedPage({
	id: 'a-text',
	choices: [
		{ ui: 'sv', name: 'Svenska', title: 'Bröd & <salt>' },
		{ ui: 'en', name: 'English', title: 'Bread "and" salt' }
	],
	script: 'go("<")'
});

test('the page has a link to the article in each language, with its title there', () => {
	const links = [...page.matchAll(/<a href="(\/\w+\/[^"]*)" hreflang="(\w+)">([^<]*)</g)];
	expect(links.map(([, href, lang, title]) => [href, lang, title])).toEqual([
		['/sv/read/a-text/', 'sv', 'Bröd &amp; &lt;salt&gt;'],
		['/en/read/a-text/', 'en', 'Bread &quot;and&quot; salt']
	]);
});

test('the policy allows its own script and style, and nothing else', () => {
	const policy = /content-security-policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
	for (const [kind, element] of [
		['script', 'script'],
		['style', 'style']
	]) {
		const [, text = ''] = new RegExp(`<${element}>(.*?)</${element}>`, 's').exec(page) ?? [];
		const digest = createHash('sha256').update(text).digest('base64');
		expect(policy).toContain(`${kind}-src 'sha256-${digest}'`);
	}
	expect(policy).toContain("default-src 'none'");
	expect(policy).not.toContain('unsafe');
});
