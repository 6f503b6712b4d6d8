import { unzlibSync } from 'fflate';
import { expect, test } from 'vitest';
import { pictureSize } from '../pictureSize';
import { at, documentOf, lines, outcome, page, picture, readPdf } from './pages.fixture';
import { png } from './png';

const above = lines(100, ['Ord ovanför bilden, en hel rad av dem,', 'och slut.']);
const below = lines(300, ['Ord nedanför bilden, en hel rad av dem,', 'och slut.']);

test('a picture stands between the words above and below it, with its caption', async () => {
	const caption = at(50, 235, 'Figur 1. En båt', { size: 8 });
	const found = await outcome([page([...above, caption, ...below], null, [picture('a', 125)])]);
	expect(found).toEqual([
		'paragraph: Ord ovanför bilden, en hel rad av dem, och slut.',
		'picture a (): Figur 1. En båt',
		'paragraph: Ord nedanför bilden, en hel rad av dem, och slut.'
	]);
});

test('a picture of the structure has the words that stand in for it', async () => {
	const items = [
		at(50, 100, 'Före', { content: 'p' }),
		at(50, 300, 'Bildtext', { content: 'q' }),
		at(50, 400, 'Efter', { content: 'r' })
	];
	const element = (role: string, content: string, alt: string | null = null) => ({
		...{ role, alt, lang: null },
		children: [{ content }]
	});
	const structure = {
		...{ role: 'Document', alt: null, lang: null },
		children: [
			element('P', 'p'),
			element('Figure', 'x', 'En båt'),
			element('Caption', 'q'),
			element('P', 'r')
		]
	};
	const shown = picture('a', 190, { content: 'x' });
	expect(await outcome([page(items, structure, [shown])])).toEqual([
		'paragraph: Före',
		'picture a (En båt): Bildtext',
		'paragraph: Efter'
	]);
});

test('a picture that recurs, or lies behind the words of a page, is no part of the text', async () => {
	const pages = [1, 2, 3].map(() =>
		page(above, null, [picture('mark', 20), picture('paper', 0, { x0: 0, x1: 400, foot: 600 })])
	);
	expect((await outcome(pages)).filter((line) => line.startsWith('picture'))).toEqual([]);
});

test('a paragraph, and a word of it, goes on behind pages of pictures', async () => {
	const full = (start: string) => `${start} ${'ord '.repeat(20)}`.slice(0, 47) + 'x';
	const plates = Array.from({ length: 9 }, (_, i) =>
		page([], null, [picture(`plate ${i}`, 100), picture(`plate ${i}b`, 300)])
	);
	const pages = [
		page(lines(100, [full('Järnvägen'), full('går vidare'), full('till').slice(0, 42) + ' järn-'])),
		...plates,
		page(lines(100, ['vägen, som här slutar.']))
	];
	const found = (await outcome(pages)).filter((line) => !line.startsWith('picture'));
	expect(found).toEqual([expect.stringMatching(/järnvägen, som här slutar\.$/)]);
});

test('a first page that is a picture is the cover', async () => {
	const cover = picture('cover', 0, { x0: 0, x1: 400, foot: 600 });
	const read = await readPdf(documentOf([page([], null, [cover]), page(above)]));
	expect(read.ok && [read.value.cover, read.value.blocks.length]).toEqual(['cover', 1]);
});

const rowsOf = (bytes: Uint8Array): readonly number[] => {
	const at = Buffer.from(bytes).indexOf('IDAT');
	const length = new DataView(bytes.buffer).getUint32(at - 4);
	return [...unzlibSync(bytes.subarray(at + 4, at + 4 + length))];
};

test('pixels are written as PNG: a row holds the differences from the pixel on the left', () => {
	const data = Uint8Array.of(10, 20, 30, 15, 18, 30);
	const bytes = png({ width: 2, height: 1, kind: 'rgb', data });
	expect(pictureSize(bytes)).toEqual({ width: 2, height: 1 });
	expect(rowsOf(bytes)).toEqual([1, 10, 20, 30, 5, 254, 0]);
	const bits = png({ width: 9, height: 1, kind: 'bit', data: Uint8Array.of(0xaa, 0x80) });
	expect(rowsOf(bits)).toEqual([0, 0xaa, 0x80]);
});

test('a picture of too many pixels is made smaller', () => {
	const data = new Uint8Array(2000 * 2000 * 3).fill(200);
	const bytes = png({ width: 2000, height: 2000, kind: 'rgb', data });
	expect(pictureSize(bytes)).toEqual({ width: 1000, height: 1000 });
	expect(rowsOf(bytes).slice(0, 7)).toEqual([1, 200, 200, 200, 0, 0, 0]);
});
