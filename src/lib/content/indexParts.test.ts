import { expect, test } from 'vitest';
import { columnsOf } from '../core/search/textRows';
import { block } from '../core/text/block';
import { segmentsInParts } from './indexParts';
import { termsOf } from '../core/search/terms';
import { segmentsOfColumns, storedText } from './searchIndex';

const words = ['bok', 'Böckerna', 'fackföreningen', 'och', 'gick', '1984', 'hus', 'känner till'];

/** Returns the sides of an article of some words, by its id. */
function article(id: string, more = '') {
	const metadata = { lang: 'sv', title: `Om ${id}` };
	const nth = Number(id);
	const text = `${words[nth % 8] ?? ''} ${words[(nth + 3) % 8] ?? ''} ${id}${more}`;
	const original = { ...metadata, blocks: [block({ kind: 'paragraph' }, text)] };
	return columnsOf(storedText({ id, metadata, original, translations: [] }));
}

const ids = Array.from({ length: 200 }, (_, nth) => String(nth).padStart(3, '0'));

/** A cache in memory, which counts what is made. */
function cache() {
	const all = new Map<string, Uint8Array>();
	const made: string[] = [];
	const kept = async (digest: string, make: () => Promise<Uint8Array>) => {
		const found = all.get(digest) ?? (made.push(digest), await make());
		all.set(digest, found);
		return found;
	};
	return { kept, made };
}
const how = {
	version: '1',
	code: 'a',
	sourceOf: (id: string) => id,
	columnsOf: (id: string) => article(id)
};

test('the parts together are the index of all texts at once, made or kept', async () => {
	const { kept } = cache();
	const whole = await segmentsOfColumns(
		ids.flatMap((id) => article(id)),
		'1',
		termsOf
	);
	for (let time = 0; time < 2; time++)
		expect(await segmentsInParts(ids, { ...how, kept })).toEqual(whole);
});

test('a changed, added or removed article makes its own part again', async () => {
	const { kept, made } = cache();
	await segmentsInParts(ids, { ...how, kept });
	const parts = made.length - 1;
	expect(parts).toBeGreaterThan(3);
	const more = (id: string) => (id === '100' ? ' nytt' : '');
	const changed = (id: string) => article(id, more(id));
	for (const [some, columns] of [
		[ids, changed],
		[ids.filter((id) => id !== '100'), how.columnsOf],
		[[...ids, '1000'], how.columnsOf]
	] as const) {
		made.length = 0;
		const now = await segmentsInParts(some, {
			...how,
			sourceOf: (id) => (columns === changed ? id + more(id) : id),
			columnsOf: columns,
			kept
		});
		expect(made.length).toBeLessThanOrEqual(3);
		expect(now).toEqual(await segmentsOfColumns(some.flatMap(columns), '1', termsOf));
	}
});

test('other code makes all of it again', async () => {
	const { kept, made } = cache();
	await segmentsInParts(ids, { ...how, kept });
	const first = made.length;
	await segmentsInParts(ids, { ...how, code: 'b', kept });
	expect(made).toHaveLength(2 * first);
});

test('what is kept is not read again', async () => {
	const { kept } = cache();
	const made = await segmentsInParts(ids, { ...how, kept });
	const columnsOf = (id: string) => expect.fail(`${id} is read`);
	expect(await segmentsInParts(ids, { ...how, columnsOf, kept })).toEqual(made);
});
