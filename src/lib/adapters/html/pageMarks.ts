/** The numbers of a printed book’s pages in its text, where a page begins, even within a word. */
import { classesOf } from './dom/names';
import type { HtmlElement } from './dom/nodes';

const markClass = /^(?:ws-)?(?:page-?num(?:ber)?|page-?no|page-?break|pb)$/i;
const pageNumber =
	/^[[({|\s–—-]*(?:(?:pg|pag|page|p|sidan|sida|sid|s)\b\.?)?\s*(?:\d{1,4}|[ivxlcdm]{1,8})?[a-z]?[\])}|.\s–—-]*$/i;
/** Length in characters. What is longer is no page’s number. */
const longest = 20;

export function isPageMark(element: HtmlElement): boolean {
	const declared =
		element.getAttribute('role') === 'doc-pagebreak' ||
		/(?:^|\s)pagebreak(?:\s|$)/.test(element.getAttribute('epub:type') ?? '');
	if (!declared && !classesOf(element).some((name) => markClass.test(name))) return false;
	const { textContent: text } = element;
	return text.length <= longest && (declared || pageNumber.test(text));
}
