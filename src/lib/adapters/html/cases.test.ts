/**
 * Imports the web pages among the cases of `../shared/cases`, in shapes that other programs write.
 * This file holds no sentence of theirs and skips if they are missing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importHtml } from './importHtml';

const folder = new URL('../../../../../shared/cases/', import.meta.url);
const there = existsSync(folder);
if (!there) console.warn(`cases.test.ts skipped: ${folder.pathname} is not here`);

function read(name: string) {
	const imported = importHtml(readFileSync(new URL(name, folder)), null);
	if (!imported.ok) throw new Error(imported.failure.kind);
	const { article, leftOut } = imported.value;
	const kinds = article.blocks.map(({ kind }) => kind[0]).join('');
	return { ...article, kinds, all: article.blocks.map(({ text }) => text).join('\n'), leftOut };
}

describe.skipIf(!there)('cases', () => {
	test.each([
		['35-mhtml/smeden.mhtml', 'ppp'],
		['36-web-kramdown/smeden.html', 'pppff'],
		['37-web-dropcap/smeden.html', 'ppp'],
		['38-web-comments/smeden.html', 'ppp'],
		['38-web-comments/smeden-classed.html', 'ppp'],
		['40-web-wiki/albysmedjan.html', 'phphff'],
		['41-web-gutenberg/smeden.html', 'hpp']
	])('%s has its blocks and no others', (name, kinds) => {
		const article = read(name);
		expect(article.kinds).toBe(kinds);
		expect(article.authors ?? []).not.toContainEqual(expect.stringMatching(/\d/));
	});

	test('no way back, edit link or page mark is in the text', () => {
		for (const name of [
			'36-web-kramdown/smeden',
			'40-web-wiki/albysmedjan',
			'41-web-gutenberg/smeden'
		])
			expect(read(`${name}.html`).all).not.toMatch(/[↩^]\s|redigera|\[\d+\][^(]|Pg|\^ a/);
		expect(read('41-web-gutenberg/smeden.html').all).toContain('stannade');
		expect(read('37-web-dropcap/smeden.html').all).toMatch(/^År 1931/m);
		expect(read('37-web-dropcap/smeden.html').all).toMatch(/^När han/m);
	});
});
