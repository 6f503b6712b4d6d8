/** The part of the document that highlights need: only readers who have or make one load it. */
export { highlightPainter, type HighlightPainter } from '$lib/adapters/dom/highlightPainter';
export {
	selectedText,
	textOfRow,
	type SelectedText,
	type TextSide
} from '$lib/adapters/dom/selectedText';
