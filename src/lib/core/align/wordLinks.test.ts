import { expect, test } from 'vitest';
import { side } from './side';
import { joined, suggested } from './wordLinks';

/** Returns the stems of the names that two texts share. */
function sharedNames(ours: string, theirs: string, langs: readonly [string, string]) {
	const source = side({ lang: langs[0], paragraphs: [[ours]] });
	const target = side({ lang: langs[1], paragraphs: [[theirs]] });
	const { names } = joined(source, target, suggested(source, target, null), null);
	return [source, target].map(({ kinds }, at) =>
		kinds.filter((_, kind) => names[at]?.[kind]).map(({ stem }) => stem)
	);
}

test('a name is one in both texts', () => {
	expect(sharedNames('Igår kom Ruth till Rom.', 'Hier, Ruth est venue.', ['sv', 'fr'])).toEqual([
		['ruth'],
		['ruth']
	]);
});

test('a capital alone makes no name: in German every noun has one', () => {
	expect(
		sharedNames(
			'Gestern sah der Hund mit Ruth das Haus am Fluss.',
			'Hier, le chien a vu avec Ruth la maison au bord de la rivière.',
			['de', 'fr']
		)
	).toEqual([['ruth'], ['ruth']]);
});

test('a text in lower case has no names that the other one lacks', () => {
	expect(
		sharedNames('Igår kom Ruth till Rom.', 'yesterday ruth came to rome.', ['sv', 'en'])
	).toEqual([[], []]);
});
