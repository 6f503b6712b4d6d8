import { plain } from './inline';

/** How many words inline Markdown has: runs of anything but white space that hold a letter or a digit. */
export const countWords = (markdown: string): number =>
	plain(markdown).match(/[^\s]*[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
