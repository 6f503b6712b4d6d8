/**
 * Random libraries for the laws of `mergeBackup` and `backup`. Few ids and moments, so that they
 * collide.
 */
import fc from 'fast-check';
import type { Article } from '../text/article';
import { block } from '../text/block';
import { fingerprint } from '../text/fingerprint';
import { moment } from './moment';
import { reaching } from './position';
import type { OwnHighlight } from '../highlight/ownHighlight';
import { savedWords } from '../words/savedWord.fixture';
import { trace, type KeptPicture, type OwnBook } from './ownBook';
import type {
	Dump,
	OwnReview,
	OwnTranslation,
	OwnWords,
	ReadingPosition,
	Removed,
	Spot
} from './store';
import type { KeptArticle } from './ownArticle';

const changedAt = fc.integer({ min: 0, max: 4 }).map((n) => moment(Date.UTC(2026, 0, 1) + n));
const id = fc.constantFrom('gård', 'hus', 'åker');
const text = fc.oneof(fc.constantFrom('En katt.', 'Två.'), fc.string({ unit: 'binary' }));
const words = fc.constantFrom('Ett', 'Två').map(fingerprint);
const dated = fc.constantFrom<{ date?: string }>({}, { date: '2025-12-24' });
const deleted = fc.constantFrom<{ deleted?: true }>({}, {}, { deleted: true });

const correction = { by: 'Bo', date: '2026-01-01', kept: 0.9 };
const ai = { origin: 'ai' as const, name: 'A model', date: '2026-01-01' };
const begun = fc.constantFrom<Pick<OwnWords, 'draft'>>(
	{},
	{ draft: { text: ['En katt.'], by: ai } },
	{ draft: { text: ['En katt.'], by: ai, correction } }
);

const blocks = fc.array(
	fc.oneof(
		text.map((text) => block({ kind: 'paragraph' }, text)),
		text.map((text) => block({ kind: 'heading', level: 2 }, text)),
		text.map((text) => block({ kind: 'caption', credit: 'Foto: ingen' }, text)),
		text.map((text) => block({ kind: 'caption', picture: 'a.png' }, text)),
		text.map((text) => block({ kind: 'footnote', marker: '1' }, text))
	),
	{ maxLength: 3 }
);

const article: fc.Arbitrary<Article> = fc.record(
	{ lang: fc.constantFrom('sv', 'en'), title: text, authors: fc.array(text), blocks },
	{ requiredKeys: ['lang', 'blocks'] }
);

const kept: fc.Arbitrary<KeptArticle> = fc
	.record({ id, changedAt, article, recognised: fc.boolean() })
	.map(({ id, changedAt, article, recognised }) => {
		const { blocks, ...metadata } = article;
		const paragraphs = blocks.length;
		const about = { id, metadata, recognised, paragraphs, words: 0, addedAt: changedAt, changedAt };
		return { about, article, leftOut: [{ text: 'Meny', reason: 'navigation', before: 0 }] };
	});

const gone: fc.Arbitrary<Removed> = fc.record({ id, changedAt });

const ownWords: fc.Arbitrary<OwnWords> = fc
	.record({
		article: id,
		source: words.map((first) => [first]),
		lang: fc.constantFrom('en', 'sv'),
		text: fc.array(text, { maxLength: 2 }),
		name: fc.constantFrom('', 'Ada'),
		from: fc.constantFrom('ai' as const, null),
		changedAt
	})
	.chain((own) =>
		fc
			.tuple(dated, deleted, begun)
			.map(([day, mark, draft]) => ({ ...own, ...day, ...mark, ...draft }))
	);

const ownReview: fc.Arbitrary<OwnReview> = fc
	.record({
		article: id,
		source: words.map((first) => [first]),
		lang: fc.constant('en'),
		reviewed: words,
		name: fc.constantFrom('', 'Ada'),
		changedAt
	})
	.chain((own) => fc.tuple(dated, deleted).map(([day, mark]) => ({ ...own, ...day, ...mark })));

const ownTranslation: fc.Arbitrary<OwnTranslation> = fc
	.record({
		id,
		article: id,
		lang: fc.constantFrom('en', 'sv'),
		credit: fc.record({
			translator: fc.constantFrom('', 'Ada'),
			title: text,
			publication: fc.constant(''),
			date: fc.constantFrom('', '2014-10'),
			rights: fc.constant('')
		}),
		units: fc.array(
			fc
				.record({
					kind: fc.constantFrom('paragraph' as const, 'quote' as const),
					source: words.map((first) => [first]),
					text: text.map((one) => [one]),
					by: fc.constant({ origin: 'human' as const, name: 'Ada', date: '2014-10' }),
					review: fc.constantFrom(null, { by: 'Bo', date: '2026-01-01' }),
					corrected: fc.boolean()
				})
				.map(({ corrected, ...unit }) => (corrected ? { ...unit, by: ai, correction } : unit)),
			{ maxLength: 2 }
		),
		addedAt: changedAt,
		changedAt
	})
	.map((own) => ({ ...own, links: own.units.map(() => [0.5]) }))
	.chain((own) => deleted.map((mark) => ({ ...own, ...mark })));

