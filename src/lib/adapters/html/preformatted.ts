/** Lines of `<pre>`: the line ends in it are line breaks, and blank lines separate its blocks. */
import { type HtmlDocument } from './dom/document';
import { HtmlText, isElement, type HtmlChild, type HtmlElement } from './dom/nodes';
import type { Furniture } from './furniture';

/** Writes the line ends of preformatted text as `<br>`. Furniture stays as it is. */
export function breakPreformatted(page: HtmlDocument, furniture: Furniture): void {
	const found = page.body.getElementsByTagName('pre');
	for (const pre of found)
		if (!pre.closest((element) => furniture.has(element)))
			for (const node of textsIn(pre)) breakLines(page, node);
}

/** Returns the text below an element: taken before any of it is changed. */
const textsIn = (pre: HtmlElement): readonly HtmlText[] =>
	[pre, ...pre.elements()].flatMap(({ childNodes }) => childNodes.filter(isWords));

const isWords = (node: HtmlChild): node is HtmlText => !isElement(node);

function breakLines(page: HtmlDocument, node: HtmlText): void {
	const parent = node.parentNode;
	const [first = '', ...rest] = node.data.split(/\r\n?|\n/);
	if (!parent || rest.length === 0) return;
	const next = node.nextSibling;
	node.data = first;
	for (const line of rest) {
		parent.insertBefore(page.createElement('br'), next);
		if (line !== '') parent.insertBefore(new HtmlText(line), next);
	}
}
