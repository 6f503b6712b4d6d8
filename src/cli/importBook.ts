/** What an import prints of a book, as JSON and for a reader. */
import type { Book } from '../lib/core/book/book';
import { countWords } from '../lib/core/text/words';
import { headLines, short, tailLines } from './importReport';

/** Returns what `import --json` prints of a book; of a picture it says how many bytes it has. */
export function bookJson({ metadata, chapters, pictures, cover, leftOut, notices }: Book): object {
	const { lang, title, authors, publication, issued, identifier, rights } = metadata;
	return {
		lang,
		title,
		authors,
		publication,
		issued,
		identifier,
		rights,
		...(cover === null ? {} : { cover }),
		chapters: chapters.map(({ title, level, blocks }) => ({ title, level, blocks })),
		pictures: pictures.map(({ name, alt, bytes }) => ({ name, alt, bytes: bytes.length })),
		left_out: leftOut.map(({ text, reason }) => ({ text, reason })),
		...(notices.length > 0 ? { notices } : {})
	};
}

export function bookSummary({ metadata, chapters, pictures, leftOut, notices }: Book): string {
	const count = pictures.length > 0 ? String(pictures.length) : undefined;
	return [
		...headLines(metadata, [['Pictures', count]]),
		'',
		...chapters.map(({ title, level, blocks }) => {
			const words = blocks.reduce((sum, { text }) => sum + countWords(text), 0);
			return `${'  '.repeat(level)}${short(title === '' ? '(no title)' : title)}  ${words} words`;
		}),
		...tailLines(leftOut, notices)
	].join('\n');
}
