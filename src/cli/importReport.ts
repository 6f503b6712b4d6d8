/** What an import prints for a reader: what is known of a text or a book, and what is doubtful. */
import type { Notice } from '../lib/core/import/imported';
import type { LeftOut } from '../lib/core/import/leftOut';
import { unreachable } from '../lib/core/result';
import type { Metadata } from '../lib/core/text/article';

export const headLines = (
	{ lang, title, authors, publication, issued }: Metadata,
	more: readonly (readonly [string, string | undefined])[] = []
): readonly string[] =>
	[
		['Title', title] as const,
		['By', authors?.join(', ')] as const,
		['Published', publication] as const,
		['Date', issued] as const,
		['Language', lang] as const,
		...more
	].flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));

/** Returns the lines below a text: what was left out, and what is doubtful. */
export const tailLines = (
	leftOut: readonly LeftOut[],
	notices: readonly Notice[]
): readonly string[] => [
	...(leftOut.length === 0 ? [] : ['', 'Left out:']),
	...leftOut.map(({ text, reason }) => `  ${reason.padEnd(15)}${short(text)}`),
	...(notices.length === 0 ? [] : ['', 'Doubtful:']),
	...notices.flatMap((notice) => doubt(notice).map((text) => `  ${text}`))
];

/** Says what a reader should know of an import, a line each. */
function doubt(notice: Notice): readonly string[] {
	switch (notice.kind) {
		case 'unreadable':
			return [`${notice.count} characters could not be read`];
		case 'encoding':
			return [
				`read as ${notice.encoding}; if another of these is right, say so with --encoding:`,
				...notice.choices.map(({ encoding, sample }) => `${encoding.padEnd(15)}${short(sample)}`)
			];
		case 'missing-notes':
			return [`${notice.count} references have no note in the file`];
		case 'loose-notes':
			return [`${notice.count} notes have no reference in the text`];
		case 'columns':
			return [`set in columns, which are read one after the other (places: ${notice.count})`];
		case 'html':
			return ['it contains HTML, which is shown as text'];
		case 'scripts':
			return [`${notice.count} scripts, frames and handlers were not run`];
		case 'endless':
			return [`a paragraph has ${notice.characters} characters: its breaks may be lost`];
		case 'word-list':
			return [`most of its ${notice.blocks} paragraphs are a word or two: a list?`];
		case 'picture-pages':
			return [`pages without text, which are pictures: ${notice.pages.join(', ')}`];
		case 'doubtful-pages':
			return [`pages whose text may be wrong: ${notice.pages.join(', ')}`];
		default:
			return unreachable(notice);
	}
}

const width = 80;

/** Returns the beginning of a text, on a line of the terminal. */
export const short = (text: string): string =>
	text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`;
