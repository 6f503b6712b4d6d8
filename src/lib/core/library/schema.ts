/**
 * What a record must be where it comes in from outside: out of the database, or out of a backup.
 * The types are those of `store.ts`; a schema that strays from them does not compile.
 */
import * as v from 'valibot';
import {
	blockKinds,
	type Article,
	type Block,
	type BlockShape,
	type Metadata
} from '../text/article';
import type { AlignmentDraft, DraftSide, Link, TranslationCredit } from '../align/draft';
import type { Notice } from '../import/imported';
import { parseFingerprint, type Fingerprint } from '../text/fingerprint';
import { spansFault } from '../translation/spans';
import { origins, type Unit } from '../translation/unit';
import { leftOutReasons } from './store';
import type {
	Draft,
	KeptArticle,
	OwnArticle,
	OwnReview,
	OwnTranslation,
	OwnWords,
	Place,
	Removed
} from './store';

type Of<T> = v.GenericSchema<unknown, T>;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const lang = v.pipe(
	v.string(),
	v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/, 'is no language tag')
);
const moment = v.pipe(
	v.string(),
	v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'is no moment in UTC'),
	v.check((text) => !Number.isNaN(Date.parse(text)), 'is no moment of the calendar')
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const fingerprint = v.custom<Fingerprint>(
	(raw) => parseFingerprint(raw) !== null,
	'is no fingerprint'
);
const source = v.pipe(v.array(fingerprint), v.minLength(1));

const metadata = {
	lang,
	title: v.exactOptional(v.string()),
	authors: v.exactOptional(v.array(v.string())),
	publication: v.exactOptional(v.string()),
	issued: v.exactOptional(v.string()),
	address: v.exactOptional(v.string()),
	rights: v.exactOptional(v.string())
};

const words = { text: v.string(), fingerprint };
const plainKinds = blockKinds.filter(
	(kind) => kind !== 'heading' && kind !== 'caption' && kind !== 'footnote'
);

const block: Of<Block> = v.variant('kind', [
	v.object({ kind: v.literal('heading'), level: count, ...words }),
	v.object({ kind: v.literal('caption'), credit: v.exactOptional(v.string()), ...words }),
	v.object({ kind: v.literal('footnote'), marker: v.string(), ...words }),
	v.object({ kind: v.picklist(plainKinds), ...words })
]);

const article: Of<Article> = v.object({ ...metadata, blocks: v.array(block) });

const shape: Of<BlockShape> = v.variant('kind', [
	v.object({ kind: v.literal('heading'), level: count }),
	v.object({ kind: v.literal('caption'), credit: v.exactOptional(v.string()) }),
	v.object({ kind: v.literal('footnote'), marker: v.string() }),
	v.object({ kind: v.picklist(plainKinds) })
]);

const leftOut = v.array(
	v.object({
		text: v.string(),
		reason: v.picklist(leftOutReasons),
		before: count,
		shape: v.exactOptional(shape)
	})
);

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
	changedAt: moment
});

/** The texts of an article, which are kept apart from what is known of it. */
export const texts: Of<Pick<KeptArticle, 'article' | 'leftOut'>> = v.object({ article, leftOut });

export const keptArticle: Of<KeptArticle> = v.object({ about: ownArticle, article, leftOut });

export const removed: Of<Removed> = v.object({ id, changedAt: moment });

export const ownWords: Of<OwnWords> = v.object({
	...own,
	text: v.array(v.string()),
	from: v.nullable(v.picklist(origins)),
	deleted
});

export const ownReview: Of<OwnReview> = v.object({ ...own, reviewed: fingerprint, deleted });

export const place: Of<Place> = v.object({
	article: id,
	fingerprint,
	paragraph: count,
	of: count,
	changedAt: moment
});

const notice: Of<Notice> = v.variant('kind', [
	v.object({ kind: v.literal('unreadable'), count }),
	v.object({ kind: v.literal('html') }),
	v.object({ kind: v.literal('scripts'), count }),
	v.object({ kind: v.literal('endless'), characters: count }),
	v.object({ kind: v.literal('word-list'), blocks: count })
]);

export const draft: Of<Draft> = v.object({
	id,
	name: v.string(),
	article,
	leftOut,
	// Drafts of the first days have none.
	notices: v.optional(v.array(notice), []),
	changedAt: moment
});

const credit: Of<TranslationCredit> = v.object({
	translator: v.string(),
	title: v.string(),
	publication: v.string(),
	date: v.string(),
	rights: v.string()
});

const indices = v.array(count);
const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const unitEntries = {
	source,
	text: v.pipe(v.array(v.string()), v.minLength(1)),
	by: v.object({
		origin: v.picklist(origins),
		name: v.string(),
		date: v.string(),
		model: v.exactOptional(v.string()),
		revision: v.exactOptional(v.string()),
		settings: v.exactOptional(v.string())
	}),
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
	v.object({ kind: v.literal('caption'), credit: v.exactOptional(v.string()), ...unitEntries }),
	v.object({ kind: v.literal('footnote'), marker: v.string(), ...unitEntries }),
	v.object({ kind: v.picklist(plainKinds), ...unitEntries })
]);

export const ownTranslation: Of<OwnTranslation> = v.object({
	id,
	article: id,
	lang,
	credit,
	units: v.array(unit),
	links: v.array(v.array(probability)),
	addedAt: moment,
	changedAt: moment,
	deleted
});

const link: Of<Link> = v.object({
	source: indices,
	target: indices,
	confidence: probability,
	fixed: v.boolean()
});

/** Until the reader has said it, a side’s language is empty. */
const side: Of<DraftSide> = v.object({
	lang: v.union([v.literal(''), lang]),
	blocks: v.array(block)
});

export const alignmentDraft: Of<AlignmentDraft> = v.object({
	id,
	article: id,
	source: side,
	target: side,
	credit,
	links: v.array(link),
	base: v.exactOptional(v.nullable(moment)),
	changedAt: moment
});

/** The first fault that a check found, as a path and a reason: `words.3.lang is no language tag`. */
export function fault(issues: readonly v.BaseIssue<unknown>[]): string {
	const [issue] = issues;
	if (!issue) return '';
	return `${v.getDotPath(issue) ?? ''} ${issue.message}`.trim();
}
