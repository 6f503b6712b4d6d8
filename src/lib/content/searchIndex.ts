/** Makes the index of the site’s texts, for the built site and for the shell, and the tables of its words. */
import { grouped } from '../core/search/grouped';
import { segmentOf, textKey, type Segment } from '../core/search/segment';
import { termsOf, type Terms } from '../core/search/terms';
import { columnsOf, libraryText, type LibraryText } from '../core/search/textRows';
import type { Lang } from '../core/text/article';
import { otherSiteLang } from '../core/text/languageTag';
import type { StoredArticle } from '../core/translation/stored';
import { formsOfDictionary, writeTable } from '../core/search/wordTable';
import { dictionaryOf } from '../core/words/dictionary';

/** Returns a stored article as its page shows it, with nothing of a reader’s. */
export const storedText = ({ id, metadata, original, translations }: StoredArticle): LibraryText =>
	libraryText({
		...{ key: textKey('read', id), metadata, original, translations },
		...{ words: [], reviews: [], device: [] }
	});

/** Returns the segments of texts, one a language. */
export const segmentsOf = (
	texts: readonly LibraryText[],
	version: string
): Promise<readonly Segment[]> => segmentsOfColumns(texts.flatMap(columnsOf), version, termsOf);

/** Returns the segments of columns, one a language, in the order of each language’s first. */
export function segmentsOfColumns(
	columns: ReturnType<typeof columnsOf>,
	version: string,
	terms: (lang: Lang) => Promise<Terms>
): Promise<readonly Segment[]> {
	return Promise.all(
		[...grouped(columns, ({ lang }) => lang)].map(async ([lang, some]) =>
			segmentOf(lang, version, some, await terms(lang))
		)
	);
}

export type FilesOfTable = ReturnType<typeof writeTable>;

/** Makes the table of a language’s words; without words where there is no lexicon. */
export async function tableOf(lang: Lang, version: string): Promise<FilesOfTable> {
	const dictionary = await dictionaryOf(lang, otherSiteLang(lang));
	const terms = await termsOf(lang);
	return writeTable(lang, version, dictionary ? formsOfDictionary(dictionary, terms) : []);
}
