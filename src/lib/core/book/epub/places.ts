/** Where the elements of all pages stand, and which links lead to which of them. */
import { isTreeElement, treeText, type TreeElement } from '../tree';
import type { BookFiles } from './bookFiles';
import { blockNames, silentNames } from './elementTypes';
import type { Page } from './page';
import { addressOf, type Place } from './paths';

export interface Standing {
	readonly parent: TreeElement | null;
	readonly page: Page;
	/** Its number among the elements of the book. */
	readonly order: number;
	/** The number of the last element in it. */
	last: number;
	/** Number of characters, white space not counted, before it and up to its end. */
	readonly from: number;
	to: number;
	/** Whether something in it begins a new line. */
	holdsBlocks: boolean;
}

/** A link to a place in the book. */
export interface BookLink {
	readonly element: TreeElement;
	readonly target: Place;
	readonly order: number;
}

/** Number of characters of a note that are searched for its mark. */
const startLength = 60;

export class Places {
	readonly elements: TreeElement[] = [];
	readonly links: BookLink[] = [];
	/** Number of scripts and frames: none runs. */
	scripts = 0;
	readonly #files: BookFiles;
	readonly #standings = new Map<TreeElement, Standing>();
	readonly #byAddress = new Map<string, TreeElement>();
	readonly #starts = new Map<TreeElement, string>();
	#characters = 0;

	constructor(files: BookFiles) {
		this.#files = files;
	}

	/** Notes the elements of a page; pages come in the order of reading. */
	add(page: Page): void {
		this.#name(page.file, page.body);
		this.#visit(page.body, null, page);
	}

	of(element: TreeElement): Standing {
		const standing = this.#standings.get(element);
		if (!standing) throw new RangeError(`no place for an element ${element.name}`);
		return standing;
	}

	find(place: Place): TreeElement | null {
		return this.#byAddress.get(addressOf(place)) ?? null;
	}

	/** Number of characters in an element, white space not counted. */
	size(element: TreeElement): number {
		const { from, to } = this.of(element);
		return to - from;
	}

	contains(outer: TreeElement, inner: TreeElement): boolean {
		const { order } = this.of(inner);
		const { order: from, last } = this.of(outer);
		return order >= from && order <= last;
	}

	/** Returns the links inside an element, the first `most` of them. */
	linksIn(element: TreeElement, most = Infinity): readonly BookLink[] {
		const { order, last } = this.of(element);
		const from = firstFrom(this.links, order);
		return this.links.slice(from, Math.min(from + most, firstFrom(this.links, last + 1)));
	}

	/** Returns the first characters of an element’s text. */
	startOf(element: TreeElement): string {
		const start = this.#starts.get(element) ?? treeText(element).trimStart().slice(0, startLength);
		this.#starts.set(element, start);
		return start;
	}

	/** Returns the element or what holds it, up to something that begins a new line. */
	blockOf(element: TreeElement): TreeElement {
		let block = element;
		while (!blockNames.has(block.name)) {
			const { parent } = this.of(block);
			if (parent === null) return block;
			block = parent;
		}
		return block;
	}

	#visit(element: TreeElement, parent: TreeElement | null, page: Page): boolean {
		const order = this.elements.push(element) - 1;
		const from = this.#characters;
		const standing = { parent, page, order, last: order, from, to: from, holdsBlocks: false };
		this.#standings.set(element, standing);
		const { name, attributes, children } = element;
		const id = attributes['id'] ?? attributes['xml:id'];
		if (id !== undefined) this.#name(`${page.file}#${id}`, element);
		if (name === 'script' || name === 'iframe') this.scripts++;
		if (name === 'a') this.#link(element, page, order);
		for (const child of children) {
			if (isTreeElement(child)) {
				if (this.#visit(child, element, page)) standing.holdsBlocks = true;
			} else if (!silentNames.has(name)) this.#characters += visible(child);
		}
		standing.last = this.elements.length - 1;
		standing.to = this.#characters;
		return standing.holdsBlocks || blockNames.has(name);
	}

	#link(element: TreeElement, page: Page, order: number): void {
		const { href, name } = element.attributes;
		if (name !== undefined) this.#name(`${page.file}#${name}`, element);
		const target = this.#files.place(page.file, href ?? element.attributes['xlink:href']);
		if (target) this.links.push({ element, target, order });
	}

	#name(address: string, element: TreeElement): void {
		if (!this.#byAddress.has(address)) this.#byAddress.set(address, element);
	}
}

/** Finds the first link whose order is at least `order`. */
export function firstFrom(links: readonly BookLink[], order: number): number {
	let [low, high] = [0, links.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((links[middle]?.order ?? 0) < order) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Counts the characters of a text that are no white space. */
function visible(text: string): number {
	let count = 0;
	for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x20) count++;
	return count;
}
