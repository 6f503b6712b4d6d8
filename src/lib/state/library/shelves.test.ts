import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OwnArticle } from '$lib/core/library/ownArticle';
import { coverage } from '$lib/core/translation/coverage';
import type { Listing } from './listing';
import { matching, shelve, type LibraryEntry } from './shelves';

const none = coverage([]);
const listing = (id: string, bundled: boolean): Listing => ({
	id,
	metadata: { lang: 'sv', title: `Om ${id}`, authors: ['Åsa Öberg'], publication: 'Bladet' },
	bundled,
	paragraphs: 3,
	words: 100,
	translated: [{ lang: 'en', title: `On ${id}`, coverage: { ...none, ai: 3, total: 3 } }]
});
const own = (id: string, addedAt = '2026-01-01T00:00:00.000Z', recognised = true): OwnArticle => ({
	id,
	metadata: { lang: 'sv', title: `Min ${id}` },
	recognised,
	paragraphs: 7,
	words: 70,
	addedAt,
	changedAt: addedAt
});

const ids = (entries: readonly LibraryEntry[]) => entries.map(({ id }) => id);
const anyIds = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));

test('every article is on exactly one shelf', () => {
	fc.assert(
		fc.property(anyIds, anyIds, anyIds, fc.func(fc.boolean()), (storedIds, ownIds, read, has) => {
			const stored = storedIds.map((id) => listing(id, has(id)));
			const { reading, here, yours, waiting } = shelve(
				stored,
				ownIds.map((id) => own(id)),
				read.map((article) => ({ article, paragraph: 1, of: has(article) ? 1 : 9 }) as never)
			);
			expect(ids([...reading, ...here, ...yours, ...waiting]).sort()).toEqual(
				[...new Set([...storedIds, ...ownIds])].sort()
			);
		})
	);
});

test('a text that only has the id of a stored one stands beside it, with no translation', () => {
	const stored = [listing('a', true)];
	const { here, yours } = shelve(stored, [own('a', undefined, false)], []);
	expect(here).toMatchObject([{ id: 'a', translated: { title: 'On a' }, coverage: { ai: 3 } }]);
	expect(yours).toMatchObject([{ id: 'a', translated: null, original: { title: 'Min a' } }]);
});

test('adding a copy moves a waiting article to the reader’s shelf, with its translation', () => {
	const stored = [listing('a', false)];
	expect(ids(shelve(stored, [], []).waiting)).toEqual(['a']);
	const { waiting, yours } = shelve(stored, [own('a')], []);
	expect(waiting).toEqual([]);
	expect(yours[0]).toMatchObject({
		id: 'a',
		original: { title: 'Min a' },
		translated: { title: 'On a' },
		coverage: { ai: 3 }
	});
});

test('a text that no stored translation recognises has no translation', () => {
	const [entry] = shelve([], [own('x')], []).yours;
	expect(entry?.translated).toBeNull();
	expect(entry?.coverage).toMatchObject({ none: 7, total: 7 });
});

test('the reader’s texts are listed with the newest first', () => {
	const texts = [own('old', '2026-01-01T00:00:00.000Z'), own('new', '2026-02-01T00:00:00.000Z')];
	expect(ids(shelve([], texts, []).yours)).toEqual(['new', 'old']);
});

test('the reader’s own coverage takes precedence over the stored coverage', () => {
	const mine = { a: { ...none, human: 3, total: 3 }, b: null };
	const { yours, here } = shelve([listing('b', true)], [own('a')], [], mine);
	expect(yours[0]?.coverage).toMatchObject({ human: 3 });
	expect(here[0]?.coverage).toMatchObject({ ai: 3 });
});

test('an entry shows how far it has been read', () => {
	const place = { article: 'a', paragraph: 24, of: 24, changedAt: '' } as never;
	expect(shelve([listing('a', true)], [], [place]).here[0]).toMatchObject({ place, state: 'read' });
});

test('texts in progress are on a shelf of their own, the one read last first', () => {
	const place = (article: string, changedAt: string) =>
		({ article, paragraph: 9, of: 24, changedAt }) as never;
	const shelves = shelve(
		[listing('a', true), listing('b', true), listing('c', false)],
		[own('x')],
		[place('x', '2026-01'), place('a', '2026-03'), place('c', '2026-02')]
	);
	expect(ids(shelves.reading)).toEqual(['a', 'c', 'x']);
	expect([...ids(shelves.here), ...ids(shelves.yours), ...ids(shelves.waiting)]).toEqual(['b']);
});

test.each([
	['', ['plums', 'pears']],
	['om plums', ['plums']],
	['ON PEARS', ['pears']],
	['öberg bladet', ['plums', 'pears']],
	['öberg nobody', []]
])('“%s” finds %j', (query, found) => {
	const { here } = shelve([listing('plums', true), listing('pears', true)], [], []);
	expect(ids(matching(here, query))).toEqual(found);
});
