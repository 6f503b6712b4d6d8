/**
 * Schemas that a record from outside must pass: from the database or from a backup. The types
 * are those of `store.ts`; a schema that does not match them does not compile.
 */
import * as v from 'valibot';
import type { Metadata } from '../text/article';
import type {
	AlignmentAbout,
	AlignmentDraft,
	DraftSide,
	Link,
	TranslationCredit
} from '../links/draft';
import type { Notice } from '../import/imported';
import { spansFault } from '../translation/spans';
import { origins, type Unit } from '../translation/unit';
import { encodings } from '../import/decode';
import { highlightColours, type OwnHighlight } from '../highlight/ownHighlight';
import type { KeptArticle, OwnArticle } from './ownArticle';
import {
	type ImportDraft,
	type OwnReview,
	type OwnTranslation,
	type OwnWords,
	type ReadingPosition,
	type Removed
} from './store';
import {
	article,
	block,
	caption,
	count,
	credit,
	fingerprint,
	id,
	lang,
	leftOut,
	metadata,
	moment,
	plainKinds,
	share,
	source,
	type Of
} from './schemaParts';

const own = {
	article: id,
	source,
	lang,
	name: v.string(),
	date: v.exactOptional(v.string()),
	changedAt: moment
};
const deleted = v.exactOptional(v.literal(true));

export const ownArticle: Of<OwnArticle> = v.object({
	id,
	metadata: v.object(metadata) satisfies Of<Metadata>,
	recognised: v.boolean(),
	paragraphs: count,
	words: count,
	addedAt: moment,
	changedAt: moment,
	book: v.exactOptional(v.object({ id, chapter: count }))
});

/** The texts of an article, which are stored apart from its metadata. */
export const texts: Of<Pick<KeptArticle, 'article' | 'leftOut'>> = v.object({ article, leftOut });

/** The same with the article’s id, as they are stored. */
export const textsWithId: Of<Pick<KeptArticle, 'article' | 'leftOut'> & { readonly id: string }> =
	v.object({ id, article, leftOut });

export const keptArticle: Of<KeptArticle> = v.object({ about: ownArticle, article, leftOut });

export const removed: Of<Removed> = v.object({ id, changedAt: moment });

export const ownWords: Of<OwnWords> = v.object({
	...own,
	text: v.array(v.string()),
	from: v.nullable(v.picklist(origins)),
	draft: v.exactOptional(v.object({ ...credit, text: v.array(v.string()) })),
	deleted
});

export const ownReview: Of<OwnReview> = v.object({ ...own, reviewed: fingerprint, deleted });

const spot = { fingerprint, paragraph: count, of: count };

/** Records from before `within`, `furthest` and `mark` have none of them. */
export const place: Of<ReadingPosition> = v.object({
	article: id,
	...spot,
	within: v.exactOptional(v.pipe(v.number(), v.finite(), v.minValue(-100), v.maxValue(1))),
	furthest: v.exactOptional(v.object(spot)),
	mark: v.exactOptional(v.object({ read: v.boolean(), at: moment })),
	changedAt: moment
});

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

export const ownHighlight: Of<OwnHighlight> = v.object({
	id,
	article: id,
	side: v.picklist(['original', 'translation']),
	lang,
	quotes: v.pipe(
		v.array(
			v.object({
				paragraph: fingerprint,
				occurrence: positive,
				part: count,
				exact: v.pipe(v.string(), v.minLength(1)),
				prefix: v.string(),
				suffix: v.string(),
				start: count
			})
		),
		v.minLength(1)
	),
	colour: v.picklist(highlightColours),
	note: v.string(),
	addedAt: moment,
	changedAt: moment,
	deleted
});

export const notice: Of<Notice> = v.variant('kind', [
	v.object({ kind: v.literal('unreadable'), count }),
	v.object({
		kind: v.literal('encoding'),
		encoding: v.picklist(encodings),
		choices: v.array(v.object({ encoding: v.picklist(encodings), sample: v.string() }))
	}),
	v.object({ kind: v.literal('columns'), count }),
	v.object({ kind: v.literal('missing-notes'), count }),
	v.object({ kind: v.literal('loose-notes'), count }),
	v.object({ kind: v.literal('html') }),
	v.object({ kind: v.literal('scripts'), count }),
	v.object({ kind: v.literal('endless'), characters: count }),
	v.object({ kind: v.literal('word-list'), blocks: count }),
	v.object({ kind: v.literal('picture-pages'), pages: v.array(v.string()) }),
	v.object({ kind: v.literal('doubtful-pages'), pages: v.array(v.string()) })
]);

