import type { Article, Block } from '../lib/core/text/article';
import { plain } from '../lib/core/text/inline';
import type { Imported } from '../lib/core/import/imported';
import { ok } from '../lib/core/result';
import type { Command } from './command';
import { importFile, parseFileArgs } from './file';

export const importCommand: Command = {
	summary: 'read a text file as an article and print it',
	help: [
		'Usage: jamsides import FILE [--json] [--lang sv|en]',
		'',
		'Reads a plain-text or Markdown file and prints the article found in it.',
		'',
		'  --json       print it whole, as JSON:',
		'               { lang, title, standfirst, authors, publication, issued,',
		'                 blocks: [{ kind, level, text, marker, credit, fingerprint }],',
		'                 left_out: [{ text, reason }] }; what is not known is absent',
		'  --lang LANG  take the text for Swedish or English whatever its words say'
	].join('\n'),
	async run(args) {
		const parsed = parseFileArgs(args);
		if (!parsed.ok) return parsed;
		const { file, json, options } = parsed.value;
		const imported = await importFile(file, options);
		if (!imported.ok) return imported;
		return ok(json ? JSON.stringify(toJson(imported.value), null, 2) : summary(imported.value));
	}
};

/** The article as the JSON: standfirst blocks in a field of their own. */
export function toJson({ article, leftOut }: Imported): object {
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
		left_out: leftOut.map(({ text, reason }) => ({ text, reason }))
	};
}

function summary({ article, leftOut }: Imported): string {
	return [
		...head(article),
		'',
		...article.blocks.map(line),
		...(leftOut.length === 0 ? [] : ['', 'Left out:']),
		...leftOut.map(({ text, reason }) => `  ${reason.padEnd(15)}${short(text)}`)
	].join('\n');
}

const head = ({ lang, title, authors, publication, issued }: Article): string[] =>
	[
		['Title', title],
		['By', authors?.join(', ')],
		['Published', publication],
		['Date', issued],
		['Language', lang]
	].flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));

const line = (block: Block): string => `  ${shapeOf(block).padEnd(15)}${short(plain(block.text))}`;

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

const width = 80;

const short = (text: string): string =>
	text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`;
