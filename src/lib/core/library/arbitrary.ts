/** Libraries for the laws of `merge` and `backup`: few ids and few moments, so that they collide. */
import fc from 'fast-check';
import type { Article } from '../text/article';
import { block } from '../text/block';
import { fingerprint } from '../text/fingerprint';
import { moment } from './moment';
import type {
	Dump,
	KeptArticle,
	OwnReview,
	OwnTranslation,
	OwnWords,
	Place,
	Removed
} from './store';

const changedAt = fc.integer({ min: 0, max: 4 }).map((n) => moment(Date.UTC(2026, 0, 1) + n));
const id = fc.constantFrom('gård', 'hus', 'åker');
const text = fc.oneof(fc.constantFrom('En katt.', 'Två.'), fc.string({ unit: 'binary' }));
const words = fc.constantFrom('Ett', 'Två').map(fingerprint);
const dated = fc.constantFrom<{ date?: string }>({}, { date: '2025-12-24' });
const deleted = fc.constantFrom<{ deleted?: true }>({}, {}, { deleted: true });

const blocks = fc.array(
	fc.oneof(
		text.map((text) => block({ kind: 'paragraph' }, text)),
		text.map((text) => block({ kind: 'heading', level: 2 }, text)),
		text.map((text) => block({ kind: 'caption', credit: 'Foto: ingen' }, text)),
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
	.chain((own) => fc.tuple(dated, deleted).map(([day, mark]) => ({ ...own, ...day, ...mark })));

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
			fc.record({
				kind: fc.constantFrom('paragraph' as const, 'quote' as const),
				source: words.map((first) => [first]),
				text: text.map((one) => [one]),
				by: fc.constant({ origin: 'human' as const, name: 'Ada', date: '2014-10' }),
				review: fc.constantFrom(null, { by: 'Bo', date: '2026-01-01' })
			}),
			{ maxLength: 2 }
		),
		addedAt: changedAt,
		changedAt
	})
	.map((own) => ({ ...own, links: own.units.map(() => [0.5]) }))
	.chain((own) => deleted.map((mark) => ({ ...own, ...mark })));

const place: fc.Arbitrary<Place> = fc.record({
	article: id,
	fingerprint: words,
	paragraph: fc.integer({ min: 1, max: 3 }),
	of: fc.constant(3),
	changedAt
});

const work = ({ article, source, lang }: OwnWords | OwnReview) =>
	[article, source[0], lang].join('\n');

/** A library as a store keeps one: no two records of a kind with the same key. */
export const library: fc.Arbitrary<Dump> = fc
	.record({
		articles: fc.uniqueArray(kept, { selector: ({ about }) => about.id }),
		removed: fc.uniqueArray(gone, { selector: ({ id }) => id }),
		words: fc.uniqueArray(ownWords, { selector: work }),
		reviews: fc.uniqueArray(ownReview, { selector: work }),
		translations: fc.uniqueArray(ownTranslation, { selector: ({ id }) => id }),
		places: fc.uniqueArray(place, { selector: ({ article }) => article })
	})
	.map((dump) => ({
		...dump,
		removed: dump.removed.filter(({ id }) => !dump.articles.some(({ about }) => about.id === id))
	}));

export const nothing: Dump = {
	articles: [],
	removed: [],
	words: [],
	reviews: [],
	translations: [],
	places: []
};
