/** Finds a page’s main text and its metadata with Mozilla’s Readability. */
import { Readability } from '@mozilla/readability';
import { type HtmlDocument } from './dom/document';
import { isElement, type HtmlElement } from './dom/nodes';
import type { Furniture } from './furniture';

export interface MainText {
	/** The element with the text; null if none was found. */
	readonly content: HtmlElement | null;
	readonly title: string;
	readonly byline: string;
	readonly siteName: string;
	readonly publishedTime: string;
}

/** Finds the text outside the furniture. A page that is too large for it has metadata alone. */
export function mainTextOf(page: HtmlDocument, furniture: Furniture): MainText {
	const isReadable = isWithinReach(page.body);
	const copy = isReadable ? page.clone((element) => furniture.has(element)) : headOf(page);
	const found = new Readability<HtmlElement>(copy as unknown as Document, {
		serializer: (node) => node as unknown as HtmlElement
	}).parse();
	return {
		content: isReadable ? (found?.content ?? null) : null,
		title: found?.title ?? '',
		byline: found?.byline ?? '',
		siteName: found?.siteName ?? '',
		publishedTime: found?.publishedTime ?? ''
	};
}

/**
 * Largest page for Readability. Its time grows with the sum of the sizes of all elements, each with
 * what is in it, counted in nodes and, more lightly, in characters; and with the square of the
 * number of children of one element. A megabyte of Wikipedia is a quarter of it.
 */
const maxSize = 1_500_000;
const charactersPerNode = 50;
const maxChildren = 15_000;

function isWithinReach(body: HtmlElement): boolean {
	let size = 0;
	let widest = 0;
	const count = (element: HtmlElement, depth: number): void => {
		let children = 0;
		for (const child of element.childNodes) {
			children++;
			if (isElement(child)) count(child, depth + 1);
			else size += depth * (1 + child.data.length / charactersPerNode);
		}
		size += depth;
		widest = Math.max(widest, children);
	};
	count(body, 1);
	return size <= maxSize && widest <= maxChildren;
}

/** Copies what tells a page’s metadata. Readability gives none where it finds no text. */
function headOf(page: HtmlDocument): HtmlDocument {
	const copy = page.clone(({ localName }) => localName === 'body');
	copy.body.appendChild(copy.createElement('p')).appendChild(copy.createTextNode('…'));
	return copy;
}
