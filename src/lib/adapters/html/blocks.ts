/** Reads the blocks of a page’s text: headings, paragraphs, quotations, list items, captions. */
import type { LeftOutReason } from '../../core/import/leftOut';
import { markdownOf } from '../../core/import/tidyInline';
import type { Block, BlockShape } from '../../core/text/article';
import { block } from '../../core/text/block';
import { plain } from '../../core/text/inline';
import type { Inline } from '../../core/text/inlineTree';
import { around } from './dom/around';
import { isElement, type HtmlChild, type HtmlElement } from './dom/nodes';
import { without, type Furniture } from './furniture';
import { apart, ignored, inlineOf } from './inline';
import { onOneLine, withoutWrapping } from './lineBreaks';

/** A block of the page, and why it is not part of the text; null where it is. */
export interface PageBlock {
	readonly block: Block;
	readonly reason: LeftOutReason | null;
}

const isApart = ({ localName }: HtmlElement): boolean => apart.has(localName);

const paragraph: BlockShape = { kind: 'paragraph' };

export type MakeBlock = (shape: BlockShape, text: string) => Block;

/** Returns a maker that makes equal blocks once: the page and its main text have the same ones. */
export function blockMaker(): MakeBlock {
	const made = new Map<string, Block>();
	return (shape, text) => {
		const key = `${shape.kind}${shape.kind === 'heading' ? shape.level : ''}\n${text}`;
		const known = made.get(key) ?? block(shape, text);
		made.set(key, known);
		return known;
	};
}

/** Returns the blocks in the order of the page, those of its furniture with their reason. */
export function pageBlocksOf(
	root: HtmlElement,
	furniture: Furniture,
	make: MakeBlock = block
): readonly PageBlock[] {
	const reading = new BlockReader(root, furniture, make);
	reading.visit(root, paragraph);
	return reading.blocks;
}

/** Returns the blocks of the text in the order of the page. */
export const blocksOf = (
	root: HtmlElement,
	furniture: Furniture = without,
	make: MakeBlock = block
): readonly Block[] =>
	pageBlocksOf(root, furniture, make).flatMap(({ block, reason }) =>
		reason === null ? [block] : []
	);

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const structure = new Set('h1 h2 h3 h4 h5 h6 ul ol dl blockquote figure table'.split(' '));
/** Length in characters. A shorter paragraph may be a line of a table’s cell. */
const minText = 80;

class BlockReader {
	readonly blocks: PageBlock[] = [];
	readonly #furniture: Furniture;
	readonly #make: MakeBlock;
	/** Elements with something inside them that begins a new line, such as a link round paragraphs. */
	readonly #holders: ReadonlySet<HtmlElement>;
	/** Elements with headings, lists, quotations, figures or tables inside them. */
	readonly #structured: ReadonlySet<HtmlElement>;
	/** Elements with furniture inside them. */
	readonly #furnished: ReadonlySet<HtmlElement>;
	/** Why what is being read is left out; null where it is part of the text. */
	#reason: LeftOutReason | null = null;
	/** The inline content of the block that is being read. */
	#run: Inline[] = [];
	#broken = false;

	constructor(root: HtmlElement, furniture: Furniture, make: MakeBlock) {
		const below = root.elements();
		this.#furniture = furniture;
		this.#make = make;
		this.#holders = around(below.filter(isApart));
		this.#structured = around(below.filter(({ localName }) => structure.has(localName)));
		this.#furnished = around(below.filter((element) => furniture.has(element)));
	}

	visit(element: HtmlElement, shape: BlockShape): void {
		if (isHidden(element)) return;
		if (element.localName === 'tr') return this.#row(element);
		const here = shapeOf(element, shape);
		this.#end(shape);
		for (const child of element.childNodes) this.#child(child, here);
		this.#end(here);
	}

	#child(child: HtmlChild, shape: BlockShape): void {
		const reason = isElement(child) ? this.#furniture.get(child) : undefined;
		if (isElement(child) && reason !== undefined) return this.#leaveOut(child, reason, shape);
		if (
			isElement(child) &&
			(isApart(child) || (!ignored.has(child.localName) && this.#holders.has(child)))
		)
			return this.visit(child, shape);
		// Some pages separate paragraphs by two line breaks.
		if (isElement(child) && child.localName === 'br') {
			if (this.#broken) return this.#end(shape);
			this.#broken = true;
		} else if (child.textContent.trim() !== '') this.#broken = false;
		if (isElement(child) && isHidden(child)) return;
		this.#run.push(...inlineOf(child, this.#furniture));
		if (isElement(child)) this.#leaveOutWithin(child);
	}

	/** Reads furniture. Within a line the words on both sides of it stay together. */
	#leaveOut(element: HtmlElement, reason: LeftOutReason, shape: BlockShape): void {
		const inLine = !isApart(element) && !this.#holders.has(element);
		if (!inLine) this.#end(shape);
		const [run, outer, broken] = [this.#run, this.#reason, this.#broken];
		this.#run = [];
		this.#reason ??= reason;
		const here = shapeOf(element, paragraph);
		for (const child of element.childNodes) this.#child(child, here);
		this.#end(here);
		[this.#run, this.#reason, this.#broken] = [run, outer, broken];
	}

	#leaveOutWithin(element: HtmlElement): void {
		if (!this.#furnished.has(element)) return;
		for (const child of element.children) {
			const reason = this.#furniture.get(child);
			if (reason === undefined) this.#leaveOutWithin(child);
			else this.#leaveOut(child, reason, paragraph);
		}
	}

	/**
	 * Puts the cells of a row on one line with a mark between them; cells of running text become
	 * blocks of their own.
	 */
	#row(row: HtmlElement): void {
		const cells = row.children.filter((cell) => !isHidden(cell) && !this.#furniture.has(cell));
		for (const cell of row.children) {
			const reason = this.#furniture.get(cell);
			if (reason !== undefined) this.#leaveOut(cell, reason, paragraph);
		}
		if (cells.some((cell) => this.#holdsText(cell)))
			return cells.forEach((cell) => this.visit(cell, paragraph));
		const lines = cells
			.map((cell) => onOneLine(inlineOf(cell, this.#furniture)))
			.filter((cell) => markdownOf(cell) !== '');
		for (const [at, line] of lines.entries()) {
			if (at > 0) this.#run.push({ type: 'text', text: ' | ' });
			this.#run.push(...line);
		}
		this.#end(paragraph);
		for (const cell of cells) this.#leaveOutWithin(cell);
	}

	/** Tells whether a cell holds running text: paragraphs, headings or lists laid out by a table. */
	#holdsText(cell: HtmlElement): boolean {
		if (this.#structured.has(cell)) return true;
		if (cell.textContent.length < minText) return false;
		const blocks = blocksOf(cell, this.#furniture, this.#make);
		return blocks.length > 1 && blocks.some(({ text }) => text.length >= minText);
	}

	#end(shape: BlockShape): void {
		const text = this.#run.length === 0 ? '' : withoutWrapping(markdownOf(this.#run));
		this.#run = [];
		this.#broken = false;
		if (hasWords(text.includes('[') ? plain(text) : text))
			this.blocks.push({ block: this.#make(shape, text), reason: this.#reason });
	}
}

const isHidden = (element: HtmlElement): boolean =>
	ignored.has(element.localName) ||
	element.hasAttribute('hidden') ||
	element.getAttribute('aria-hidden') === 'true';

function shapeOf(element: HtmlElement, outer: BlockShape): BlockShape {
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
			return outer;
	}
}