const spot: fc.Arbitrary<Spot> = fc.record({
	fingerprint: words,
	paragraph: fc.integer({ min: 1, max: 3 }),
	of: fc.constantFrom(3, 4)
});

/** Positions as older versions wrote them, and with all that they may have now. */
export const position: fc.Arbitrary<ReadingPosition> = fc
	.record({
		last: spot,
		reached: fc.option(spot, { nil: undefined }),
		more: fc.record(
			{
				within: fc.constantFrom(-0.5, 0, 0.25),
				mark: fc.record({ read: fc.boolean(), at: changedAt })
			},
			{ requiredKeys: [] }
		),
		article: id,
		changedAt
	})
	.map(({ last, reached, more, article, changedAt }) => {
		const position = { article, ...last, ...more, changedAt };
		return reached ? reaching(position, reached) : position;
	});

const picture: fc.Arbitrary<KeptPicture> = fc
	.constantFrom('a.png', 'b.png', 'c.png')
	.map((name) => ({
		name,
		type: 'image/png',
		bytes: new Uint8Array([137, 80, name.charCodeAt(0)])
	}));

/** A book with its pictures: a library keeps the pictures that its books show. */
const ownBook: fc.Arbitrary<readonly [OwnBook, readonly KeptPicture[]]> = fc
	.record({
		id,
		metadata: fc.record({ lang: fc.constantFrom('sv', 'en'), title: text, identifier: text }),
		chapters: fc.array(
			fc.record({
				article: fc.option(id),
				title: text,
				level: fc.constantFrom(1, 2),
				words: fc.nat(9)
			}),
			{ maxLength: 2 }
		),
		shown: fc.uniqueArray(picture, { selector: ({ name }) => name }),
		addedAt: changedAt,
		changedAt
	})
	.chain(({ shown, ...about }) => {
		const cover = shown[0]?.name ?? null;
		const pictures = shown.map(({ name }) => ({ name, alt: '', width: 3, height: 2 }));
		const book = { ...about, cover, pictures };
		return fc.boolean().map((gone) => (gone ? [trace(book, about.changedAt), []] : [book, shown]));
	});

const ownHighlight: fc.Arbitrary<OwnHighlight> = fc
	.record({
		id,
		article: id,
		side: fc.constantFrom('original' as const, 'translation' as const),
		lang: fc.constantFrom('sv', 'en'),
		quotes: fc.array(
			fc.record({
				paragraph: words,
				occurrence: fc.constantFrom(1, 2),
				part: fc.constantFrom(0, 1),
				exact: fc.string({ minLength: 1, unit: 'binary' }),
				prefix: text,
				suffix: text,
				start: fc.nat(9)
			}),
			{ minLength: 1, maxLength: 2 }
		),
		colour: fc.constantFrom('yellow' as const, 'pink' as const),
		note: text,
		addedAt: changedAt,
		changedAt
	})
	.chain((own) => deleted.map((mark) => ({ ...own, ...mark })));

const work = ({ article, source, lang }: OwnWords | OwnReview) =>
	[article, source[0], lang].join('\n');

/** A library as a store keeps it: no two records of a kind have the same key. */
export const library: fc.Arbitrary<Dump> = fc
	.record({
		articles: fc.uniqueArray(kept, { selector: ({ about }) => about.id }),
		removed: fc.uniqueArray(gone, { selector: ({ id }) => id }),
		words: fc.uniqueArray(ownWords, { selector: work }),
		reviews: fc.uniqueArray(ownReview, { selector: work }),
		translations: fc.uniqueArray(ownTranslation, { selector: ({ id }) => id }),
		places: fc.uniqueArray(position, { selector: ({ article }) => article }),
		highlights: fc.uniqueArray(ownHighlight, { selector: ({ id }) => id }),
		savedWords: fc.uniqueArray(savedWords(id, changedAt), { selector: ({ id }) => id }),
		shelf: fc.uniqueArray(ownBook, { selector: ([{ id }]) => id })
	})
	.map(({ shelf, ...dump }) => ({
		...dump,
		books: shelf.map(([book]) => book),
		pictures: [
			...new Map(shelf.flatMap(([, shown]) => shown).map((one) => [one.name, one])).values()
		],
		removed: dump.removed.filter(({ id }) => !dump.articles.some(({ about }) => about.id === id))
	}));

export const nothing: Dump = {
	articles: [],
	removed: [],
	words: [],
	reviews: [],
	translations: [],
	places: [],
	highlights: [],
	savedWords: [],
	books: [],
	pictures: []
};
