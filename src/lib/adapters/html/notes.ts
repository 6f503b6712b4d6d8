/**
 * Footnotes of a page: a short link to something further down. They are taken out of the document
 * before its main text is looked for, which would take them for furniture; in the place of each link
 * stands its marker between `noteMarks`.
 */
import { noteMarks } from './inline';

export interface Note {
	readonly marker: string;
	readonly element: Element;
}

const markerText = /^[[(]?(?<marker>\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?$/iu;
const back = /^(?:[↩↑^⤴⬆]\ufe0e?|back|tillbaka)$/iu;

/** Changes the document. In the order in which the text refers to them. */
export function takeNotes(page: Document): readonly Note[] {
	const notes = new Map<Element, string>();
	for (const link of [...page.querySelectorAll('a[href]')]) {
		const marker = markerText.exec(link.textContent?.trim() ?? '')?.groups?.marker;
		const note = marker === undefined ? null : noteOf(link, page);
		if (marker === undefined || note === null) continue;
		const known = notes.get(note) ?? marker;
		notes.set(note, known);
		const raised = link.closest('sup');
		const whole = raised?.textContent?.trim() === link.textContent?.trim() ? raised : link;
		whole?.replaceWith(`${noteMarks.open}${known}${noteMarks.close}`);
	}
	return [...notes].map(([element, marker]) => {
		withoutWayBack(element, marker);
		element.remove();
		return { marker, element };
	});
}

/** What a link within the page leads to, where that stands below it. */
function noteOf(link: Element, page: Document): Element | null {
	const [, id] = /^[^#]*#(.+)$/.exec(link.getAttribute('href') ?? '') ?? [];
	if (id === undefined || /^https?:/i.test(link.getAttribute('href') ?? '')) return null;
	const target = page.getElementById(decoded(id)) ?? namedAnchor(page, decoded(id));
	const note = target?.closest('li, p, dd, tr, aside, div') ?? null;
	const below =
		note && link.compareDocumentPosition(note) === Node.DOCUMENT_POSITION_FOLLOWING ? note : null;
	return below && (below.textContent?.trim().length ?? 0) > 3 ? below : null;
}

const namedAnchor = (page: Document, name: string): Element | null =>
	[...page.querySelectorAll('a[name]')].find((one) => one.getAttribute('name') === name) ?? null;

function decoded(id: string): string {
	try {
		return decodeURIComponent(id);
	} catch {
		return id;
	}
}

/** Takes away what leads back, and the marker that the note begins with. */
function withoutWayBack(note: Element, marker: string): void {
	for (const link of [...note.querySelectorAll('a[href*="#"]')]) {
		const text = link.textContent?.trim() ?? '';
		if (back.test(text) || markerText.exec(text)?.groups?.marker === marker) link.remove();
	}
	const walker = note.ownerDocument.createTreeWalker(note, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const text = walker.currentNode as Text;
		if (text.data.trim() === '') continue;
		text.data = withoutMarker(text.data, marker);
		return;
	}
}

/** The words of a note without its marker, where they begin with it: “1984” does not begin with “1”. */
export function withoutMarker(words: string, marker: string): string {
	const begins = words.trimStart().replace(/^[[(]/, '');
	const rest = begins.slice(marker.length);
	const isSign = !/[\p{L}\p{N}]/u.test(marker);
	const isMarked = begins.startsWith(marker) && (isSign || /^(?:$|[\])]?[.:)\]]?\s)/.test(rest));
	return isMarked ? rest.replace(/^[\])]?[.:)\]]?\s+/, '') : words;
}
