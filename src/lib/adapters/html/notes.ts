/**
 * Footnotes of a page: a short link to something further down. They are taken out of the document
 * before its main text is looked for, which would take them for furniture; in the place of each link
 * stands its marker between `noteMarks`.
 */
import { apart, noteMarks } from './inline';

export interface Note {
	readonly marker: string;
	readonly element: Element;
}

interface Reference {
	readonly link: Element;
	readonly marker: string;
	/** What the link leads to: the note, or a mark within it. */
	readonly target: Element;
}

const markerText = /^[[(]?(?<marker>\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?$/iu;
const back = /^(?:[↩↑^⤴⬆]\ufe0e?|back|tillbaka)$/iu;

/** Changes the document. In the order in which the text refers to them. */
export function takeNotes(page: Document): readonly Note[] {
	const references = [...page.querySelectorAll('a[href]')].flatMap((link) => {
		const found = referenceOf(link, page);
		return found ? [found] : [];
	});
	const elements = elementsOf(references);
	const tied = references.flatMap((reference) => {
		const element = elements.get(reference.target);
		return element && isNote(element, reference) ? [{ ...reference, element }] : [];
	});
	const markers = markersOf(tied);
	for (const { link, element } of tied)
		(raisedBy(link) ?? link).replaceWith(
			`${noteMarks.open}${markers.get(element) ?? ''}${noteMarks.close}`
		);
	return [...printed(tied)].map(([element, marker]) => {
		withoutWayBack(element, marker);
		element.remove();
		return { marker: markers.get(element) ?? marker, element };
	});
}

type Tied = Reference & Pick<Note, 'element'>;

/** The marker that each note is first referred to by. */
function printed(references: readonly Tied[]): ReadonlyMap<Element, string> {
	const found = new Map<Element, string>();
	for (const { element, marker } of references) if (!found.has(element)) found.set(element, marker);
	return found;
}

/** As printed; where the same marker is printed for several notes, these are numbered through. */
function markersOf(references: readonly Tied[]): ReadonlyMap<Element, string> {
	const found = printed(references);
	if (new Set(found.values()).size === found.size) return found;
	return new Map([...found.keys()].map((element, at) => [element, String(at + 1)]));
}

/** A link that looks like a footnote’s, with what it leads to further down in the page. */
function referenceOf(link: Element, page: Document): Reference | null {
	const marker = markerText.exec(wordsOf(link))?.groups?.marker;
	const [, id] = /^[^#]*#(.+)$/.exec(link.getAttribute('href') ?? '') ?? [];
	if (marker === undefined || id === undefined) return null;
	if (/^https?:/i.test(link.getAttribute('href') ?? '')) return null;
	const target = page.getElementById(decoded(id)) ?? namedAnchor(page, decoded(id));
	if (!target || !(link.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING))
		return null;
	return isInText(link) || leadsTo(target, link) ? { link, marker, target } : null;
}

/**
 * A footnote’s marker is raised, or in brackets, or stands at the end of a word or a sentence; what
 * stands by itself is a number in a list of contents.
 */
function isInText(link: Element): boolean {
	if (link.closest('nav, menu, [role="navigation"], [role="doc-toc"]')) return false;
	const before = wordsBefore(link);
	if (before.trim() === '') return false;
	return (
		link.closest('sup') !== null ||
		link.querySelector('sup') !== null ||
		/^[[(]/.test(wordsOf(link)) ||
		/[\p{L}\p{N}.,;:!?…”"’'»)\]*]$/u.test(before)
	);
}

/** The words of its own line that stand before an element. */
function wordsBefore(element: Element): string {
	let words = '';
	for (let node: Node = element; !apart.has((node as Element).localName);) {
		for (let above = node.previousSibling; above; above = above.previousSibling) {
			if (apart.has((above as Element).localName) || (above as Element).localName === 'br')
				return words;
			words = (above.textContent ?? '') + words;
		}
		if (!node.parentNode) break;
		node = node.parentNode;
	}
	return words;
}

/** A superscript that holds nothing but the link. */
function raisedBy(link: Element): Element | null {
	const raised = link.closest('sup') ?? link.querySelector('sup');
	return raised && wordsOf(raised) === wordsOf(link) ? (link.closest('sup') ?? link) : null;
}

const headings = 'h1, h2, h3, h4, h5, h6';
const around = `li, p, dd, dt, tr, aside, div, section, article, main, body, ${headings}`;

/** For each target the element that holds its note; where several stand in one, each gets its own. */
function elementsOf(references: readonly Reference[]): ReadonlyMap<Element, Element> {
	const targets = new Map<Element, Element[]>();
	for (const { target } of references) {
		const element = target.closest(around);
		if (!element) continue;
		const known = targets.get(element) ?? [];
		if (!known.includes(target)) targets.set(element, [...known, target]);
	}
	return new Map(
		[...targets].flatMap(([element, within]) =>
			within.length > 1 && !within.includes(element) && !element.querySelector(headings)
				? part(element, within)
				: within.map((target) => [target, element] as const)
		)
	);
}

/** Gives each target what stands from it to the next one in an element of its own. */
function part(element: Element, targets: readonly Element[]): (readonly [Element, Element])[] {
	const inOrder = [...targets].sort((a, b) =>
		a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
	);
	return inOrder.reverse().map((target) => {
		const range = element.ownerDocument.createRange();
		range.setStartBefore(target);
		range.setEndAfter(element.lastChild ?? target);
		const own = element.ownerDocument.createElement('p');
		own.append(range.extractContents());
		element.after(own);
		return [target, own];
	});
}

/** Of a heading, or of what stands under it, a number is no footnote; a division must say that it is one. */
function isNote(element: Element, { link, marker }: Reference): boolean {
	const words = wordsOf(element);
	if (words.length <= 3 || element.contains(link)) return false;
	if (element.matches(`article, main, body, ${headings}`)) return false;
	if (element.querySelector(headings)) return false;
	return (
		!element.matches('div, section, aside') ||
		withoutMarker(words, marker) !== words ||
		leadsTo(element, link)
	);
}

/** Whether a link in an element leads back to another link. */
const leadsTo = (element: Element, link: Element): boolean =>
	[element, ...element.querySelectorAll('a[href*="#"]')].some((one) => {
		const id = decoded(/#(.+)$/.exec(one.getAttribute('href') ?? '')?.[1] ?? '');
		const goals = [link, raisedBy(link), link.firstElementChild, link.previousElementSibling];
		return id !== '' && goals.some((goal) => goal?.id === id || goal?.getAttribute('name') === id);
	});

const wordsOf = (element: Element): string => element.textContent?.trim() ?? '';

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
