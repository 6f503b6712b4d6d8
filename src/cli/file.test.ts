import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { importFile } from './file';

const folder = mkdtempSync(join(tmpdir(), 'jamsides-'));
afterAll(() => rmSync(folder, { recursive: true }));

const prose =
	'Kvarnen byggdes 1871 och hade tre våningar, och varje höst kom bönderna från hela socknen med sin säd för att få den malen.';
const texts = [1, 2, 3, 4, 5].map((nth) => `${prose} Det var gång ${nth}.`);
const page = `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Kvarnen</title></head><body><nav>Hem</nav>${texts.map((text) => `<p>${text}</p>`).join('')}</body></html>`;
const message = `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(page).toString('base64')}\n--x--\n`;

test.each([
	['kvarnen.html', page],
	['kvarnen.mhtml', message]
])('%s is read as in the browser', async (name, content) => {
	const file = join(folder, name);
	writeFileSync(file, content);
	const imported = await importFile(file, {});
	if (!imported.ok) throw new Error(imported.failure);
	const { article, leftOut } = imported.value;
	expect(article.lang).toBe('sv');
	expect(article.title).toBe('Kvarnen');
	expect(article.blocks.map(({ text }) => text)).toEqual(texts);
	expect(leftOut.map(({ text, reason }) => [text, reason])).toEqual([['Hem', 'navigation']]);
});

test('a page that cannot be read fails with a sentence', async () => {
	const file = join(folder, 'tom.html');
	writeFileSync(file, '<!doctype html><html><body></body></html>');
	expect(await importFile(file, {})).toEqual({ ok: false, failure: `${file}: the file is empty` });
});
