import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../text/fingerprint';
import { library, nothing } from './arbitrary';
import { merge } from './mergeBackup';
import type { Dump, OwnWords, ReadingPosition } from './store';
import type { KeptArticle } from './ownArticle';
import type { Tally } from './mergeReport';

const into = (a: Dump, b: Dump) => merge(a, b).library;
const law = (holds: (a: Dump, b: Dump, c: Dump) => void) =>
	fc.assert(
		fc.property(library, library, library, (a, b, c) => {
			holds(a, b, c);
		})
	);

describe('laws', () => {
	test('merging gives the same library in either direction', () => {
		law((a, b) => expect(into(a, b)).toEqual(into(b, a)));
	});
	test('merging three libraries gives the same in any order', () => {
		law((a, b, c) => expect(into(into(a, b), c)).toEqual(into(a, into(b, c))));
	});
	test('merging a second time changes nothing', () => {
		law((a, b) => {
			const once = into(a, b);
			for (const part of [a, b, once]) {
				const { library, news } = merge(once, part);
				expect(library).toEqual(once);
				expect(news).toEqual(nothing);
			}
		});
	});
	test('no kept record is older than one with its key in either library', () => {
		law((a, b) => {
			const merged = moments(into(a, b));
			for (const [key, changedAt] of [...moments(a), ...moments(b)]) {
				expect((merged.get(key) ?? '') >= changedAt).toBe(true);
			}
		});
	});
	test('the news are the records of the result that the first library lacks', () => {
		law((a, b) => {
			const { library, news } = merge(a, b);
			const kinds = ['articles', 'removed', 'words', 'reviews', 'translations', 'places'] as const;
			for (const kind of kinds) {
				for (const record of library[kind])
					expect([...news[kind], ...a[kind]]).toContainEqual(record);
				for (const record of news[kind]) {
					expect(library[kind]).toContainEqual(record);
					expect(a[kind]).not.toContainEqual(record);
				}
			}
		});
	});
});

/** Returns the moment of every record, by its key. */
const moments = (dump: Dump): Map<string, string> =>
	new Map([
		...dump.articles.map(({ about }) => [`a ${about.id}`, about.changedAt] as const),
		...dump.removed.map(({ id, changedAt }) => [`a ${id}`, changedAt] as const),
		...dump.words.map((w) => [`w ${w.article} ${w.source[0]} ${w.lang}`, w.changedAt] as const),
		...dump.reviews.map((r) => [`r ${r.article} ${r.source[0]} ${r.lang}`, r.changedAt] as const),
		...dump.translations.map(({ id, changedAt }) => [`t ${id}`, changedAt] as const),
		...dump.places.map(({ article, changedAt }) => [`p ${article}`, changedAt] as const)
	]);

const at = (minute: number) => `2026-01-01T00:0${minute}:00.000Z`;
const words = (text: string, minute: number, deleted?: true): OwnWords => ({
	article: 'hus',
	source: [fingerprint('Ett hus.')],
	lang: 'en',
	text: [text],
	name: '',
	from: null,
	changedAt: at(minute),
	...(deleted ? { deleted } : {})
});
const place = (paragraph: number, minute: number): ReadingPosition => ({
	article: 'hus',
	fingerprint: fingerprint('Ett hus.'),
	paragraph,
	of: 9,
	changedAt: at(minute)
});
const article = (minute: number): KeptArticle => ({
	about: {
		id: 'hus',
		metadata: { lang: 'sv' },
		recognised: false,
		paragraphs: 0,
		words: 0,
		addedAt: at(0),
		changedAt: at(minute)
	},
	article: { lang: 'sv', blocks: [] },
	leftOut: []
});
const none: Tally = { added: 0, updated: 0, removed: 0, kept: 0 };

describe('what becomes of a record', () => {
	const cases: [
		what: string,
		here: OwnWords[],
		there: OwnWords[],
		shown: string[],
		tally: Tally
	][] = [
		['new here', [], [words('a', 1)], ['a'], { ...none, added: 1 }],
		['newer there', [words('a', 1)], [words('b', 2)], ['b'], { ...none, updated: 1 }],
		['newer here', [words('a', 2)], [words('b', 1)], ['a'], { ...none, kept: 1 }],
		['the same', [words('a', 1)], [words('a', 1)], ['a'], { ...none, kept: 1 }],
		['deleted here since', [words('a', 2, true)], [words('b', 1)], [], { ...none, kept: 1 }],
		['deleted there since', [words('a', 1)], [words('a', 2, true)], [], { ...none, removed: 1 }],
		['written again since', [words('a', 1, true)], [words('b', 2)], ['b'], { ...none, added: 1 }],
		['deleted, never here', [], [words('a', 1, true)], [], none],
		[
			'deleted at once with a change',
			[words('a', 1)],
			[words('a', 1, true)],
			[],
			{ ...none, removed: 1 }
		]
	];
	test.each(cases)('%s', (_, here, there, shown, tally) => {
		const merged = merge({ ...nothing, words: here }, { ...nothing, words: there });
		const rest = {
			articles: none,
			reviews: none,
			translations: none,
			places: none,
			highlights: none,
			savedWords: none,
			books: none
		};
		expect(merged.report).toEqual({ ...rest, words: tally });
		expect(
			merged.library.words.filter(({ deleted }) => !deleted).flatMap(({ text }) => text)
		).toEqual(shown);
	});

	test('a removed article stays removed until it is added again', () => {
		const removed = { ...nothing, removed: [{ id: 'hus', changedAt: at(2) }] };
		expect(into(removed, { ...nothing, articles: [article(1)] })).toEqual(removed);
		const again = { ...nothing, articles: [article(3)] };
		expect(into(removed, again)).toEqual(again);
	});

	test('the latest reading position is kept, and the furthest', () => {
		const merged = into(
			{ ...nothing, places: [place(3, 1)] },
			{ ...nothing, places: [place(2, 2)] }
		);
		const { changedAt: _, article: __, ...furthest } = place(3, 1);
		expect(merged.places).toEqual([{ ...place(2, 2), furthest }]);
	});
});
