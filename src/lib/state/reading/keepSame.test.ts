import { expect, test } from 'vitest';
import { block } from '$lib/core/text/block';
import type { Row } from '$lib/core/translation/row';
import { translator } from '$lib/i18n';
import { keepSame } from './keepSame';
import { readingPage } from './page';

const by = { origin: 'human', name: 'Ida Holm', date: '2014' } as const;
const row = (text: string, translation: string): Row => {
	const original = block({ kind: 'paragraph' }, text);
	return {
		id: original.fingerprint,
		source: [original.fingerprint],
		shape: original,
		originals: [original],
		shown: {
			kind: 'translated',
			text: [translation],
			by: { ...by },
			review: null,
			spans: null,
			stale: false,
			own: false
		}
	};
};
async function page(...rows: Row[]) {
	const t = await translator('en');
	const original = { lang: 'sv', title: 'Fyren' };
	const input = { id: 'fyren', place: 'own', original, translated: { lang: 'en' } } as const;
	return readingPage(
		{ ...input, rows, reads: null, written: null, originalMissing: false, stored: false },
		'en',
		t
	);
}

test('a page that has not changed is the same object', async () => {
	const before = await page(row('Ett.', 'One.'), row('Två.', 'Two.'));
	expect(keepSame(await page(row('Ett.', 'One.'), row('Två.', 'Two.')), before)).toBe(before);
});

test('only the row whose words changed is new, and the page equals the new one', async () => {
	const before = await page(row('Ett.', 'One.'), row('Två.', 'Two.'), row('Tre.', 'Three.'));
	const next = await page(row('Ett.', 'One.'), row('Två.', 'A pair.'), row('Tre.', 'Three.'));
	const kept = keepSame(next, before);
	expect(kept).toEqual(next);
	expect(kept.body.map((one, at) => one === before.body[at])).toEqual([true, false, true]);
	expect(kept.phrases).toBe(before.phrases);
});

test('a row that comes leaves the others as they are', async () => {
	const before = await page(row('Ett.', 'One.'), row('Två.', 'Two.'));
	const next = await page(row('Noll.', 'Zero.'), row('Ett.', 'One.'), row('Två.', 'Two.'));
	const kept = keepSame(next, before);
	expect(kept).toEqual(next);
	expect(kept.body.at(-1)).toBe(before.body.at(-1));
});
