/** A made-up book, and helpers that put it into a reader’s library. */
import type { Page } from '@playwright/test';
import type { BookDraft, KeptBook, KeptPicture } from '../src/lib/core/library/ownBook';
import { bookToSave } from '../src/lib/core/library/saveBook';
import { block } from '../src/lib/core/text/block';
import { at, withLibrary } from './library';

const paragraph = (text: string) => block({ kind: 'paragraph' }, text);
const long = (nth: number) =>
	paragraph(
		`Stycke ${nth}. Roddaren lade upp årorna och lät båten driva mot holmen, där ingen hade bott sedan den stora stormen, och väntade på att dimman skulle lätta.`
	);

/** A picture of one colour, 240 by 120 pixels, as PNG. */
const png = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAPAAAAB4CAIAAABD1OhwAAAA+0lEQVR42u3SAQkAAAgEsc9pEkMY2hoigyU4LtUDb0QCDA2GBkODoTE0GBoMDYYGQ2NoMDQYGgwNhsbQYGgwNBgaDI2hwdBgaDA0GBpDg6HB0GBoMDSGBkODocHQYGgMDYYGQ4OhMTQYGgwNhgZDY2gwNBgaDA2GxtBgaDA0GBoMjaHB0GBoMDQYGkODocHQYGgwNIYGQ4OhwdBgaAwNhgZDg6HB0BgaDA2GBkNjaDA0GBoMDYbG0GBoMDQYGgyNocHQYGgwNBgaQ4OhwdBgaDA0hgZDg6HB0GBoDA2GBkODocHQGBoMDYYGQ2NoFTA0GBoMDYbG0GBouGUBYbrX+DBV46QAAAAASUVORK5CYII=',
	'base64'
);
export const picture: KeptPicture = {
	name: 'holmen.png',
	type: 'image/png',
	bytes: new Uint8Array(png)
};

export const draft: BookDraft = {
	id: 'utkast-holmen',
	name: 'holmen.epub',
	metadata: { lang: 'sv', title: 'Holmen i dimman', authors: ['Ylva Sten'], publication: 'Skär' },
	chapters: [
		{ title: 'Första delen', level: 1, blocks: [], chosen: true },
		{
			title: 'Utfärden',
			level: 2,
			chosen: true,
			blocks: [
				block({ kind: 'heading', level: 2 }, 'Utfärden'),
				long(1),
				block({ kind: 'caption', picture: picture.name }, ''),
				...Array.from({ length: 20 }, (_, nth) => long(nth + 2))
			]
		},
		{ title: 'Hemkomsten', level: 2, chosen: true, blocks: [long(40), long(41)] },
		{ title: 'Register', level: 1, chosen: false, blocks: [paragraph('Holmen, 1, 7')] }
	],
	pictures: [{ name: picture.name, alt: 'En holme i dimma.', width: 240, height: 120 }],
	cover: picture.name,
	leftOut: [{ text: '17', reason: 'page-number', before: 2, chapter: 1 }],
	notices: [],
	changedAt: at(0)
};

export const book: KeptBook = { ...bookToSave(draft, 'holmen', at(0)), pictures: [picture] };

/** Puts the book into the library. Bytes go to the page as a list. */
export async function keepBook(page: Page): Promise<void> {
	await withLibrary(page);
	await page.evaluate(
		async ({ book, bytes }) => {
			const pictures = book.pictures.map((one) => ({ ...one, bytes: new Uint8Array(bytes) }));
			const added = await window.library.addBook({ ...book, pictures });
			if (!added.ok) throw new Error(JSON.stringify(added.failure));
		},
		{ book, bytes: [...picture.bytes] }
	);
}

/** Leaves a book that has been read and not saved. */
export async function keepDraft(page: Page): Promise<void> {
	await withLibrary(page);
	await page.evaluate(
		async ({ draft, picture, bytes }) => {
			const pictures = [{ ...picture, bytes: new Uint8Array(bytes) }];
			const put = await window.library.putBookDraft(draft, pictures);
			if (!put.ok) throw new Error(JSON.stringify(put.failure));
		},
		{ draft, picture, bytes: [...picture.bytes] }
	);
}
