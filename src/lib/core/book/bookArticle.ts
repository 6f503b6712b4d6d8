/**
 * Makes one article of a book: of a file that is a single text, and where a whole text is asked for.
 * An article has no pictures: they are left out, and their captions stay.
 */
import type { Imported } from '../import/imported';
import type { LeftOut } from '../import/leftOut';
import type { Block } from '../text/article';
import { block } from '../text/block';
import { escapeInline } from '../text/inline';
import type { Book, Chapter } from './book';

/** Returns whether a file has no chapters: a letter, a paper, a short story. */
export const isSingleText = ({ chapters }: Book): boolean =>
	chapters.filter(({ blocks }) => blocks.length > 0).length < 2;

/** Joins the chapters; their titles become headings, and all notes stand last. */
export function articleOf(book: Book): Imported {
	const { metadata, chapters, leftOut, notices } = book;
	const isSingle = isSingleText(book);
	const { identifier: _, ...known } = metadata;
	const title = known.title ?? chapters.find((chapter) => chapter.title !== '')?.title;
	const body: Block[] = [];
	const notes: Block[] = [];
	const out: LeftOut[] = [];
	for (const [at, chapter] of chapters.entries()) {
		const heading = headingOf(chapter, title);
		// A name before a single text is that of its title page, which is no chapter.
		const isTitlePage = isSingle && chapter.blocks.length === 0 && body.length === 0;
		if (!isTitlePage) body.push(...heading);
		else for (const { text } of heading) out.push({ text, reason: 'front-matter', before: 0 });
		const start = body.length;
		for (const { chapter: of, before, ...piece } of leftOut)
			if (of === at) out.push({ ...piece, before: start + before });
		for (const one of chapter.blocks)
			if (isBarePicture(one))
				out.push({ text: one.picture, reason: 'picture', before: body.length });
			else (one.kind === 'footnote' ? notes : body).push(withoutPicture(one));
	}
	const blocks = [...body, ...notes];
	return {
		article: { ...known, ...(title === undefined ? {} : { title }), blocks },
		leftOut: out
			.map((piece) => ({ ...piece, before: Math.min(blocks.length, piece.before) }))
			.sort((a, b) => a.before - b.before),
		notices
	};
}

/** Makes one article of a chapter. */
export function chapterArticle(book: Book, at: number): Imported {
	const chapter = book.chapters[at];
	const title = chapter?.title || book.metadata.title;
	return articleOf({
		...book,
		metadata: { ...book.metadata, ...(title !== undefined && { title }) },
		chapters: chapter ? [chapter] : [],
		leftOut: book.leftOut.flatMap((piece) =>
			piece.chapter === at ? [{ ...piece, chapter: 0 }] : []
		)
	});
}

type PictureBlock = Block & { readonly kind: 'caption'; readonly picture: string };

const isPicture = (one: Block): one is PictureBlock =>
	one.kind === 'caption' && one.picture !== undefined;

const isBarePicture = (one: Block): one is PictureBlock => isPicture(one) && one.text === '';

function withoutPicture(one: Block): Block {
	if (!isPicture(one)) return one;
	const { picture: _, ...caption } = one;
	return caption;
}

/** The title is the only heading of level 1. */
const headingOf = ({ title, level }: Chapter, ofArticle: string | undefined): readonly Block[] =>
	title === '' || title === ofArticle
		? []
		: [block({ kind: 'heading', level: Math.min(6, level + 1) }, escapeInline(title))];
