/** Elements by their names. */
import type { HtmlElement } from './nodes';

/** Returns a test for elements of these names. */
export function is(...names: readonly string[]): (element: HtmlElement) => boolean {
	const wanted = new Set(names);
	return ({ localName }) => wanted.has(localName);
}

export const isHeading = is('h1', 'h2', 'h3', 'h4', 'h5', 'h6');

/** Returns the names of an element’s classes. */
export const classesOf = ({ className }: HtmlElement): readonly string[] =>
	className === '' ? none : className.split(/\s+/).filter((name) => name !== '');

const none: readonly string[] = [];
