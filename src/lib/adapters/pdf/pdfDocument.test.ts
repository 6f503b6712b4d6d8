import { expect, test } from 'vitest';
import { pictureSize } from '../../core/book/pictureSize';
import { RawJpegs } from './rawJpegs';
import { openPdfInShell } from './shellPdf';

const stream = (content: string): string =>
	`<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** A PDF by hand: pdf.js finds the objects without a table of their places. */
const pdf = (content: string, trailer = ''): Uint8Array =>
	new TextEncoder().encode(
		[
			'%PDF-1.4',
			'1 0 obj << /Type /Catalog /Pages 2 0 R /Outlines 7 0 R /Lang (sv-SE) >> endobj',
			'2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
			'3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R',
			'/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >> endobj',
			`4 0 obj ${stream(content)} endobj`,
			'5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> endobj',
			'6 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Times-BoldItalic >> endobj',
			'7 0 obj << /Type /Outlines /First 8 0 R /Last 8 0 R /Count 1 >> endobj',
			'8 0 obj << /Title (Ett) /Parent 7 0 R /Dest [3 0 R /XYZ 0 350 null] >> endobj',
			`trailer << /Root 1 0 R /Size 9 ${trailer} >>`,
			'%%EOF'
		].join('\n')
	);

const words = 'BT /F1 12 Tf 50 350 Td (Hej) Tj /F2 12 Tf 0 -20 Td (stad) Tj ET';

test('a page gives its words with their places and fonts, and the outline its targets', async () => {
	const opened = await openPdfInShell(pdf(words));
	if (!opened.ok) throw new Error(opened.failure.kind);
	const { document, close } = opened.value;
	const page = await document.page(0);
	await close();
	expect([document.pages, document.metadata.lang]).toEqual([1, 'sv-SE']);
	expect(document.outline).toEqual([{ title: 'Ett', level: 1, page: 0, y: 350 }]);
	const items = page?.items.filter(({ text }) => text.trim() !== '') ?? [];
	expect(items.map(({ text, transform }) => [text, ...transform.slice(4)])).toEqual([
		['Hej', 50, 350],
		['stad', 50, 330]
	]);
	expect(items.map(({ font }) => page?.fonts.get(font))).toEqual([
		{ bold: false, italic: false },
		{ bold: true, italic: true }
	]);
	expect([page?.isPicture, page?.structure]).toEqual([false, null]);
});

test('a page that only draws a picture is one', async () => {
	const opened = await openPdfInShell(
		pdf('q 100 0 0 100 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 00> EI Q')
	);
	if (!opened.ok) throw new Error(opened.failure.kind);
	const page = await opened.value.document.page(0);
	await opened.value.close();
	expect(page?.isPicture).toBe(true);
});

/** The head of a grey JPEG of 32 by 32 pixels: enough to know it by. */
const jpegHead = 'FFD8FFC0000B080020002001011100FFD9';
const square = { width: 32, height: 32 };

const withPicture = (dictionary: string, data: string): Uint8Array =>
	new TextEncoder().encode(
		[
			'%PDF-1.4',
			'1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
			'2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
			'3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R',
			'/Resources << /Font << /F1 5 0 R >> /XObject << /I 6 0 R >> >> >> endobj',
			`4 0 obj ${stream('BT /F1 12 Tf 50 350 Td (Hej) Tj ET q 100 0 0 80 50 200 cm /I Do Q')} endobj`,
			'5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> endobj',
			`6 0 obj << /Type /XObject /Subtype /Image /Width 32 /Height 32 ${dictionary} /Length ${data.length} >>`,
			`stream\n${data}\nendstream endobj`,
			'trailer << /Root 1 0 R /Size 7 >>',
			'%%EOF'
		].join('\n')
	);

test('a page gives its pictures with their places, written as PNG', async () => {
	const grey = '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode';
	const opened = await openPdfInShell(withPicture(grey, `${'80'.repeat(32 * 32)}>`));
	if (!opened.ok) throw new Error(opened.failure.kind);
	const { document, close } = opened.value;
	const page = await document.page(0);
	await close();
	expect(page?.pictures).toEqual([
		{ name: '6R', x0: 50, x1: 150, top: 120, foot: 200, content: null }
	]);
	const kept = document.pictures.get('6R');
	expect(kept?.type).toBe('image/png');
	expect(kept && pictureSize(kept.bytes() ?? new Uint8Array())).toEqual({ width: 32, height: 32 });
});

test('a JPEG within a file is found by its reference, unless it has a mask or four colours', () => {
	const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
	const file = Buffer.from(jpegHead, 'hex').toString('latin1');
	const object = (more: string, content = file) =>
		`6 0 obj << /Subtype /Image /Filter /DCTDecode ${more} /Length ${content.length} >>\nstream\n${content}\nendstream`;
	const find = (text: string) => new RawJpegs(bytes(text)).find('6R', square);
	expect(find(`%PDF\n16 0 obj 1 endobj\n${object('')}`)).toEqual(bytes(file));
	expect(find(object('/SMask 7 0 R'))).toBeNull();
	const four = file.replace('\x01\x01\x11', '\x04\x01\x11');
	expect(find(object('', four))).toBeNull();
	expect(new RawJpegs(bytes(object(''))).find('7R', square)).toBeNull();
});

test('a JPEG of another size than the object says is not it', () => {
	const file = Buffer.from(jpegHead, 'hex').toString('latin1');
	const old = file.replace('\x00\x20\x00\x20', '\x00\x40\x00\x20');
	const object = (content: string) =>
		`6 0 obj << /Subtype /Image /Filter /DCTDecode /Length ${content.length} >>\nstream\n${content}\nendstream\n`;
	const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
	expect(new RawJpegs(bytes(object(file) + object(old))).find('6R', square)).toBeNull();
	expect(new RawJpegs(bytes(object(old) + object(file))).find('6R', square)).not.toBeNull();
});

test('a file that is locked by a password, and one that is no PDF, are refused', async () => {
	const key = '00'.repeat(32);
	const locked = pdf(
		words,
		`/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`
	);
	expect(await openPdfInShell(locked)).toEqual({
		ok: false,
		failure: { kind: 'locked', by: 'password' }
	});
	expect(await openPdfInShell(new TextEncoder().encode('no PDF at all'))).toEqual({
		ok: false,
		failure: { kind: 'damaged', file: null }
	});
});
