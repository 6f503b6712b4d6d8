import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, onTestFinished, test, vi } from 'vitest';
import { compressSite } from './compress.mjs';

test('every file of text is compressed once, whole, and no other', async () => {
	const site = mkdtempSync(join(tmpdir(), 'jamsides-compress-'));
	vi.stubEnv('BUILD_CACHE', join(site, '.cache'));
	onTestFinished(() => {
		vi.unstubAllEnvs();
		rmSync(site, { recursive: true });
	});
	const texts = [
		'index.html',
		'en/read/a/index.html',
		'_app/immutable/chunks/a.js',
		'stored/a.json'
	];
	const others = ['icon.png', '_app/immutable/assets/serif.woff2'];
	for (const path of [...texts, ...others]) {
		mkdirSync(dirname(join(site, path)), { recursive: true });
		writeFileSync(join(site, path), `${path} `.repeat(200));
	}
	await compressSite(site);
	await compressSite(site);
	const made = readdirSync(site, { recursive: true, encoding: 'utf8' })
		.filter((path) => /\.(?:br|gz)$/.test(path))
		.map((path) => path.replaceAll('\\', '/'));
	expect(made.sort()).toEqual(texts.map((path) => `${path}.br`).sort());
	for (const path of texts)
		expect(brotliDecompressSync(readFileSync(join(site, `${path}.br`)))).toEqual(
			readFileSync(join(site, path))
		);
});

test('the pages of a small site are compressed further than those of a large one', async () => {
	const content = readFileSync('README.md');
	const sizeWith = async (pages: number) => {
		const site = mkdtempSync(join(tmpdir(), 'jamsides-compress-'));
		onTestFinished(() => rmSync(site, { recursive: true }));
		vi.stubEnv('BUILD_CACHE', 'no');
		for (let nth = 0; nth < pages; nth++) {
			mkdirSync(join(site, 'en', String(nth)), { recursive: true });
			writeFileSync(join(site, 'en', String(nth), 'index.html'), nth === 0 ? content : 'a');
		}
		await compressSite(site);
		vi.unstubAllEnvs();
		return readFileSync(join(site, 'en', '0', 'index.html.br')).length;
	};
	expect(await sizeWith(1)).toBeLessThan(await sizeWith(101));
});
