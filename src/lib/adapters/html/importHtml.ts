/**
 * Converts a web page’s bytes to an article, as `importSteps` does for plain text: in a worker and
 * in the shell alike.
 */
import { decodeHtml } from '../../core/import/charset';
import { maxImportBytes, type ImportFailure } from '../../core/import/failure';
import type { Imported } from '../../core/import/imported';
import { detectLanguage, isImportLang } from '../../core/import/language';
import { fail, ok, type Result } from '../../core/result';
import { runSteps, type Steps } from '../../core/steps';
import type { Block, Lang } from '../../core/text/article';
import { plain } from '../../core/text/inline';
import { isMhtml, pageIn, type SavedPage } from './mhtml';
import { oneCharacterAByte } from './mime';
import { pageSteps } from './page';

/** Bytes that tell whether the page is a message with the page in it. */
const startBytes = 4096;

/** Imports step by step: after each, the share that is done. `lang`: the reader’s choice. */
export function* htmlSteps(
	bytes: Uint8Array,
	lang: Lang | null
): Steps<Result<Imported, ImportFailure>> {
	yield { done: 0 };
	if (bytes.length > maxImportBytes)
		return fail({ kind: 'too-large', bytes: bytes.length, limit: maxImportBytes });
	const page = savedPage(bytes);
	if (!page) return fail({ kind: 'empty' });
	const decoded = decodeHtml(page.bytes, page.charset);
	if (!decoded.ok) return decoded;
	const { lang: said, article, ...rest } = yield* pageSteps(decoded.value.text, page.address);
	if (article.blocks.length === 0) return fail({ kind: 'empty' });
	const found = lang ?? detectLanguage(sampleOf(article.blocks)) ?? said;
	return found === null || (lang === null && !isImportLang(found))
		? fail({ kind: 'language', guess: found })
		: ok({ ...rest, article: { ...article, lang: found } });
}

/** Imports in one go. */
export function importHtml(bytes: Uint8Array, lang: Lang | null): Result<Imported, ImportFailure> {
	return runSteps(htmlSteps(bytes, lang));
}

/** Number of characters that tell a text’s language. */
const maxSample = 200_000;

function sampleOf(blocks: readonly Block[]): string {
	let sample = '';
	for (const { text } of blocks) {
		if (sample.length > maxSample) break;
		sample += `${plain(text)}\n`;
	}
	return sample;
}

const savedPage = (bytes: Uint8Array): SavedPage | null =>
	isMhtml(oneCharacterAByte(bytes.subarray(0, startBytes)))
		? pageIn(bytes)
		: { bytes, charset: null, address: null };
