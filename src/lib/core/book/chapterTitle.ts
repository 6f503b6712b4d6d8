/** Finds a chapter’s title at its beginning: a heading, or a number and a name in several lines. */
import type { FlowBlock } from './flow';
import { flowWords, hasReference } from './flowWords';

/** Most lines of a title: a label, a number, a name and a line below it. */
const maxLines = 4;

/**
 * Returns how many blocks from `from` on, before `to`, are the title and nothing else; 0 where the
 * text does not begin with it. A title with a note in it stays in the text.
 */
export function titleBlocks(
	blocks: readonly FlowBlock[],
	from: number,
	to: number,
	title: string
): number {
	const wanted = lettersOf(title);
	if (wanted === '') return 0;
	let found = '';
	for (let count = 1; count <= maxLines && from + count <= to; count++) {
		const block = blocks[from + count - 1];
		if (!block || block.shape.kind === 'picture' || hasReference(block.inline)) return 0;
		found += lettersOf(flowWords(block.inline));
		if (found === wanted) return count;
		if (!wanted.startsWith(found)) return 0;
	}
	return 0;
}

/** Returns the title as the text has it: the contents often write it in another case. */
export const titleIn = (blocks: readonly FlowBlock[], from: number, count: number): string =>
	blocks
		.slice(from, from + count)
		.map(({ inline }) => flowWords(inline))
		.reduce((title, line) => `${title}${/[\p{L}\p{N}]$/u.test(title) ? '. ' : ' '}${line}`);

const lettersOf = (text: string): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
