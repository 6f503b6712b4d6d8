/** Makes the records of a book from its draft. */
import { withoutRepeatedTitle } from '../book/repeatedTitle';
import { wordsOfBlocks } from '../text/wordsOfBlocks';
import type { Block } from '../text/article';
import type { LeftOut } from '../import/leftOut';
import type { BookDraft, BookPicture, DraftChapter, OwnBook } from './ownBook';
import type { KeptArticle } from './ownArticle';

interface NewBook {
	readonly about: OwnBook;
	readonly chapters: readonly KeptArticle[];
}

/**
 * Returns the book with its chosen chapters. A chapter’s article has the chapter’s title, and the
 * book’s as its publication; a heading that only repeats the title is left out of it.
 * @param id the book’s; its chapters’ are made of it
 */
export function bookToSave(draft: Omit<BookDraft, 'changedAt'>, id: string, now: string): NewBook {
	const chosen = draft.chapters.flatMap((chapter, from) =>
		chapter.chosen ? [{ chapter, from }] : []
	);
	const made = chosen.map(({ chapter, from }, nth) => {
		const leftOut = draft.leftOut.filter((piece) => piece.chapter === from);
		return chapter.blocks.length > 0 ? article(draft, chapter, leftOut, id, nth, now) : null;
	});
	const about: OwnBook = {
		id,
		metadata: draft.metadata,
		chapters: chosen.map(({ chapter }, nth) => ({
			article: made[nth]?.about.id ?? null,
			title: chapter.title,
			level: chapter.level,
			words: made[nth]?.about.words ?? 0
		})),
		cover: draft.cover,
		pictures: picturesShown(draft),
		addedAt: now,
		changedAt: now
	};
	return { about, chapters: made.flatMap((kept) => kept ?? []) };
}

function article(
	{ metadata }: Pick<BookDraft, 'metadata'>,
	chapter: DraftChapter,
	leftOut: readonly (LeftOut & { readonly chapter: number })[],
	id: string,
	nth: number,
	now: string
): KeptArticle {
	const { title: work, publication: _, identifier: __, ...known } = metadata;
	const about = {
		...known,
		...(chapter.lang !== undefined && { lang: chapter.lang }),
		...(chapter.title !== '' && { title: chapter.title }),
		...(work !== undefined && { publication: work })
	};
	const { blocks, repeated } = withoutRepeatedTitle(chapter);
	const title = repeated
		? [{ text: repeated.text, reason: 'repeated-title' as const, before: 0 }]
		: [];
	const moved = leftOut.map(({ chapter: _, before, ...piece }) => ({
		...piece,
		before: Math.max(0, before - title.length)
	}));
	return {
		about: {
			id: `${id}-${nth + 1}`,
			metadata: about,
			recognised: false,
			paragraphs: blocks.length,
			words: wordsOfBlocks(blocks),
			addedAt: now,
			changedAt: now,
			book: { id, chapter: nth }
		},
		article: { ...about, blocks },
		leftOut: [...title, ...moved]
	};
}

/** Returns the pictures of the chosen chapters, and the cover. */
function picturesShown({
	chapters,
	pictures,
	cover
}: Pick<BookDraft, 'chapters' | 'pictures' | 'cover'>): readonly BookPicture[] {
	const shown = new Set(
		chapters.flatMap(({ chosen, blocks }) => (chosen ? blocks.flatMap(pictureOf) : []))
	);
	return pictures.filter(({ name }) => name === cover || shown.has(name));
}

const pictureOf = (block: Block): readonly string[] =>
	block.kind === 'caption' && block.picture !== undefined ? [block.picture] : [];

/** Whether two books have the same words, as far as their contents say. */
export const isSameBook = (a: OwnBook, b: OwnBook): boolean =>
	a.metadata.title === b.metadata.title &&
	a.metadata.lang === b.metadata.lang &&
	a.chapters.length === b.chapters.length &&
	a.chapters.every(
		({ title, words }, at) => title === b.chapters[at]?.title && words === b.chapters[at].words
	);
