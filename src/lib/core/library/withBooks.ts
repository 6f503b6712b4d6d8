import type { OwnArticle } from './ownArticle';
import type { OwnBook } from './ownBook';

/** A text of the reader’s, with the book that it is a chapter of. */
export interface TextOfBook {
	readonly about: OwnArticle;
	/** Null for a text of its own, and for a chapter whose book is not there. */
	readonly book: OwnBook | null;
}

/** Returns the texts in their order, but the chapters of a book together where its first is. */
export function withBooks(
	articles: readonly OwnArticle[],
	books: readonly OwnBook[]
): readonly TextOfBook[] {
	const bookOf = new Map(books.map((book) => [book.id, book]));
	const groups = new Map<string, TextOfBook[]>();
	for (const about of articles) {
		const book = bookOf.get(about.book?.id ?? '') ?? null;
		const key = book ? `book ${book.id}` : `text ${about.id}`;
		const group = groups.get(key);
		if (group) group.push({ about, book });
		else groups.set(key, [{ about, book }]);
	}
	const chapter = ({ about }: TextOfBook) => about.book?.chapter ?? 0;
	return [...groups.values()].flatMap((texts) => texts.sort((a, b) => chapter(a) - chapter(b)));
}