export const draft: Of<ImportDraft> = v.object({
	id,
	name: v.string(),
	article,
	leftOut,
	// The earliest drafts have none.
	notices: v.optional(v.array(notice), []),
	changedAt: moment
});

export const translationCredit: Of<TranslationCredit> = v.object({
	translator: v.string(),
	title: v.string(),
	publication: v.string(),
	date: v.string(),
	rights: v.string()
});

// Checked by hand: a novel has some hundred thousand of these numbers.
const numbers = (fits: (n: number) => boolean, message: string) =>
	v.custom<number[]>(
		(raw) => Array.isArray(raw) && raw.every((one) => typeof one === 'number' && fits(one)),
		message
	);
const indices = numbers((n) => Number.isInteger(n) && n >= 0, 'is no list of sentences');
const probabilities = numbers((n) => n >= 0 && n <= 1, 'is no list of probabilities');

const unitEntries = {
	// A passage has none.
	source: v.array(fingerprint),
	text: v.pipe(v.array(v.string()), v.minLength(1)),
	...credit,
	review: v.nullable(v.object({ by: v.string(), date: v.string() })),
	spans: v.exactOptional(
		v.pipe(
			v.array(v.tuple([indices, indices])),
			v.check(
				(spans) => spansFault(spans) === null,
				'sentences are skipped, repeated or out of order'
			)
		)
	),
	note: v.exactOptional(v.string())
};

const unit: Of<Unit> = v.variant('kind', [
	v.object({ kind: v.literal('heading'), level: count, ...unitEntries }),
	v.object({ ...caption, ...unitEntries }),
	v.object({ kind: v.literal('footnote'), marker: v.string(), ...unitEntries }),
	v.object({ kind: v.picklist(plainKinds), ...unitEntries })
]);

const omissions = v.array(v.tuple([count, share]));

export const ownTranslation: Of<OwnTranslation> = v.object({
	id,
	article: id,
	lang,
	credit: translationCredit,
	units: v.array(unit),
	links: v.array(probabilities),
	omissions: v.exactOptional(v.object({ source: omissions, target: omissions })),
	compared: v.exactOptional(v.literal(true)),
	addedAt: moment,
	changedAt: moment,
	deleted
});

const link: Of<Link> = v.object({
	source: indices,
	target: indices,
	confidence: share,
	fixed: v.boolean(),
	dropped: v.exactOptional(v.literal(true))
});

/** A side’s language is empty until the reader has chosen it. */
const side: Of<DraftSide> = v.object({
	lang: v.union([v.literal(''), lang]),
	blocks: v.array(block)
});

const draftAbout = {
	id,
	article: id,
	credit: translationCredit,
	machine: v.exactOptional(
		v.object({
			origin: v.picklist(['machine', 'ai']),
			name: v.string(),
			certain: v.array(fingerprint),
			unclear: v.array(fingerprint),
			answer: v.nullable(v.picklist(['human', 'machine']))
		})
	),
	base: v.exactOptional(v.nullable(moment)),
	changedAt: moment
};

/** A draft without its texts and links. */
export const alignmentAbout: Of<AlignmentAbout> = v.object(draftAbout);

export const alignmentDraft: Of<AlignmentDraft> = v.object({
	...draftAbout,
	source: side,
	target: side,
	links: v.array(link),
	leftOut: v.exactOptional(leftOut),
	unused: v.exactOptional(v.array(v.string())),
	unaligned: v.exactOptional(v.literal(true))
});

/**
 * Returns the first fault that a check found, as a path and a reason: `words.3.lang is no
 * language tag`.
 */
export function fault(issues: readonly v.BaseIssue<unknown>[]): string {
	const [issue] = issues;
	if (!issue) return '';
	return `${v.getDotPath(issue) ?? ''} ${issue.message}`.trim();
}
