/**
 * Returns whether an element is shown. What Peek hides and the browser's search may find has a place
 * on the page all the same (`findable.ts`); older browsers hide it without one.
 */
export const isShown = (element: Element | null): boolean =>
	element !== null && (element.checkVisibility?.() ?? element.getClientRects().length > 0);
