/** The part of the document that underlines saved words: only readers who have some load it. */
export { savedWordPainter } from '$lib/adapters/dom/savedWordPainter';
