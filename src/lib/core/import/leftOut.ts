/** Text of an imported file that is not part of the article, and the reason. */
import type { BlockShape } from '../text/article';

export interface LeftOut {
	readonly text: string;
	readonly reason: LeftOutReason;
	/** Index of the block that followed the text in the file. */
	readonly before: number;
	/** Shape of a block that the reader removed, so that restoring it gives the same block. */
	readonly shape?: BlockShape;
}

export const leftOutReasons = [
	'picture',
	'navigation',
	'repeated-title',
	'byline',
	'date',
	'masthead',
	'page-number',
	/** A line that repeats on every page. */
	'running-head',
	/** A line of marks without words: `* * *`. */
	'ornament',
	/** The target of a link that is of no use outside its page. */
	'link',
	'front-matter',
	/** A chapter’s heading over its notes, which stand in a list of all notes. */
	'note-heading',
	/** What a library of free texts puts around a text: its header, credits and licence. */
	'frame',
	/** The list of contents: the chapters’ names return as headings. */
	'contents',
	/** Readers’ comments below an article. */
	'comments',
	/** A box of facts in an encyclopedia’s article. */
	'fact-box',
	/** An editor’s comment in the margin, or a reading above a word (ruby). */
	'annotation',
	/** Text that its file hides. */
	'hidden',
	/** Deleted with tracked changes, and still in the file. */
	'deleted',
	/** Removed by the reader. */
	'removed'
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
