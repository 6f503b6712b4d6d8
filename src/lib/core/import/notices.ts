/** Collects doubts about an import, to show to the reader. */
import type { Block } from '../text/article';
import { parseInline, references } from '../text/inline';
import type { Notice } from './imported';

/** Longest paragraph that people write, in UTF-16 units. A longer one gets a notice. */
const maxParagraph = 20_000;
/** At least this many blocks, with fewer characters on average, are a list and no text. */
const wordList = { blocks: 500, characters: 24 };
const html =
	/<(?:\/?(?:p|div|span|a|script|style|html|body|head|br|img|table|ul|li|h[1-6])\b[^<>]*)>|<!doctype/i;

export function notices(text: string, blocks: readonly Block[]): readonly Notice[] {
	const found: Notice[] = [];
	const unreadable = text.match(/\ufffd/g)?.length ?? 0;
	if (unreadable > 0) found.push({ kind: 'unreadable', count: unreadable });
	if (html.test(text)) found.push({ kind: 'html' });
	const missing = missingNotes(blocks);
	if (missing > 0) found.push({ kind: 'missing-notes', count: missing });
	const longest = blocks.reduce((most, { text: words }) => Math.max(most, words.length), 0);
	if (longest > maxParagraph) found.push({ kind: 'endless', characters: longest });
	const characters = blocks.reduce((sum, { text: words }) => sum + words.length, 0);
	if (blocks.length >= wordList.blocks && characters < blocks.length * wordList.characters)
		found.push({ kind: 'word-list', blocks: blocks.length });
	return found;
}

/** Counts the footnote references whose note the text does not have. */
function missingNotes(blocks: readonly Block[]): number {
	const notes = new Set<string>();
	for (const block of blocks) if (block.kind === 'footnote') notes.add(block.marker);
	return blocks
		.filter(({ text }) => text.includes('[^'))
		.flatMap(({ text }) => references(parseInline(text)))
		.filter((marker) => !notes.has(marker)).length;
}
