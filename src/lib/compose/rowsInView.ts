/** The part of the document that machine translation needs: rows in view, and reserved heights. */
export { rowsInView } from '$lib/adapters/dom/inView';
export { createReservedHeight } from '$lib/adapters/dom/reservedHeight';
