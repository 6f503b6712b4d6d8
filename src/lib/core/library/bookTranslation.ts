/**
 * What the translation of a book is called as a whole. Its text is kept by chapters, whose credits
 * have their own titles.
 */
import type { Lang } from '../text/article';
import { primaryLang } from '../text/languageTag';
import type { BookPairing } from './bookPairing';
import type { BookTranslation, OwnBook } from './ownBook';

/** Returns what a book is called in a language; null where nobody has said it. */
export const bookTranslation = (
	{ translations = [] }: Pick<OwnBook, 'translations'>,
	lang: Lang
): BookTranslation | null =>
	translations.find((one) => primaryLang(one.lang) === primaryLang(lang)) ?? null;

/** Returns a book with what the pairing’s translation is called; null where it changes nothing. */
export function namedBy(
	book: OwnBook,
	{ lang, credit: { title }, authors = [] }: Pick<BookPairing, 'lang' | 'credit' | 'authors'>
): OwnBook | null {
	const known = bookTranslation(book, lang);
	if (title.trim() === '' || lang === '' || book.deleted) return null;
	const own = book.metadata.authors ?? [];
	const named = { lang, title, authors: authors.join('\n') === own.join('\n') ? [] : authors };
	if (known && JSON.stringify(known) === JSON.stringify(named)) return null;
	const others = (book.translations ?? []).filter((one) => one !== known);
	return { ...book, translations: [...others, named] };
}
