/** A book that has just been read, as a draft: which chapters are proposed, and its pictures apart. */
import type { Book } from '../book/book';
import { pictureSize } from '../book/pictureSize';
import { proposed } from '../book/setAside';
import type { BookDraft, KeptPicture } from './ownBook';

export type BookContent = Omit<BookDraft, 'id' | 'name' | 'changedAt'>;

export function draftBook(book: Book): {
	readonly content: BookContent;
	readonly pictures: readonly KeptPicture[];
} {
	const { metadata, chapters, pictures, cover, leftOut, notices } = book;
	const chosen = proposed(chapters);
	return {
		content: {
			metadata,
			chapters: chapters.map((chapter, at) => ({ ...chapter, chosen: chosen[at] ?? true })),
			pictures: pictures.map(({ name, alt, bytes }) => ({
				name,
				alt,
				...(pictureSize(bytes) ?? { width: 0, height: 0 })
			})),
			cover,
			leftOut,
			notices
		},
		pictures: pictures.map(({ name, type, bytes }) => ({ name, type, bytes }))
	};
}
