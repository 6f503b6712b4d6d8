/** What a reader should know of an import before trusting it. */
import type { Block } from '../text/article';
import type { Notice } from './imported';

/** Longer than any paragraph that people write, in UTF-16 units. */
const maxParagraph = 20_000;
/** So many blocks with so few characters on average are no text. */
const wordList = { blocks: 500, characters: 24 };
const html =
	/<(?:\/?(?:p|div|span|a|script|style|html|body|head|br|img|table|ul|li|h[1-6])\b[^<>]*)>|<!doctype/i;

export function notices(text: string, blocks: readonly Block[]): readonly Notice[] {
	const found: Notice[] = [];
	const unreadable = text.match(/\ufffd/g)?.length ?? 0;
	if (unreadable > 0) found.push({ kind: 'unreadable', count: unreadable });
	if (html.test(text)) found.push({ kind: 'html' });
	const longest = blocks.reduce((most, { text: words }) => Math.max(most, words.length), 0);
	if (longest > maxParagraph) found.push({ kind: 'endless', characters: longest });
	const characters = blocks.reduce((sum, { text: words }) => sum + words.length, 0);
	if (blocks.length >= wordList.blocks && characters < blocks.length * wordList.characters)
		found.push({ kind: 'word-list', blocks: blocks.length });
	return found;
}
