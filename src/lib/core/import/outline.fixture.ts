/** Writes an import in the notation of the tests: one line per block, its kind before its words. */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Block } from '../text/article';
import { importText } from './import';
import type { Imported } from './imported';

/** Imports text as UTF-8, in Swedish unless another language is given. */
export function read(text: string, lang = 'sv'): Imported {
	const result = importText(utf8ToBytes(text), { lang });
	if (!result.ok) throw new Error(`not imported: ${result.failure.kind}`);
	return result.value;
}

const marks = {
	standfirst: 'S',
	heading: 'H',
	paragraph: 'P',
	quote: 'Q',
	'list-item': 'L',
	caption: 'C',
	footnote: 'F'
} as const;

function line(block: Block): string {
	const mark = marks[block.kind];
	switch (block.kind) {
		case 'heading':
			return `${mark}${block.level} ${block.text}`;
		case 'footnote':
			return `${mark}${block.marker} ${block.text}`;
		case 'caption':
			return `${mark} ${block.text}${block.credit === undefined ? '' : ` / ${block.credit}`}`;
		default:
			return `${mark} ${block.text}`;
	}
}

export const outline = (text: string, lang?: string): string[] =>
	read(text, lang).article.blocks.map(line);

/** Lists the left-out text as `reason: text`. */
export const leftOut = (text: string, lang?: string): string[] =>
	read(text, lang).leftOut.map(({ reason, text: words }) => `${reason}: ${words}`);

/** Makes a paragraph of one or two sentences, long enough to count as prose. */
export const prose = (about: string): string =>
	`Det här är ett helt stycke om ${about}, och det är så långt som ett stycke brukar vara. Det har två meningar.`;
