/** `import`: a file of the user’s as an article or a book. */
import type { Block } from '../lib/core/text/article';
import { plain } from '../lib/core/text/inline';
import { oneLine } from '../lib/core/text/line';
import { encodings } from '../lib/core/import/decode';
import type { Imported } from '../lib/core/import/imported';
import { ok } from '../lib/core/result';
import type { Command } from './command';
import { bookJson, bookSummary } from './importBook';
import { headLines, short, tailLines } from './importReport';
import { parseFileArgs, readFile } from './file';

export const importCommand: Command = {
	summary: 'read a text, web page or book and print it',
	help: [
		'Usage: jamsides import FILE [--json] [--lang sv|en] [--encoding NAME]',
		'',
		'Reads a plain-text or Markdown file, a saved web page (HTML, MHTML) or a book (EPUB, DOCX, ODT,',
		'FB2, PDF) and prints the article or the chapters found in it.',
		'',
		'  --json       print it whole, as JSON:',
		'               { lang, title, standfirst, authors, publication, issued, address, rights,',
		'                 blocks: [{ kind, level, text, marker, credit, fingerprint }],',
		'                 left_out: [{ text, reason }], notices: [{ kind, … }] };',
		'               what is not known is absent; a book is',
		'               { lang, title, authors, publication, issued, identifier, rights, cover,',
		'                 chapters: [{ title, level, blocks }], pictures: [{ name, alt, bytes }],',
		'                 left_out: [{ text, reason }], notices: [{ kind, … }] }',
		'  --lang LANG  take the text for Swedish or English whatever its words say',
		`  --encoding NAME  read the file in this encoding: ${encodings.join(', ')}`
	].join('\n'),
	async run(args) {
		const parsed = parseFileArgs(args);
		if (!parsed.ok) return parsed;
		const { file, json, options } = parsed.value;
		const read = await readFile(file, options);
		if (!read.ok) return read;
		if (read.value.kind === 'book') {
			const { book } = read.value;
			return ok(json ? JSON.stringify(bookJson(book), null, 2) : bookSummary(book));
		}
		const { imported } = read.value;
		return ok(json ? JSON.stringify(toJson(imported), null, 2) : summary(imported));
	}
};

/** Returns what `import --json` prints of an article: standfirst blocks in a field of their own. */
function toJson({ article, leftOut, notices }: Imported): object {
	const { lang, title, authors, publication, issued, address, rights, blocks } = article;
	const standfirst = blocks.filter(({ kind }) => kind === 'standfirst').map(({ text }) => text);
	return {
		lang,
		title,
		...(standfirst.length > 0 ? { standfirst: standfirst.join('\n\n') } : {}),
		authors,
		publication,
		issued,
		address,
		rights,
		blocks: blocks.filter(({ kind }) => kind !== 'standfirst'),
		left_out: leftOut.map(({ text, reason }) => ({ text, reason })),
		...(notices.length > 0 ? { notices } : {})
	};
}

function summary({ article, leftOut, notices }: Imported): string {
	return [
		...headLines(article),
		'',
		...article.blocks.map(line),
		...tailLines(leftOut, notices)
	].join('\n');
}

const line = (block: Block): string =>
	`  ${shapeOf(block).padEnd(15)}${short(oneLine(plain(block.text)))}`;

function shapeOf(block: Block): string {
	switch (block.kind) {
		case 'heading':
			return `heading ${block.level}`;
		case 'footnote':
			return `footnote ${block.marker}`;
		default:
			return block.kind;
	}
}
