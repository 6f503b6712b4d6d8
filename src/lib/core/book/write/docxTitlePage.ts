import type { Inline } from '../../text/inlineTree';
import type { BilingualBook, BothSides, Side, WriteOptions } from './bilingualBook';
import { paragraphXml, textRun } from './docxRuns';
import { titlesOf } from './titlePage';
import { sidesWithWords } from './titles';

/** Returns words as they are, without marks. */
export const plainText = (text: string): readonly Inline[] => [{ type: 'text', text }];

/** Writes words that are on both sides: the first in one style, the second in another. */
export const bothXml = (
	words: BothSides,
	langs: BothSides,
	first: Side,
	[style, second]: readonly [string, string],
	more = ''
): string =>
	sidesWithWords(words, first)
		.map((side, at) =>
			paragraphXml(at === 0 ? style : second, textRun(words[side], { lang: langs[side] }), {
				lang: langs[side],
				more: at === 0 ? more : ''
			})
		)
		.join('');

/** Writes the title page: titles, authors, whose work the translation is, rights. */
export function titlePageXml(book: BilingualBook, { first }: WriteOptions): string {
	const { original, langs, about, credits, words } = book;
	const authors = (original.authors ?? []).join(', ');
	const lines = [...credits.lines, ...(credits.ownUse === null ? [] : [credits.ownUse])];
	return [
		bothXml(titlesOf(book), langs, first, ['Title', 'Subtitle']),
		authors === ''
			? ''
			: paragraphXml('Author', textRun(authors, { lang: langs.original }), {
					lang: langs.original
				}),
		about ? bothXml(about, langs, first, ['Normal', 'Normal']) : '',
		...lines.map((line) => creditXml(book, line)),
		lines.length === 0 ? paragraphXml('Normal', '', { lang: words.lang }) : ''
	].join('');
}

/** Writes a line below a title, in the language of the interface by default; nothing for no words. */
export const creditXml = ({ words }: BilingualBook, line: string, lang = words.lang): string =>
	line === '' ? '' : paragraphXml('Credit', textRun(line, { lang }), { lang });
