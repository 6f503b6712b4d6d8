/** A series as a book, for the page and for the shell. Imports are relative: the shell knows no aliases. */
import type { Dossier } from '../../core/dossier/dossier';
import type { Metadata } from '../../core/text/article';
import type { UiLang } from '../../i18n/langs';
import type { TextToWrite, WorkToWrite } from './bookToWrite';

interface SeriesText {
	readonly id: string;
	readonly metadata: Metadata;
	readonly text: TextToWrite;
}

/** Returns a series as a book: its texts are the chapters, each with the paragraph on it. */
export function seriesToWrite(
	dossier: Dossier,
	texts: readonly SeriesText[],
	ui: UiLang
): WorkToWrite {
	const { id, lang, title, standfirst, by, issued, rights, articles } = dossier;
	const other = Object.keys(title).find((one) => one !== lang) ?? lang;
	const both = (texts: Readonly<Record<string, string>>, first = lang, second = other) => ({
		original: texts[first] ?? '',
		translation: texts[second] ?? ''
	});
	const { original, translation } = both(title);
	const paragraphs = new Map(articles.map(({ id, paragraph }) => [id, paragraph]));
	return {
		id: `dossier/${id}`,
		metadata: { lang, title: original, issued, rights },
		translatedTitle: translation,
		about: both(standfirst),
		credits: [by[ui] ?? ''],
		texts: texts.map(({ id, text, metadata }) => ({
			...text,
			authors: metadata.authors ?? [],
			about: both(paragraphs.get(id) ?? {}, text.lang, text.translated?.lang ?? other)
		}))
	};
}
