import { describe, expect, test } from 'vitest';
import { coverage } from '$lib/core/translation/coverage';
import { arranged, asItComes, narrows, type Arrangement } from './arrange';
import type { LibraryEntry } from './shelves';

const untranslated = { ...coverage([]), none: 1, total: 1 };
const entry = (id: string, part: Partial<LibraryEntry> = {}): LibraryEntry => ({
	id,
	shelf: 'yours',
	original: { lang: 'sv', title: id },
	translated: null,
	words: 100,
	coverage: untranslated,
	place: null,
	state: 'unread',
	addedAt: null,
	...part
});
const entries = [
	entry('Öarna', { words: 300, addedAt: '2026-03' }),
	entry('Del 10', { words: 50, addedAt: '2026-01', original: { lang: 'en', title: 'Del 10' } }),
	entry('Del 9', {
		words: 200,
		addedAt: '2026-02',
		state: 'read',
		place: { changedAt: '2026-04' } as never
	}),
	entry('Ark', {
		original: { lang: 'sv', title: 'Ark', authors: ['Ada'], issued: '1998-05' },
		coverage: { ...untranslated, none: 0, ai: 1 }
	})
];
const seriesOf = (id: string) => (id === 'Ark' ? ['s'] : []);
const titles = (wanted: Partial<Arrangement>, ui = 'sv') =>
	arranged(entries, { ...asItComes, ...wanted }, seriesOf, ui).map(({ id }) => id);

describe('the library is sorted', () => {
	test.each([
		['recent', ['Del 9', 'Öarna', 'Del 10', 'Ark']],
		['title', ['Ark', 'Del 9', 'Del 10', 'Öarna']],
		['added', ['Öarna', 'Del 9', 'Del 10', 'Ark']],
		['length', ['Del 10', 'Ark', 'Del 9', 'Öarna']]
	] as const)('by %s', (sort, found) => {
		expect(titles({ sort })).toEqual(found);
	});
});

test.each([
	[{ lang: 'en' }, ['Del 10']],
	[{ unread: true }, ['Öarna', 'Del 10', 'Ark']],
	[{ query: 'del', lang: 'sv' }, ['Del 9']],
	[{ author: 'Ada' }, ['Ark']],
	[{ year: '1998' }, ['Ark']],
	[{ series: 's' }, ['Ark']],
	[{ level: 'ai' }, ['Ark']],
	[{ level: 'none', unread: true }, ['Öarna', 'Del 10']]
] as const)('%j leaves %j', (wanted, found) => {
	expect(titles(wanted)).toEqual(found);
	expect(narrows({ ...asItComes, ...wanted })).toBe(true);
});

test('sorting alone leaves nothing out', () => {
	expect(narrows({ ...asItComes, sort: 'title' })).toBe(false);
});
