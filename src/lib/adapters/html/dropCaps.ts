/**
 * Puts drop caps into their words: the first letter of a text as a picture with the letter as its
 * alternative text, or in an element of its own with a space after it.
 */
import { classesOf, is } from './dom/names';
import type { HtmlText } from './dom/nodes';
import { type HtmlDocument } from './dom/document';
import { isElement, type HtmlChild, type HtmlElement } from './dom/nodes';
import { apart, ignored } from './inline';

/** A capital, perhaps after a quotation mark. */
const capital = /^[“”„"'‘’«»]?\p{Lu}$/u;
/** Capitals that are words in Swedish or English: a space after one belongs to the text. */
const word = /[AIOÅÖ]$/;
const capClass =
	/^(?:drop-?cap(?:s|ital)?|initial|versal|lettrine|first-?(?:letter|char(?:acter)?))$/i;
const capStyle = /(?:^|;)\s*(?:float\s*:\s*left|initial-letter)/i;

export function joinDropCaps(page: HtmlDocument): void {
	for (const element of page.body.elements())
		if (element.localName === 'img') fromPicture(element);
		else if (isCap(element)) withoutSpaceAfter(element);
}

/** Tells whether a text goes on with the rest of a word, in small letters or in capitals. */
const goesOn = (text: string): boolean => /^\s*[’']?(?:\p{Ll}|\p{Lu}(?!\p{Ll}))/u.test(text);

/** What may stand before the letter in a picture’s alternative text. */
const naming = /^(?:initial|drop ?cap|decorat\w+ letter|letter|bokstaven|anfang(?:en)?)[\s:]+/i;

/** Replaces a picture of a letter by the letter, if the rest of its word follows. */
function fromPicture(picture: HtmlElement): void {
	const letter = (picture.getAttribute('alt') ?? '').trim().replace(naming, '');
	if (!capital.test(letter) || !isFirst(picture)) return;
	const rest = nextText(picture);
	if (!rest || !goesOn(rest.data)) return;
	rest.data = letter + (word.test(letter) ? rest.data : rest.data.trimStart());
	picture.remove();
}

const isNoCap = is('em', 'i', 'var', 'a', 'img');

function isCap(element: HtmlElement): boolean {
	if (isNoCap(element) || apart.has(element.localName)) return false;
	const styled =
		classesOf(element).some((name) => capClass.test(name)) ||
		capStyle.test(element.getAttribute('style') ?? '');
	return styled && capital.test(element.textContent.trim()) && isFirst(element);
}

function withoutSpaceAfter(cap: HtmlElement): void {
	const letter = cap.textContent.trim();
	const space = cap.nextSibling;
	if (!space || isElement(space) || !/^\s/.test(space.data) || word.test(letter)) return;
	const rest = space.data.trim() === '' ? nextText(space) : space;
	if (rest && goesOn(rest.data)) {
		space.data = space.data.trimStart();
		rest.data = rest.data.trimStart();
	}
}

const isPicture = (node: HtmlChild): boolean => isElement(node) && node.localName === 'img';

/** Tells whether nothing stands before a node in its block. */
function isFirst(node: HtmlElement): boolean {
	let inner: HtmlElement = node;
	while (!apart.has(inner.localName)) {
		for (let before = inner.previousSibling; before; before = before.previousSibling)
			if (isElement(before) && apart.has(before.localName)) return true;
			else if (before.textContent.trim() !== '' || isPicture(before)) return false;
		if (!inner.parentNode || !isElement(inner.parentNode)) return true;
		inner = inner.parentNode;
	}
	return true;
}

/**
 * Returns the next text with words, if it follows on the same line. A picture in a block of its own
 * may stand before the block of its text.
 */
function nextText(node: HtmlChild): HtmlText | null {
	let above: HtmlChild = node;
	while (!above.nextSibling) {
		const parent: HtmlElement | null =
			above.parentNode && isElement(above.parentNode) ? above.parentNode : null;
		if (!parent || parent.textContent.trim() !== '') return null;
		above = parent;
	}
	let next: HtmlChild | null = above.nextSibling;
	while (next)
		if (!isElement(next)) {
			if (next.data.trim() !== '') return next;
			next = next.nextSibling ?? null;
		} else if (ignored.has(next.localName) || next.localName === 'br') return null;
		else next = next.firstChild ?? next.nextSibling;
	return null;
}
