import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grouped, type DossierListing } from './groups';

const dossier = (id: string, articles: string): DossierListing => ({
	id,
	title: { sv: id },
	articles: [...articles]
});
const entries = (ids: string) => [...ids].map((id) => ({ id }));
const told = (groups: ReturnType<typeof grouped>) =>
	groups.map((group) => [group.dossier?.id ?? null, group.entries.map(({ id }) => id).join('')]);

test('a dossier’s articles stand together, in reading order, before the rest', () => {
	expect(told(grouped(entries('abcde'), [dossier('x', 'db')]))).toEqual([
		['x', 'db'],
		[null, 'ace']
	]);
});

test('what is not there is no group', () => {
	expect(told(grouped(entries('ab'), [dossier('x', 'yz')]))).toEqual([[null, 'ab']]);
	expect(told(grouped(entries('ab'), [dossier('x', 'abz')]))).toEqual([['x', 'ab']]);
	expect(grouped([], [dossier('x', 'a')])).toEqual([]);
});

test('every entry stands in exactly one group', () => {
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
