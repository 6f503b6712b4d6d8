import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grouped, type DossierListing } from './groups';

const dossier = (id: string, articles: string): DossierListing => ({
	id,
	lang: 'sv',
	title: { sv: id },
	outline: { frame: { x: 0, y: 0, width: 1, height: 1 }, land: '' },
	articles: [...articles]
});
const entries = (ids: string) => [...ids].map((id) => ({ id }));
const told = (groups: ReturnType<typeof grouped>) =>
	groups.map((group) => [group.dossier?.id ?? null, group.entries.map(({ id }) => id).join('')]);

test('a dossier’s articles form one group, in reading order, before all other articles', () => {
	expect(told(grouped(entries('abcde'), [dossier('x', 'db')]))).toEqual([
		['x', 'db'],
		[null, 'ace']
	]);
});

test('a dossier without entries makes no group', () => {
	expect(told(grouped(entries('ab'), [dossier('x', 'yz')]))).toEqual([[null, 'ab']]);
	expect(told(grouped(entries('ab'), [dossier('x', 'abz')]))).toEqual([['x', 'ab']]);
	expect(grouped([], [dossier('x', 'a')])).toEqual([]);
});

test('every entry is in exactly one group', () => {
	const some = fc.uniqueArray(fc.constantFrom(...'abcdef')).map((ids) => ids.join(''));
	fc.assert(
		fc.property(some, fc.array(some, { maxLength: 3 }), (ids, dossiers) => {
			const groups = grouped(
				entries(ids),
				dossiers.map((articles, nth) => dossier(String(nth), articles))
			);
			const stand = groups.flatMap((group) => group.entries.map(({ id }) => id));
			expect(stand.sort()).toEqual([...ids].sort());
		})
	);
});
