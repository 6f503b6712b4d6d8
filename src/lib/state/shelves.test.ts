import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OwnArticle } from '$lib/core/library/store';
import type { Listing } from './listing';
import { matching, shelve, type Entry } from './shelves';

const none = { human: 0, reviewed: 0, ai: 0, machine: 0, none: 0, stale: 0, total: 0 };
const listing = (id: string, bundled: boolean): Listing => ({
	id,
	metadata: { lang: 'sv', title: `Om ${id}`, authors: ['Åsa Öberg'], publication: 'Bladet' },
	bundled,
	paragraphs: 3,
	words: 100,
	translated: [{ lang: 'en', title: `On ${id}`, coverage: { ...none, ai: 3, total: 3 } }]
});
const own = (id: string, addedAt = '2026-01-01T00:00:00.000Z'): OwnArticle => ({
	id,
	metadata: { lang: 'sv', title: `Min ${id}` },
	recognised: false,
	paragraphs: 7,
	words: 70,
	addedAt,
	changedAt: addedAt
});

const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);
const anyIds = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));

test('every article stands on exactly one shelf', () => {
	fc.assert(
		fc.property(anyIds, anyIds, fc.func(fc.boolean()), (storedIds, ownIds, hasOriginal) => {
			const stored = storedIds.map((id) => listing(id, hasOriginal(id)));
			const { here, yours, waiting } = shelve(
				stored,
				ownIds.map((id) => own(id)),
				[]
			);
			expect(ids([...here, ...yours, ...waiting]).sort()).toEqual(
				[...new Set([...storedIds, ...ownIds])].sort()
			);
		})
	);
});

test('a copy moves its article from those that wait to the reader’s, with its translation', () => {
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

test('a text that nothing is known of has no translation', () => {
	const [entry] = shelve([], [own('x')], []).yours;
	expect(entry?.translated).toBeNull();
	expect(entry?.coverage).toMatchObject({ none: 7, total: 7 });
});

test('the reader’s texts stand with the newest first', () => {
	const texts = [own('old', '2026-01-01T00:00:00.000Z'), own('new', '2026-02-01T00:00:00.000Z')];
	expect(ids(shelve([], texts, []).yours)).toEqual(['new', 'old']);
});

test('what the reader has made of a translation counts before what is stored', () => {
	const mine = { a: { ...none, human: 3, total: 3 }, b: null };
	const { yours, here } = shelve([listing('b', true)], [own('a')], [], mine);
	expect(yours[0]?.coverage).toMatchObject({ human: 3 });
	expect(here[0]?.coverage).toMatchObject({ ai: 3 });
});

test('an entry says how far it is read', () => {
	const place = { article: 'a', paragraph: 9, of: 24, changedAt: '' } as never;
	expect(shelve([listing('a', true)], [], [place]).here[0]?.place).toBe(place);
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
