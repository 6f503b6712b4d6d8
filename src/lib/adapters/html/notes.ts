/**
 * Finds the footnotes of a page: a short link to something further down. They are removed from the
 * document before its main text is looked for, which would take them for furniture. Each link is
 * replaced by its marker between `noteMarks`.
 */
import { around } from './dom/around';
import { type HtmlDocument } from './dom/document';
import { HtmlText, isElement, type HtmlChild, type HtmlElement } from './dom/nodes';
import { is, isHeading } from './dom/names';
import { apart, noteMarks } from './inline';
import { namesOf, PageLinks } from './noteLinks';
import { raisedBy, withoutWayBack } from './wayBack';
import { markerText, withoutMarker } from './noteMarker';

export interface Note {
	readonly marker: string;
	readonly element: HtmlElement;
}

interface Reference {
	readonly link: HtmlElement;
	/** As printed; empty where it is none that a text can have. */
	readonly marker: string;
	/** The target of the link: the note, or an element within it. */
	readonly target: HtmlElement;
	/** The names of the reference, which the way back leads to. */
	readonly names: readonly string[];
}

type Tied = Reference & Pick<Note, 'element'>;

/**
 * Removes the notes from the document. Returns them in the order in which the text refers to them.
 */
export function takeNotes(page: HtmlDocument): readonly Note[] {
	const links = new PageLinks(page);
	const references = links.links.flatMap((link) => referenceOf(link, links) ?? []);
	const headed = around(page.body.elements().filter(isHeading));
	const elements = elementsOf(references, headed);
	const tied = references.flatMap((reference): readonly Tied[] => {
		const element = elements.get(reference.target);
		return element && isNote(element, reference, headed, links) ? [{ ...reference, element }] : [];
	});
	const markers = markersOf(tied);
	for (const { link, element } of tied)
		(raisedBy(link) ?? link).replaceWith(
			new HtmlText(`${noteMarks.open}${markers.get(element) ?? ''}${noteMarks.close}`)
		);
	return [...byNote(tied)].map(([element, references]) => {
		const names = new Set(references.flatMap((reference) => reference.names));
		withoutWayBack(element, names, references[0]?.marker ?? '');
		element.remove();
		return { marker: markers.get(element) ?? '', element };
	});
}

function byNote(references: readonly Tied[]): ReadonlyMap<HtmlElement, readonly Tied[]> {
	const found = new Map<HtmlElement, Tied[]>();
	for (const reference of references) {
		const known = found.get(reference.element);
		if (known) known.push(reference);
		else found.set(reference.element, [reference]);
	}
	return found;
}

/**
 * Returns each note’s marker, as the first reference prints it. Where two notes share one, or one has
 * none that a text can have, all are numbered instead.
 */
function markersOf(references: readonly Tied[]): ReadonlyMap<HtmlElement, string> {
	const printed = [...byNote(references)].map(
		([element, [first]]) => [element, first?.marker ?? ''] as const
	);
	const distinct = new Set(printed.map(([, marker]) => marker));
	if (distinct.size === printed.length && !distinct.has('')) return new Map(printed);
	return new Map(printed.map(([element], at) => [element, String(at + 1)]));
}

const isRaised = is('sup');

/** What the usual programs write at a reference to a note. */
const referenceClass = /^(?:footnote-?ref|foot-?note|noteref|fnref|fn-?anchor|reference)$/i;

/** Tells whether the page itself calls the link a reference to a note. */
function isDeclared(link: HtmlElement): boolean {
	const raised = link.closest(isRaised);
	return [link, ...(raised ? [raised] : [])].some(
		(element) =>
			element.getAttribute('role') === 'doc-noteref' ||
			/\bnoteref\b/.test(element.getAttribute('epub:type') ?? '') ||
			element.getAttribute('rel') === 'footnote' ||
			element.className.split(/\s+/).some((name) => referenceClass.test(name))
	);
}

/** Length in characters. A longer link is no marker, whatever the page calls it. */
const longestMarker = 16;

/**
 * Returns a link that looks like a footnote’s with its target further down in the page, else null.
 */
function referenceOf(link: HtmlElement, links: PageLinks): Reference | null {
	const words = wordsOf(link);
	if (words.length > longestMarker) return null;
	const marker = markerText.exec(words)?.groups?.marker;
	if (marker === undefined && (words === '' || !isDeclared(link))) return null;
	const target = links.targetBelow(link);
	if (!target) return null;
	const names = placesOf(link).flatMap(namesOf);
	return isInText(link) || links.leads(target, names)
		? { link, marker: marker ?? '', target, names }
		: null;
}

