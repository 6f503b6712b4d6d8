import { seenOriginals, seenTranslation, type SeenArticle } from '../corrected';
import { exchangeDocument } from './document';
import { exportTranslation, type Format } from './exchange';

/** Returns the translation shown beside an article as the text of a file for a translator. */
export const exchangeFile = (format: Format, seen: SeenArticle): string =>
	exportTranslation(format, exchangeDocument(seenTranslation(seen), seenOriginals(seen)));
