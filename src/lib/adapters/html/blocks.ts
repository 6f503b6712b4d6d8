/** The blocks of a page’s text: headings, paragraphs, quotations, list items, captions. */
import type { Block, BlockShape } from '../../core/text/article';
import { block } from '../../core/text/block';
import { plain, type Inline } from '../../core/text/inline';
import { apart, ignored, inlineOf, markdownOf } from './inline';

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
const isApart = (node: Node): boolean => isElement(node) && apart.has(node.localName);
/** A link or a span round whole paragraphs is no part of a line. */
const holdsBlocks = (element: Element): boolean =>
	[...element.children].some((child) => isApart(child) || holdsBlocks(child));

const paragraph: BlockShape = { kind: 'paragraph' };

/** In the order of the page. */
export function blocksOf(root: Element): readonly Block[] {
	const reading = new Reading();
	reading.visit(root, paragraph);
	return reading.blocks;
}

class Reading {
	readonly blocks: Block[] = [];
	/** What stands on the lines that are being read. */
	#run: Inline[] = [];
	#broken = false;

	visit(element: Element, shape: BlockShape): void {
		if (isHidden(element)) return;
		if (element.localName === 'tr') return this.#row(element);
		const here = shapeOf(element, shape);
		this.#end(shape);
		for (const child of element.childNodes) this.#child(child, here);
		this.#end(here);
	}

	#child(child: Node, shape: BlockShape): void {
		if (
			isElement(child) &&
			(isApart(child) || (!ignored.has(child.localName) && holdsBlocks(child)))
		)
			return this.visit(child, shape);
		// Two breaks on end are how some pages part their paragraphs.
		if (isElement(child) && child.localName === 'br') {
			if (this.#broken) return this.#end(shape);
			this.#broken = true;
		} else if (child.textContent?.trim()) this.#broken = false;
		if (!isElement(child) || !isHidden(child)) this.#run.push(...inlineOf(child));
	}

	/** The cells of a row stand on a line, with a mark between them; those that hold text, below each other. */
	#row(row: Element): void {
		const cells = [...row.children].filter((cell) => !isHidden(cell));
		if (cells.some(holdsText)) return cells.forEach((cell) => this.visit(cell, paragraph));
		this.#run = cells
			.map((cell) => inlineOf(cell))
			.filter((cell) => markdownOf(cell) !== '')
			.flatMap((cell, at): Inline[] => [
				...(at > 0 ? [{ type: 'text', text: ' | ' } as const] : []),
				...cell
			]);
		this.#end(paragraph);
	}

	#end(shape: BlockShape): void {
		const text = markdownOf(this.#run);
		this.#run = [];
		this.#broken = false;
		if (/[\p{L}\p{N}]/u.test(plain(text))) this.blocks.push(block(shape, text));
	}
}

const structure = 'h1, h2, h3, h4, h5, h6, ul, ol, dl, blockquote, figure, table';
/** Shorter paragraphs may be the lines of a table’s cell. */
const minText = 80;

/** A cell of a table that is none: paragraphs, headings, lists set up in columns. */
function holdsText(cell: Element): boolean {
	if (cell.querySelector(structure)) return true;
	const blocks = blocksOf(cell);
	return blocks.length > 1 && blocks.some(({ text }) => text.length >= minText);
}

const isHidden = (element: Element): boolean =>
	ignored.has(element.localName) ||
	element.hasAttribute('hidden') ||
	element.getAttribute('aria-hidden') === 'true';

function shapeOf(element: Element, around: BlockShape): BlockShape {
	const name = element.localName;
	switch (name) {
		case 'h1':
		case 'h2':
		case 'h3':
		case 'h4':
		case 'h5':
		case 'h6':
			// The title is the only heading of level 1.
			return { kind: 'heading', level: Math.max(2, Number(name[1])) };
		case 'blockquote':
			return { kind: 'quote' };
		case 'li':
			return { kind: 'list-item' };
		case 'figcaption':
		case 'caption':
			return { kind: 'caption' };
		default:
			return around;
	}
}
