/** The document as the reader’s place needs it: rows in view, and points in the text. */
export { rowsInView } from '$lib/adapters/dom/inView';
export { scrollToShare, shareAbove } from '$lib/adapters/dom/spot';
