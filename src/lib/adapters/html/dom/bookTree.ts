/** Parses the page of a book that is not well-formed, as a browser parses HTML. */
import type { TreeElement } from '../../../core/book/tree';
import { isElement, type HtmlElement } from './nodes';
import { parseHtml } from './parse';

/** Elements of HTML that have no end. */
const empty = new Set(
	'area base br col embed hr img input link meta param source track wbr'.split(' ')
);
const prefixes: ReadonlyMap<string, string> = new Map([
	['http://www.w3.org/2000/svg', 'svg:'],
	['http://www.w3.org/1998/Math/MathML', 'math:']
]);

/** Returns the tree of a page; its names are those that `readTree` gives. */
export const bookTree = (xhtml: string): TreeElement =>
	treeOf(parseHtml(closed(xhtml)).documentElement);

/** Ends the empty elements of XHTML, which HTML takes for open ones: `<title/>` hides the page. */
const closed = (xhtml: string): string =>
	xhtml.replace(/<([a-z][\w:-]*)(\s[^<>]*)?\/>/gi, (whole, name: string, attributes = '') =>
		empty.has(name.toLowerCase()) ? whole : `<${name}${attributes}></${name}>`
	);

function treeOf(element: HtmlElement): TreeElement {
	// A file may call an attribute `__proto__`.
	const attributes = Object.create(null) as Record<string, string>;
	for (const { name, value } of element.attributes) attributes[name] = value;
	return {
		name: (prefixes.get(element.namespaceURI) ?? '') + element.localName,
		attributes,
		children: element.childNodes.map((child) => (isElement(child) ? treeOf(child) : child.data))
	};
}
