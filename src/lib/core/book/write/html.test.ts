import { expect, it } from 'vitest';
import { bookOf, bookOfRows, bookRow, chapterOf, note, options, pixel } from './book.fixture';
import { writeHtml } from './html';

it('has no script, fetches nothing, and holds its style and pictures', () => {
	const shape = { kind: 'caption', picture: pixel.name } as const;
	const row = bookRow({ shape, original: 'En båt <script>x</script>' });
	const html = writeHtml({ ...bookOfRows(row), pictures: [pixel] }, options('columns'));
	expect(html).not.toMatch(/<script|<link|javascript:|epub:type/);
	expect(html).toContain(
		"content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""
	);
	const bytes = /src="data:image\/png;base64,([^"]+)"/.exec(html)?.[1] ?? '';
	expect(new Uint8Array(Buffer.from(bytes, 'base64'))).toEqual(pixel.bytes);
});

it('shows the cover before the title', () => {
	const book = { ...bookOfRows(bookRow({})), pictures: [pixel], cover: pixel.name };
	const html = writeHtml(book, options());
	expect(html).toMatch(/<header[^>]*><img[^>]* alt="En båt"[^>]*>.*<h1/s);
	expect(writeHtml({ ...book, cover: null }, options())).not.toContain('<img');
});

it('keeps rows whole on paper, and prints the title above each page', () => {
	const html = writeHtml(bookOfRows(bookRow({})), options('columns'));
	expect(html).toContain('break-inside: avoid');
	expect(html).toContain('@top-center { content: "Vägen hem"');
});

it('cannot be ended by a title', () => {
	const book = bookOf([chapterOf([bookRow({})])], {
		original: { lang: 'sv', title: '</style><b>"}\\' }
	});
	const style = /<style>([^]*?)<\/style>/.exec(writeHtml(book, options()))?.[1] ?? '';
	expect(style).toContain('@page :first');
	expect(style).toContain('content: "\\3c \\2f style\\3e \\3c b\\3e \\22 \\7d \\5c "');
});

it('has unique ids in all chapters, and every link in it leads to one', () => {
	const rows = [
		bookRow({ shape: { kind: 'heading', level: 2 } }),
		bookRow({ original: 'Ett.[^1]', translation: 'One.[^1]' }),
		note('1', 'Noten.', 'The note.')
	];
	const html = writeHtml(bookOf([chapterOf(rows), chapterOf(rows)]), options('stacked'));
	const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
	expect(new Set(ids).size).toBe(ids.length);
	const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
	expect(targets.length).toBeGreaterThan(8);
	expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
});

it('marks both languages', () => {
	const html = writeHtml(bookOfRows(bookRow({})), options('columns'));
	expect(html).toContain('<td class="original" lang="sv" xml:lang="sv">');
	expect(html).toContain('<td class="translation" lang="en" xml:lang="en">');
});
