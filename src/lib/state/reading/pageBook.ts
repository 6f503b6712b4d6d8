/** The book around a chapter, as its reading page shows it. */
import type { T } from '$lib/i18n';
import type { KeptArticle } from '$lib/core/library/ownArticle';
import type { Store } from '$lib/core/library/store';
import { chapterNumber } from '$lib/core/library/chapterNumber';
import type { BookChapter, BookPicture } from '$lib/core/library/ownBook';
import { chapterName, type ChapterName } from '../library/chapterName';

type PageChapter = Omit<BookChapter, 'words'>;

/** The book around a chapter. */
export interface PageBook {
	readonly id: string;
	readonly title: string | null;
	readonly lang: string;
	/** The number of this chapter among `chapters`. */
	readonly here: number;
	readonly chapters: readonly PageChapter[];
	/** By the name of the picture: what its place on the page needs before it is shown. */
	readonly pictures: ReadonlyMap<string, BookPicture>;
}

/** The same book with its chapters named in the interface’s language. */
export interface NamedBook extends PageBook {
	readonly chapters: readonly (PageChapter & { readonly name: ChapterName })[];
}

export const withNames = (book: PageBook, t: T): NamedBook => ({
	...book,
	chapters: book.chapters.map((chapter, at) => ({
		...chapter,
		name: chapterName(chapter.title, chapterNumber(book.chapters, at), book.lang, t)
	}))
});

/** Returns null for a text that is in no book, or whose book cannot be read: it stays readable. */
export async function pageBook(
	store: Pick<Store, 'book'>,
	kept: KeptArticle | null
): Promise<PageBook | null> {
	const of = kept?.about.book;
	if (!of) return null;
	const found = await store.book(of.id);
	if (!found.ok || !found.value) return null;
	const { id, metadata, chapters, pictures } = found.value;
	return {
		id,
		title: metadata.title ?? null,
		lang: metadata.lang,
		here: of.chapter,
		chapters: chapters.map(({ article, title, level }) => ({ article, title, level })),
		pictures: new Map(pictures.map((picture) => [picture.name, picture]))
	};
}

/** A chapter to go to. */
export interface ChapterLink {
	readonly article: string;
	readonly name: ChapterName;
}

/** Returns the nearest chapter with text before (-1) or after (1) this one; null for none. */
export function neighbour({ chapters, here }: NamedBook, by: 1 | -1): ChapterLink | null {
	for (let at = here + by; at >= 0 && at < chapters.length; at += by) {
		const chapter = chapters[at];
		if (chapter && chapter.article !== null)
			return { article: chapter.article, name: chapter.name };
	}
	return null;
}
