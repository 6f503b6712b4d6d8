/** Makes a page ready to be read: what runs goes, and what a browser would add is written out. */
import { is } from './dom/names';
import { type HtmlDocument } from './dom/document';
import { HtmlText, type HtmlElement } from './dom/nodes';

/** Returns the number of elements that would have run code or fetched something in an open page. */
export function prepare(page: HtmlDocument): number {
	let active = 0;
	unwrapText(page);
	for (const element of page.elements()) {
		if (isActive(element)) active++;
		if (isUnseen(element) || isScript(element)) element.remove();
		else if (element.localName === 'q') quote(element);
	}
	return active;
}

const isUnseen = is('style', 'template');
const isFrame = is('iframe', 'object', 'embed');

/** Tells whether a script would run: one with JSON only holds what the page says of itself. */
const isScript = (element: HtmlElement): boolean =>
	element.localName === 'script' && element.getAttribute('type') !== 'application/ld+json';

const isActive = (element: HtmlElement): boolean =>
	isScript(element) || isFrame(element) || element.hasHandler;

/** Writes the quotation marks that a browser shows for `q`, in the language of the page. */
function quote(words: HtmlElement): void {
	const around = words.closest((element) => element.hasAttribute('lang'));
	const isSwedish = /^(?:sv|fi)\b/i.test(around?.getAttribute('lang') ?? '');
	words.insertBefore(new HtmlText(isSwedish ? '”' : '“'), words.firstChild);
	words.appendChild(new HtmlText('”'));
}

/** Makes a division of a `noscript` that holds most of the page: its end tag is missing. */
function unwrapText(page: HtmlDocument): void {
	const { length } = page.body.textContent;
	for (const element of page.body.getElementsByTagName('noscript')) {
		if (element.textContent.length < length / 2) continue;
		const division = page.createElement('div');
		while (element.firstChild) division.appendChild(element.firstChild);
		element.replaceWith(division);
	}
}
