import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { epub, type EpubParts } from '../lib/core/book/epub/epub.fixture';
import { pixel } from '../lib/core/book/write/book.fixture';
import { main } from './main';

const folder = mkdtempSync(join(tmpdir(), 'jamsides-'));
const at = (name: string) => join(folder, name);

async function exported(...args: string[]) {
	let [stdout, stderr] = ['', ''];
	const status = await main(['export', ...args], {
		out: (text) => void (stdout += text),
		err: (text) => void (stderr += text)
	});
	return { status, stdout, stderr };
}

const filesIn = (path: string): ReadonlyMap<string, string> =>
	new Map(
		Object.entries(unzipSync(readFileSync(path))).map(([name, file]) => [name, strFromU8(file)])
	);

describe('export', { timeout: 60_000 }, () => {
	it('writes an article of the site with its translation, and names the file', async () => {
		const out = at('start.epub');
		const { status, stdout } = await exported('borja-har', '--format', 'epub', '--out', out);
		expect([status, stdout]).toEqual([0, `${out}\n`]);
		const chapter = filesIn(out).get('EPUB/chapter-001.xhtml') ?? '';
		expect(chapter).toMatch(/AI draft by .*, not reviewed/);
		expect(chapter).toContain('lang="en" xml:lang="en"');
		expect(filesIn(out).get('EPUB/package.opf')).not.toContain('For your own use');
	});

	it('writes a series, each text as a chapter in its own languages', async () => {
		const out = at('series.epub');
		const series = 'dossier/kazakstan-i-januari-2022';
		await exported(series, '--format', 'epub', '--ui', 'sv', '--out', out);
		const files = filesIn(out);
		const chapters = [...files.keys()].filter((name) => name.includes('chapter-'));
		expect(chapters).toHaveLength(6);
		expect(files.get('EPUB/chapter-002.xhtml')).toMatch(/<h1 class="original" lang="en"/);
		expect(files.get('EPUB/chapter-003.xhtml')).toMatch(/<h1 class="original" lang="sv"/);
		expect(files.get('EPUB/title.xhtml')).toContain('Five ways of reading Kazakhstan');
	});

	it('writes a file without a translation alone, and says so', async () => {
		const out = at('alone.html');
		writeFileSync(
			at('vag.txt'),
			'Det är en väg, och den är lång.\n\nVi gick hem i mörkret, och det var sent.\n'
		);
		const { status, stderr } = await exported(at('vag.txt'), '--format', 'html', '--out', out);
		expect([status, stderr]).toEqual([
			0,
			'no translation is known: the original is written alone\n'
		]);
		const html = readFileSync(out, 'utf8');
		expect(html).toContain('Vi gick hem i mörkret');
		expect(html).toContain('for your own use');
		expect(html).not.toContain('<table');
	});

	it('writes several texts as one book, with a title', async () => {
		const out = at('two.docx');
		const names = ['borja-har', 'reading-failed-coup'];
		await exported(...names, '--format', 'docx', '--title', 'Två texter', '--out', out);
		expect(filesIn(out).get('docProps/core.xml')).toContain('<dc:title>Två texter</dc:title>');
	});

	const picture = { 'OPS/c.png': pixel.bytes, 'OPS/d.png': new Uint8Array([...pixel.bytes, 0]) };
	const manifest =
		'<item id="c" href="c.png" media-type="image/png" properties="cover-image"/><item id="d" href="d.png" media-type="image/png"/>';
	const prose = '<p>Det var en gång en båt, och den låg vid en brygga.</p>';
	const figure = '<figure><img src="d.png" alt="En båt"/></figure>';
	const book = (pages: Readonly<Record<string, string>>): EpubParts => ({
		pages,
		manifest,
		files: picture
	});

	it.each([
		['epub', 2],
		['docx', 2],
		['html', 2]
	] as const)('keeps the chapters, pictures and cover of a book as %s', async (format, count) => {
		const [path, out] = [at('bok.epub'), at(`bok.${format}`)];
		const pages = {
			'a.xhtml': `<h1>Hamnen</h1>${prose}${figure}`,
			'b.xhtml': `<h1>Skogen</h1>${prose}`
		};
		writeFileSync(path, epub(book(pages)));
		expect(await exported(path, '--format', format, '--out', out)).toMatchObject({ status: 0 });
		if (format === 'html') {
			const html = readFileSync(out, 'utf8');
			expect(html.match(/<img/g)).toHaveLength(count);
			expect(html.match(/<h1 class="original" [^>]*>(Hamnen|Skogen)</g)).toHaveLength(2);
		} else {
			const files = filesIn(out);
			const pictures = [...files.keys()].filter((name) => name.endsWith('.png'));
			expect(pictures).toHaveLength(count);
			if (format === 'epub') {
				expect(files.get('EPUB/package.opf')).toContain('cover-image');
				expect(files.get('EPUB/chapter-002.xhtml')).toContain('Skogen');
			} else expect(files.get('word/document.xml')?.match(/"Heading1"/g)).toHaveLength(2);
		}
	});

	it('keeps the pictures of a file with one chapter, and of one among several texts', async () => {
		const [path, out] = [at('ensam.epub'), at('flera.epub')];
		writeFileSync(path, epub(book({ 'a.xhtml': `<h1>Hamnen</h1>${prose}${figure}` })));
		for (const names of [[path], ['borja-har', path]]) {
			await exported(...names, '--format', 'epub', '--out', out);
			const files = [...filesIn(out).keys()];
			expect(files.some((name) => name.endsWith('.png'))).toBe(true);
		}
	});

	it.each([
		['no text', ['--format', 'epub', '--out', 'x'], /name a text/],
		['no format', ['borja-har', '--out', 'x'], /--format is one of epub, docx, html/],
		['an unknown format', ['a', '--format', 'mobi', '--out', 'x'], /docx, html, not mobi/],
		['an unknown layout', ['a', '--format', 'epub', '--layout', 'x', '--out', 'x'], /--layout is/],
		['an unknown side', ['a', '--format', 'epub', '--first', 'x', '--out', 'x'], /--first is/],
		['no file to write', ['borja-har', '--format', 'epub'], /--out FILE/],
		['an unknown text', ['not-there', '--format', 'epub', '--out', 'x'], /neither a file nor/],
		['an unknown series', ['dossier/x', '--format', 'epub', '--out', 'x'], /no such series/],
		['an unknown option', ['a', '--colour'], /colour/]
	])('%s is an error', async (_, args, message) => {
		const { status, stdout, stderr } = await exported(...args);
		expect([status, stdout]).toEqual([1, '']);
		expect(stderr).toMatch(message);
	});
});
