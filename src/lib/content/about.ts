/** What feeds, site maps and shown links say of an article. */
import { plain } from '../core/text/inline';
import type { StoredArticle } from '../core/translation/stored';
import { lastDate } from '../core/translation/unit';

/** Characters of an article’s beginning that are shown. */
const summaryLength = 160;

/** Returns an article’s title and beginning in a language, or in the one that it has. */
export function about(
	{ id, metadata, original, translations }: StoredArticle,
	lang: string
): { readonly title: string; readonly summary: string } {
	const translation =
		translations.find(({ translated }) => translated.lang === lang) ?? translations[0];
	const isOriginal = metadata.lang === lang || !translation;
	const blocks = isOriginal && original ? original.blocks : null;
	const first = blocks
		? blocks.find(({ kind }) => isText(kind))?.text
		: translation?.units.find(({ kind }) => isText(kind))?.text[0];
	return {
		title: (isOriginal ? metadata.title : translation?.translated.title) ?? metadata.title ?? id,
		summary: beginning(plain(first ?? ''))
	};
}

const isText = (kind: string): boolean => kind === 'standfirst' || kind === 'paragraph';

const beginning = (text: string): string =>
	text.length > summaryLength
		? `${text.slice(0, summaryLength - 1).replace(/\s+\S*$/, '')}…`
		: text;

/** Returns the date on which a translation of the article was changed last; null where none says. */
export function lastChanged({ translations }: StoredArticle): string | null {
	const dates = translations.flatMap(({ units }) =>
		units.flatMap(({ by, review, correction }) =>
			[lastDate(by), review?.date, correction?.date].filter((date) => date !== undefined)
		)
	);
	return dates.reduce<string | null>((last, date) => (last && last > date ? last : date), null);
}

/** Returns the names of the people and drafts that an article’s translations are by. */
export const translatorsOf = ({ translations }: StoredArticle): readonly string[] => [
	...new Set(translations.flatMap(({ units }) => units.map(({ by }) => by.name)))
];
