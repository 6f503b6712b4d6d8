import { expect, test } from 'vitest';
import type { PdfDocument, PdfPage } from '../../core/book/pdf/document';
import { openPdfInShell } from './shellPdf';

const stream = (content: string): string =>
	`<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

interface MadePage {
	readonly content: string;
	/** More of the page’s dictionary. */
	readonly more?: string;
}

const side = 32;
const grey = `/Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode`;
const pixels = `${'80'.repeat(side * side)}>`;

/** A PDF by hand. Each page has a picture of its own, `/I`, and letters, `/F1`. */
function pdf(pages: readonly MadePage[], picture = `${grey} /Length ${pixels.length}`): Uint8Array {
	const numbers = pages.map((_, i) => 4 + i * 3);
	return new TextEncoder().encode(
		[
			'%PDF-1.4',
			'1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
			`2 0 obj << /Type /Pages /Kids [${numbers.map((n) => `${n} 0 R`).join(' ')}] /Count ${pages.length} >> endobj`,
			'3 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> endobj',
			...pages.flatMap(({ content, more = '' }, i) => {
				const n = 4 + i * 3;
				return [
					`${n} 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents ${n + 1} 0 R ${more}`,
					`/Resources << /Font << /F1 3 0 R >> /XObject << /I ${n + 2} 0 R >> >> >> endobj`,
					`${n + 1} 0 obj ${stream(content)} endobj`,
					`${n + 2} 0 obj << /Type /XObject /Subtype /Image ${picture} >>`,
					`stream\n${pixels}\nendstream endobj`
				];
			}),
			`trailer << /Root 1 0 R /Size ${4 + pages.length * 3} >>`,
			'%%EOF'
		].join('\n')
	);
}

const words = 'BT /F1 12 Tf 50 350 Td (Hej) Tj ET';
const drawn = (matrix: string): string => `q ${matrix} cm /I Do Q`;
const small = drawn('100 0 0 80 50 200');
const whole = drawn('300 0 0 400 0 0');

interface Read {
	readonly document: PdfDocument;
	readonly pages: readonly (PdfPage | null)[];
}

async function read(bytes: Uint8Array): Promise<Read> {
	const opened = await openPdfInShell(bytes);
	if (!opened.ok) throw new Error(opened.failure.kind);
	const { document, close } = opened.value;
	const pages: (PdfPage | null)[] = [];
	for (let index = 0; index < document.pages; index++) pages.push(await document.page(index));
	await close();
	return { document, pages };
}

const counts = ({ pages }: Read): readonly (number | undefined)[] =>
	pages.map((page) => page?.pictures.length);

test('a picture behind the words of a page is not kept', async () => {
	const found = await read(pdf([{ content: `${whole} ${words}` }, { content: whole }]));
	expect(counts(found)).toEqual([0, 1]);
	expect([...found.document.pictures.keys()]).toEqual(['9R']);
});

test('a picture of the structure is kept though it covers its page', async () => {
	const marked = `/Figure << /MCID 0 >> BDC ${whole} EMC ${words}`;
	const found = await read(pdf([{ content: marked }]));
	expect(counts(found)).toEqual([1]);
});

test('a file of scanned pages is searched for pictures now and then', async () => {
	const scans = Array.from({ length: 9 }, () => ({ content: `${whole} ${words}` }));
	const found = await read(pdf([...scans, ...Array(9).fill({ content: `${small} ${words}` })]));
	expect(counts(found).slice(9)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1]);
});

test('pages of pictures are read to the last where the file has words', async () => {
	const plates = Array.from({ length: 10 }, () => ({ content: small }));
	expect(counts(await read(pdf([{ content: words }, ...plates])))).toEqual([
		0,
		...plates.map(() => 1)
	]);
	expect(counts(await read(pdf(plates))).slice(7)).toEqual([1, 0, 0]);
});

test('a picture has its place on a page that is turned', async () => {
	const { document, pages } = await read(
		pdf([
			{ content: `${words} ${small}`, more: '/Rotate 90' },
			{ content: `${words} ${drawn('0 80 -100 0 150 200')}`, more: '/Rotate 90' },
			{ content: `${words} ${drawn('0 80 -100 0 150 200')}` }
		])
	);
	expect(pages.map((page) => page?.pictures)).toEqual([
		[{ name: '6R', x0: 200, x1: 280, top: 50, foot: 150, content: null }],
		[{ name: '9R', x0: 200, x1: 280, top: 50, foot: 150, content: null }],
		[{ name: '12R', x0: 50, x1: 150, top: 120, foot: 200, content: null }]
	]);
	// A picture that lies on its side is named, so that it is listed as left out.
	expect([...document.pictures.keys()]).toEqual(['9R']);
});

test('a picture that cannot be decoded has a place and a name', async () => {
	const unknown = `/Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /JPXDecode /Length ${pixels.length}`;
	const found = await read(pdf([{ content: `${words} ${small}` }], unknown));
	expect(counts(found)).toEqual([1]);
	expect(found.document.pictures.size).toBe(0);
});
