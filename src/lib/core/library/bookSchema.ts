/** Schemas that records of books must pass, as those of `schema.ts`. */
import * as v from 'valibot';
import { pictureTypes, type BookMetadata } from '../book/book';
import type {
	BookChapter,
	BookDraft,
	BookPicture,
	DraftChapter,
	KeptPicture,
	OwnBook
} from './ownBook';
import { fromBase64 } from '../base64';
import { pairOutcomes, type BookPairing, type PairingText } from './bookPairing';
import { notice, translationCredit } from './schema';
import { block, count, id, lang, leftOutEntries, metadata, moment, type Of } from './schemaParts';

const bookMetadata: Of<BookMetadata> = v.object({
	...metadata,
	identifier: v.exactOptional(v.string())
});

const chapterAbout = { title: v.string(), level: count };

const chapter: Of<BookChapter> = v.object({
	article: v.nullable(id),
	...chapterAbout,
	words: count
});

const picture: Of<BookPicture> = v.object({
	name: id,
	alt: v.string(),
	width: count,
	height: count
});

const shown = { pictures: v.array(picture), cover: v.nullable(id) };

export const ownBook: Of<OwnBook> = v.object({
	id,
	metadata: bookMetadata,
	translations: v.exactOptional(
		v.array(v.object({ lang, title: v.string(), authors: v.array(v.string()) }))
	),
	chapters: v.array(chapter),
	...shown,
	addedAt: moment,
	changedAt: moment,
	deleted: v.exactOptional(v.literal(true))
});

const type = v.picklist(pictureTypes);

export const keptPicture: Of<KeptPicture> = v.object({
	name: id,
	type,
	bytes: v.instance(Uint8Array)
});

/** A picture as a backup holds it: its bytes in Base64. */
export const writtenPicture: Of<KeptPicture> = v.object({
	name: id,
	type,
	bytes: v.pipe(
		v.string(),
		v.rawTransform(({ dataset, addIssue, NEVER }) => {
			const bytes = fromBase64(dataset.value);
			if (bytes) return bytes;
			addIssue({ message: 'is no Base64' });
			return NEVER;
		})
	)
});

const draftChapter: Of<DraftChapter> = v.object({
	...chapterAbout,
	lang: v.exactOptional(lang),
	blocks: v.array(block),
	chosen: v.boolean()
});

export const bookDraft: Of<BookDraft> = v.object({
	id,
	name: v.string(),
	metadata: bookMetadata,
	chapters: v.array(draftChapter),
	...shown,
	leftOut: v.array(v.object({ ...leftOutEntries, chapter: count })),
	notices: v.array(notice),
	changedAt: moment
});

const chapterPair = v.object({
	source: v.array(count),
	target: v.array(count),
	outcome: v.picklist(pairOutcomes)
});

/** Checks that the pairs are of chapters that there are. */
const haveChapters = ({ articles, chapters, pairs }: BookPairing): boolean =>
	pairs.every(
		({ source, target }) =>
			source.every((at) => at < articles.length) && target.every((at) => at < chapters.length)
	);

const pairingCredit = {
	lang: v.union([v.literal(''), lang]),
	credit: translationCredit,
	machine: v.nullable(
		v.object({
			origin: v.picklist(['machine', 'ai']),
			name: v.string(),
			certain: v.boolean(),
			answer: v.nullable(v.picklist(['human', 'machine']))
		})
	)
};

const anyPairing: Of<BookPairing> = v.object({
	id,
	book: id,
	name: v.string(),
	...pairingCredit,
	authors: v.exactOptional(v.array(v.string())),
	translator: v.nullable(v.string()),
	articles: v.array(id),
	chapters: v.array(v.object({ ...chapterAbout, words: count })),
	pairs: v.array(chapterPair),
	step: v.picklist(['pairing', 'aligning']),
	paused: v.exactOptional(v.literal(true)),
	applied: v.exactOptional(v.object(pairingCredit)),
	changedAt: moment
});

export const bookPairing: Of<BookPairing> = v.pipe(
	anyPairing,
	v.check(haveChapters, 'pairs a chapter that is not there')
);

export const pairingText: Of<PairingText> = v.object({
	id,
	chapters: v.array(v.array(block))
});
