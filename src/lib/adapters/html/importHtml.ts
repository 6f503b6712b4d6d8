import { decodeHtml } from '../../core/import/charset';
import { maxImportBytes } from '../../core/import/failure';
import type { Imported } from '../../core/import/imported';
import { detectLanguage, isImportLang } from '../../core/import/language';
import { fail, ok, type Result } from '../../core/result';
import type { Lang } from '../../core/text/article';
import { plain } from '../../core/text/inline';
import type { ReadFailure } from '../import/protocol';
import { readPage } from './page';

/** A web page’s bytes to an article, as `importText` does for plain text; `lang`: what the reader says. */
export function importHtml(bytes: Uint8Array, lang: Lang | null): Result<Imported, ReadFailure> {
	if (bytes.length > maxImportBytes)
		return fail({ kind: 'too-large', bytes: bytes.length, limit: maxImportBytes });
	const decoded = decodeHtml(bytes);
	if (!decoded.ok) return decoded;
	const { lang: said, article, ...rest } = readPage(decoded.value.text);
	if (article.blocks.length === 0) return fail({ kind: 'empty' });
	const words = article.blocks.map(({ text }) => plain(text)).join('\n');
	const found = lang ?? detectLanguage(words) ?? said;
	return found === null || (lang === null && !isImportLang(found))
		? fail({ kind: 'language', guess: found })
		: ok({ ...rest, article: { ...article, lang: found } });
}
