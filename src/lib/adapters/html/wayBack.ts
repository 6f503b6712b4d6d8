/** Removes what leads from a footnote back to the text: links, arrows and the printed marker. */
import { classesOf, is } from './dom/names';
import type { HtmlText } from './dom/nodes';
import { isElement, type HtmlElement } from './dom/nodes';
import { goalOf } from './noteLinks';
import { markerText, withoutMarker } from './noteMarker';

const back = /^(?:[↩↑^⤴⬆]\ufe0e?|back|tillbaka)$/iu;
const backClass = /^(?:reversefootnote|footnote-?back(?:ref|link)?|backlink|mw-cite-backlink)$/i;
/** Length in characters. A longer link to the reference is part of the note. */
const longestBack = 30;

/** Returns the superscript that contains nothing but the link, else null. */
export function raisedBy(link: HtmlElement): HtmlElement | null {
	const around = link.closest(is('sup'));
	const raised = around ?? link.getElementsByTagName('sup')[0];
	const same = raised && raised.textContent.trim() === link.textContent.trim();
	return same ? (around ?? link) : null;
}

/** `names`: those of all references to the note. `marker`: as its first reference prints it. */
export function withoutWayBack(
	note: HtmlElement,
	names: ReadonlySet<string>,
	marker: string
): void {
	for (const element of note.elements())
		if (isWayBack(element, names, marker)) (raisedBy(element) ?? element).remove();
	withoutArrow(note);
	const first = textsOf(note).find(({ data }) => data.trim() !== '');
	if (first && marker !== '') first.data = withoutMarker(first.data, marker);
}

function isWayBack(element: HtmlElement, names: ReadonlySet<string>, marker: string): boolean {
	if (element.getAttribute('role') === 'doc-backlink') return true;
	if (classesOf(element).some((name) => backClass.test(name))) return true;
	const goal = goalOf(element);
	if (goal === null) return false;
	const text = element.textContent.trim();
	if (names.has(goal)) return text.length <= longestBack;
	return back.test(text) || (marker !== '' && markerText.exec(text)?.groups?.marker === marker);
}

/** Removes an arrow that stands outside the link, at either end of the note. */
function withoutArrow(note: HtmlElement): void {
	const texts = textsOf(note).filter(({ data }) => data.trim() !== '');
	const [first, last] = [texts[0], texts.at(-1)];
	if (first) first.data = first.data.replace(/^\s*[\^↑↩⤴]\ufe0e?\s*/u, '');
	if (last) last.data = last.data.replace(/[↑↩⤴]\ufe0e?\s*$/u, '');
}

const textsOf = (element: HtmlElement): readonly HtmlText[] =>
	element.childNodes.flatMap((child) => (isElement(child) ? textsOf(child) : [child]));
