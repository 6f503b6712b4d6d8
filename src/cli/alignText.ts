import { readFile } from 'node:fs/promises';
import type { AlignText } from '../lib/core/align/align';
import { fail, ok, type Result } from '../lib/core/result';
import type { Lang } from '../lib/core/text/article';
import { sentences } from '../lib/core/text/sentence';
import { messageOf } from '../lib/core/errorMessage';

/** Largest file in bytes; a larger one is refused. A book is much smaller. */
const maxBytes = 64_000_000;

/**
 * Reads a file to align: UTF-8, paragraphs parted by blank lines. Not `raw`: a sentence a line, as
 * cut; `raw`: cut here.
 */
export async function readAlignText(
	file: string,
	lang: Lang,
	raw: boolean
): Promise<Result<AlignText, string>> {
	try {
		const bytes = await readFile(file);
		if (bytes.length > maxBytes) return fail(`${file}: has more than ${maxBytes / 1e6} MB`);
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return ok({ lang, paragraphs: paragraphsOf(text, lang, raw) });
	} catch (error) {
		if (error instanceof TypeError) return fail(`${file}: is not text in UTF-8`);
		return fail(messageOf(error));
	}
}

/** Law, for `raw`: the sentences joined without white space are the text without white space. */
export function paragraphsOf(text: string, lang: Lang, raw: boolean): readonly string[][] {
	return text
		.split(/(?:\r?\n|\r)(?:[^\S\r\n]*(?:\r?\n|\r))+/)
		.map((paragraph) => {
			const lines = paragraph
				.split(/\r?\n|\r/)
				.map((line) => line.trim())
				.filter((line) => line !== '');
			return raw ? cut(lines.join(' '), lang) : lines;
		})
		.filter((paragraph) => paragraph.length > 0);
}

const cut = (text: string, lang: Lang): string[] =>
	sentences(text, lang)
		.map((sentence) => sentence.text.trim())
		.filter((sentence) => sentence !== '');