/** Returns the elements at a reference that the way back may lead to. */
function placesOf(link: HtmlElement): readonly HtmlElement[] {
	const { parentNode: parent } = link;
	const alone = parent && isElement(parent) && wordsOf(parent) === wordsOf(link) ? parent : null;
	const outer = link.closest(isRaised) ?? alone;
	return [
		link,
		outer,
		link.firstElementChild,
		link.previousElementSibling,
		outer?.previousElementSibling ?? null
	].filter((element) => element !== null);
}

const isMenu = is('nav', 'menu');

const isNavigation = (element: HtmlElement): boolean =>
	isMenu(element) || ['navigation', 'doc-toc'].includes(element.getAttribute('role') ?? '');

/**
 * Tells whether a link is in running text: it is raised, in brackets, or follows a word or a
 * sentence. A number alone is an entry in a table of contents.
 */
function isInText(link: HtmlElement): boolean {
	if (link.closest(isNavigation)) return false;
	const before = lastBefore(link);
	if (before.trim() === '') return false;
	return (
		link.closest(isRaised) !== null ||
		link.getElementsByTagName('sup').length > 0 ||
		/^[[(]/.test(wordsOf(link)) ||
		/[\p{L}\p{N}.,;:!?…”"’'»)\]*]$/u.test(before)
	);
}

/** Returns the last words before an element on its own line. */
function lastBefore(element: HtmlElement): string {
	let words = '';
	for (let node = element; !apart.has(node.localName);) {
		for (let above = node.previousSibling; above; above = above.previousSibling) {
			if (isElement(above) && (apart.has(above.localName) || above.localName === 'br'))
				return words;
			words = above.textContent.slice(-longestMarker) + words;
			if (words.trim() !== '') return words;
		}
		if (!node.parentNode || !isElement(node.parentNode)) break;
		node = node.parentNode;
	}
	return words;
}

const aroundNote = is(
	...'li p dd dt tr aside div section article main body h1 h2 h3 h4 h5 h6'.split(' ')
);

/** Returns the element that holds each target’s note; notes that share an element are split. */
function elementsOf(
	references: readonly Reference[],
	headed: ReadonlySet<HtmlElement>
): ReadonlyMap<HtmlElement, HtmlElement> {
	const targets = new Map<HtmlElement, Set<HtmlElement>>();
	for (const { target } of references) {
		const element = target.closest(aroundNote);
		if (!element) continue;
		const known = targets.get(element);
		if (known) known.add(target);
		else targets.set(element, new Set([target]));
	}
	return new Map(
		[...targets].flatMap(([element, within]) => {
			if (within.size === 1 || within.has(element) || headed.has(element))
				return [...within].map((target) => [target, element] as const);
			return part(
				element,
				[...within].sort((a, b) => a.order - b.order)
			);
		})
	);
}

/** Moves the content from each target to the next into an element of its own. */
const part = (
	element: HtmlElement,
	targets: readonly HtmlElement[]
): (readonly [HtmlElement, HtmlElement])[] =>
	[...targets].reverse().map((target) => [target, splitAt(target, element)]);

/** Moves an element’s content from `target` on into a paragraph after it. */
function splitAt(target: HtmlElement, element: HtmlElement): HtmlElement {
	let first = target;
	for (let above = target.parentNode; above && isElement(above); above = above.parentNode) {
		const part = element.ownerDocument.createElement(above === element ? 'p' : above.localName);
		for (let child: HtmlChild | null = first; child;) {
			const next: HtmlChild | null = child.nextSibling;
			part.appendChild(child);
			child = next;
		}
		above.parentNode?.insertBefore(part, above.nextSibling);
		first = part;
		if (above === element) break;
	}
	return first;
}

/**
 * Tells whether an element is a note. A heading or a section with one is not; a division must begin
 * with the marker or link back.
 */
function isNote(
	element: HtmlElement,
	{ link, marker, names }: Reference,
	headed: ReadonlySet<HtmlElement>,
	links: PageLinks
): boolean {
	const words = wordsOf(element);
	if (words.length <= 3 || element.contains(link)) return false;
	if (isWhole(element) || isHeading(element)) return false;
	if (headed.has(element)) return false;
	return (
		!isDivision(element) ||
		(marker !== '' && withoutMarker(words, marker) !== words) ||
		links.leads(element, names)
	);
}

const isWhole = is('article', 'main', 'body');
const isDivision = is('div', 'section', 'aside');

const wordsOf = (element: HtmlElement): string => element.textContent.trim();
