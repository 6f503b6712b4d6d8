/** Project Gutenberg’s books: the header and the licence round the text, and what they say of it. */
import { around } from './dom/around';
import { classesOf } from './dom/names';
import { type HtmlDocument } from './dom/document';
import { isElement, type HtmlElement } from './dom/nodes';
import { apart } from './inline';
import { PageLines } from './pageLines';

const frameName = /^pg-?(?:boilerplate|header|footer|machine-header)$/i;
const line = (which: string) =>
	new RegExp(String.raw`\*{3}\s*${which} OF TH(?:E|IS) PROJECT GUTENBERG EBOOK`, 'i');
const [start, end] = [line('START'), line('END')];
/**
 * Length in characters of what may stand between the line and the text, in the element with the line:
 * the book’s title and whoever made the file.
 */
const maxBeside = 600;

/** Returns the elements of the frame. Older books mark its two ends by lines alone. */
export function gutenbergFrame(page: HtmlDocument): readonly HtmlElement[] {
	const all = page.body.elements();
	const named = all.filter((element) =>
		[element.id, ...classesOf(element)].some((name) => frameName.test(name))
	);
	if (named.length > 0) return named;
	const blocks = all.filter(({ localName }) => apart.has(localName));
	const holders = around(blocks);
	const lines = blocks.filter(
		(element) => !holders.has(element) && element.textContent.includes('PROJECT GUTENBERG')
	);
	const first = lines.find(
		({ textContent: text }) => text.length - (start.exec(text)?.index ?? -Infinity) < maxBeside
	);
	const last = lines.findLast(
		({ textContent: text }) => text.search(end) >= 0 && text.search(end) < maxBeside
	);
	return [...(first ? beside(first, 'before') : []), ...(last ? beside(last, 'after') : [])];
}

/** Returns an element and all that is before it, or after it, in the body. */
function beside(element: HtmlElement, side: 'before' | 'after'): readonly HtmlElement[] {
	const found = [element];
	for (let here = element; here.localName !== 'body';) {
		const parent = here.parentNode;
		const next = (from: HtmlElement) =>
			side === 'before' ? from.previousElementSibling : from.nextElementSibling;
		for (let sibling = next(here); sibling; sibling = next(sibling)) found.push(sibling);
		if (!parent || !isElement(parent)) break;
		here = parent;
	}
	return found;
}

export interface GutenbergMetadata {
	readonly title?: string;
	readonly author?: string;
}

const fields = String.raw`Title|Author|Translator|Editor|Illustrator|Release date|Posting date|Language|Character set|Credits|Original publication|Most recently|\*\*\*`;
/** Length in characters of the frame’s beginning, which says what the book is. */
const headLength = 4000;

/** Reads what the frame says of the book. */
export function gutenbergMetadata(
	page: HtmlDocument,
	frame: readonly HtmlElement[]
): GutenbergMetadata {
	const lines = new PageLines(page.body);
	let text = '';
	for (const element of frame) {
		if (text.length > headLength) break;
		text += `${lines.lines
			.slice(...lines.range(element))
			.join(' ')
			.slice(0, headLength)} `;
	}
	const field = (name: string): string | undefined =>
		new RegExp(String.raw`\b${name}: ?(.{1,200}?) ?(?:(?:${fields})\b|\*\*\*|$)`, 'i').exec(
			text
		)?.[1];
	const [title, author] = [field('Title'), field('Author')];
	return { ...(title ? { title } : {}), ...(author ? { author } : {}) };
}
