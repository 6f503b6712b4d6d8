import type { BilingualBook, BothSides, WriteOptions } from './bilingualBook';
import { element, escaped, inLang } from './markup';
import { aboutMarkup, titleMarkup } from './titles';

/** Returns the titles of the work; a work without one is called by a word of the interface. */
export function titlesOf({ original, translated, words }: BilingualBook): BothSides {
	const titles = { original: original.title ?? '', translation: translated?.title ?? '' };
	return (titles.original + titles.translation).trim() === ''
		? { original: words.untitled, translation: '' }
		: titles;
}

/** Returns the title in the language that comes first, else the other. */
export function mainTitle(book: BilingualBook, { first }: WriteOptions): string {
	const titles = titlesOf(book);
	return titles[first] || titles.original || titles.translation;
}

/** Writes the title page: titles, authors, whose work the translation is, rights. */
export function titlePageMarkup(book: BilingualBook, { first }: WriteOptions): string {
	const { original, translated, credits, words, langs, about } = book;
	const authors = (original.authors ?? []).join(', ');
	const lines = [...credits.lines, ...(credits.ownUse === null ? [] : [credits.ownUse])];
	return [
		titleMarkup(titlesOf(book), langs, first),
		authors === '' ? '' : element('p', { class: 'authors' }, escaped(authors)),
		translated?.authors
			? element(
					'p',
					{ class: 'authors', ...inLang(langs.translation) },
					escaped(translated.authors.join(', '))
				)
			: '',
		aboutMarkup(about, langs, first),
		element(
			'div',
			{ class: 'credits', ...inLang(words.lang) },
			lines.map((line) => element('p', {}, escaped(line))).join('')
		)
	].join('');
}
