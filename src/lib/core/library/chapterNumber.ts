import type { BookChapter } from './ownBook';

/** Returns a chapter’s number, from 1, among those with text; null for a part without text. */
export function chapterNumber(
	chapters: readonly Pick<BookChapter, 'article'>[],
	at: number
): number | null {
	if ((chapters[at]?.article ?? null) === null) return null;
	return chapters.slice(0, at + 1).filter(({ article }) => article !== null).length;
}
