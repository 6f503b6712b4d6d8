import { isElement, type HtmlElement } from './nodes';

/** Returns all elements around the given ones: what holds any of them, at any depth. */
export function around(elements: Iterable<HtmlElement>): ReadonlySet<HtmlElement> {
	const found = new Set<HtmlElement>();
	for (const element of elements)
		for (let above = element.parentNode; above && isElement(above); above = above.parentNode) {
			if (found.has(above)) break;
			found.add(above);
		}
	return found;
}
