/** Finds what is known not to be part of a page’s text, before the main text is looked for. */
import type { LeftOutReason } from '../../core/import/leftOut';
import { commentsOf } from './comments';
import type { HtmlDocument } from './dom/document';
import type { HtmlElement } from './dom/nodes';
import type { Furniture } from './furniture';
import { gutenbergFrame, gutenbergMetadata, type GutenbergMetadata } from './gutenberg';
import { isPageMark } from './pageMarks';
import { wikiReason, wikiText } from './wiki';

export interface PageParts {
	/** The element with the text, where the kind of page tells it; else null. */
	readonly text: HtmlElement | null;
	readonly furniture: Furniture;
	/** What the furniture says of the text. */
	readonly about: GutenbergMetadata;
}

export function furnitureOf(page: HtmlDocument): PageParts {
	const furniture = new Map<HtmlElement, LeftOutReason>();
	const wiki = wikiText(page);
	for (const element of page.body.elements()) {
		const reason = isPageMark(element)
			? 'page-number'
			: isMenu(element)
				? 'navigation'
				: wiki
					? wikiReason(element)
					: null;
		if (reason !== null) furniture.set(element, reason);
	}
	const frame = gutenbergFrame(page);
	for (const element of frame) furniture.set(element, 'frame');
	if (wiki) return { text: wiki, furniture, about: {} };
	if (frame.length > 0)
		return { text: page.body, furniture, about: gutenbergMetadata(page, frame) };
	for (const element of commentsOf(page)) furniture.set(element, 'comments');
	return { text: null, furniture, about: {} };
}

/** A page of little text is kept whole by Readability, its menu too. */
const isMenu = (element: HtmlElement): boolean =>
	element.localName === 'nav' || element.getAttribute('role') === 'navigation';
