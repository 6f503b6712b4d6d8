/** Writes titles, and paragraphs about a text, in both languages. */
import { inOrder, type BothSides, type Side } from './bilingualBook';
import { element, escaped, inLang } from './markup';

/** Returns the sides that have words, in order. */
export const sidesWithWords = (words: BothSides, first: Side): readonly Side[] =>
	inOrder<Side>('original', 'translation', first).filter((side) => words[side].trim() !== '');

/** Writes a title as a heading, and below it the same in the other language. */
export const titleMarkup = (title: BothSides, langs: BothSides, first: Side): string =>
	sidesWithWords(title, first)
		.map((side, at) =>
			element(
				at === 0 ? 'h1' : 'p',
				{ class: at === 0 ? side : `${side} title`, ...inLang(langs[side]) },
				escaped(title[side])
			)
		)
		.join('');

/** Writes a paragraph about a text; nothing where there is none. */
export const aboutMarkup = (about: BothSides | null, langs: BothSides, first: Side): string =>
	about === null
		? ''
		: element(
				'div',
				{ class: 'row about' },
				sidesWithWords(about, first)
					.map((side) =>
						element('p', { class: side, ...inLang(langs[side]) }, escaped(about[side]))
					)
					.join('')
			);
