/** The document as every reading page sees it: loaded with the page, so it must stay small. */
export { keepAnchor, type ScrollAnchor } from '$lib/adapters/dom/anchor';
export { barBottom } from '$lib/adapters/dom/bar';
export { scrollFocusedIntoView } from '$lib/adapters/dom/scrollFocusedIntoView';
