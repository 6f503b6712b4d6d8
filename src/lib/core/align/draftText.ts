import { plain } from '../text/inline';
import { sentences } from '../text/sentence';
import type { AlignText } from './align';
import type { DraftSide } from './draft';

/**
 * The sentences of a side, by block, as its links count them: cut from each block’s plain text,
 * without the white space after them. A block without words has none.
 */
export const alignText = ({ lang, blocks }: DraftSide): AlignText => ({
	lang,
	paragraphs: blocks.map(({ text }) =>
		sentences(plain(text), lang)
			.map(({ text: words }) => words.trim())
			.filter((words) => words !== '')
	)
});
