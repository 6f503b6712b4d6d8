/**
 * A small document tree with the part of the DOM that Readability and this folder use. It runs
 * where there is no DOM, in a worker and in Node, and nothing in it runs or fetches anything. Every
 * step from node to node takes constant time; lists of children and text are kept until the tree
 * changes below them. The classes need each other, so they stand in one file.
 */
import { Attributes, type HtmlAttribute } from './attributes';
import { hidingStyle, type HidingStyle } from './hidingStyle';

export type HtmlChild = HtmlElement | HtmlText;

const none: readonly HtmlChild[] = [];

export const nodeTypes = { element: 1, text: 3, document: 9 } as const;

abstract class HtmlNode {
	abstract readonly nodeType: number;
	parentNode: HtmlParent | null = null;
	nextSibling: HtmlChild | null = null;
	previousSibling: HtmlChild | null = null;

	get nextElementSibling(): HtmlElement | null {
		let node = this.nextSibling;
		while (node && !isElement(node)) node = node.nextSibling;
		return node;
	}
	get previousElementSibling(): HtmlElement | null {
		let node = this.previousSibling;
		while (node && !isElement(node)) node = node.previousSibling;
		return node;
	}
}

export class HtmlText extends HtmlNode {
	readonly nodeType = nodeTypes.text;
	readonly nodeName = '#text';
	readonly childNodes: readonly HtmlChild[] = none;
	#data: string;

	constructor(data: string) {
		super();
		this.#data = data;
	}

	get data(): string {
		return this.#data;
	}
	set data(data: string) {
		this.#data = data;
		this.parentNode?.changed();
	}

	get textContent(): string {
		return this.#data;
	}

	remove(): void {
		this.parentNode?.removeChild(this);
	}

	cloneNode(): HtmlText {
		return new HtmlText(this.#data);
	}
}

export abstract class HtmlParent extends HtmlNode {
	firstChild: HtmlChild | null = null;
	lastChild: HtmlChild | null = null;
	/** Law: where a node’s text is kept, the text of every node below it is kept too. */
	#text: string | null = null;
	#childNodes: readonly HtmlChild[] | null = null;
	#children: readonly HtmlElement[] | null = null;

	/** Forgets what was kept of the children and of the text up to the root. */
	changed(): void {
		this.#childNodes = null;
		this.#children = null;
		let above: HtmlParent | null = this.#text === null ? null : this;
		for (; above && above.#text !== null; above = above.parentNode) above.#text = null;
	}

	get childNodes(): readonly HtmlChild[] {
		if (this.#childNodes !== null) return this.#childNodes;
		const nodes: HtmlChild[] = [];
		for (let child = this.firstChild; child; child = child.nextSibling) nodes.push(child);
		return (this.#childNodes = nodes);
	}

	get children(): readonly HtmlElement[] {
		return (this.#children ??= this.childNodes.filter(isElement));
	}

	get firstElementChild(): HtmlElement | null {
		const first = this.firstChild;
		return first === null || isElement(first) ? first : first.nextElementSibling;
	}

	get textContent(): string {
		if (this.#text !== null) return this.#text;
		let text = '';
		for (let child = this.firstChild; child; child = child.nextSibling) text += child.textContent;
		return (this.#text = text);
	}

	appendChild<Child extends HtmlChild>(child: Child): Child {
		return this.insertBefore(child, null);
	}

	insertBefore<Child extends HtmlChild>(child: Child, next: HtmlChild | null): Child {
		child.parentNode?.removeChild(child);
		const previous = next === null ? this.lastChild : next.previousSibling;
		child.parentNode = this;
		child.previousSibling = previous;
		child.nextSibling = next;
		if (previous) previous.nextSibling = child;
		else this.firstChild = child;
		if (next) next.previousSibling = child;
		else this.lastChild = child;
		this.changed();
		return child;
	}

	removeChild<Child extends HtmlChild>(child: Child): Child {
		const { previousSibling: previous, nextSibling: next } = child;
		if (previous) previous.nextSibling = next;
		else this.firstChild = next;
		if (next) next.previousSibling = previous;
		else this.lastChild = previous;
		child.parentNode = child.previousSibling = child.nextSibling = null;
		this.changed();
		return child;
	}

	replaceChild<Child extends HtmlChild>(child: HtmlChild, old: Child): Child {
		this.insertBefore(child, old);
		return this.removeChild(old);
	}

	/** Returns the elements below this one, in the order of the page. */
	elements(): HtmlElement[] {
		return this.#found(() => true);
	}

	#found(isWanted: (element: HtmlElement) => boolean): HtmlElement[] {
		const found: HtmlElement[] = [];
		let node: HtmlChild | null = this.firstChild;
		while (node) {
			const element: HtmlElement | null = isElement(node) ? node : null;
			if (element && isWanted(element)) found.push(element);
			node = element?.firstChild ?? node.nextSibling ?? this.#after(node);
		}
		return found;
	}

	/** Returns the node that follows `node` and all that is below it; null at the end. */
	#after(node: HtmlChild): HtmlChild | null {
		let last: HtmlParent | HtmlChild = node;
		while (last !== this && !last.nextSibling && last.parentNode) last = last.parentNode;
		return last === this ? null : last.nextSibling;
	}

	/** `names`: element names with commas between, or `*`. */
	querySelectorAll(names: string): HtmlElement[] {
		const wanted = new Set(names.split(',').map((name) => name.trim().toLowerCase()));
		return names === '*' ? this.elements() : this.#found(({ localName }) => wanted.has(localName));
	}
	getElementsByTagName(name: string): HtmlElement[] {
		return this.querySelectorAll(name);
	}
}

/** Reads a piece of HTML inside an element, and writes an element’s content (`parse.ts`). */
export interface Markup {
	readonly read: (html: string, within: HtmlElement) => HtmlParent;
	readonly write: (element: HtmlElement) => string;
}

/** The document that an element belongs to (`document.ts`); it counts its elements. */
export interface Owner extends Markup {
	elementCount: number;
	createElement(name: string): HtmlElement;
}

export class HtmlElement extends HtmlParent {
	readonly nodeType = nodeTypes.element;
	readonly ownerDocument: Owner;
	readonly localName: string;
	readonly namespaceURI: string;
	/** Its number among the page’s elements, in the order in which the page names them. */
	readonly order: number;
	readonly #attributes = new Attributes();

	constructor(ownerDocument: Owner, localName: string, namespaceURI: string) {
		super();
		this.ownerDocument = ownerDocument;
		this.localName = localName;
		this.namespaceURI = namespaceURI;
		this.order = ownerDocument.elementCount++;
	}

	get tagName(): string {
		return this.namespaceURI === htmlNamespace ? this.localName.toUpperCase() : this.localName;
	}
	get nodeName(): string {
		return this.tagName;
	}

	get attributes(): readonly HtmlAttribute[] {
		return this.#attributes.list();
	}

	/** Whether it would run code when something happens to it. */
	get hasHandler(): boolean {
		return this.#attributes.names().some((name) => name.startsWith('on'));
	}

	getAttribute(name: string): string | null {
		return this.#attributes.get(name);
	}
	hasAttribute(name: string): boolean {
		return this.getAttribute(name) !== null;
	}
	setAttribute(name: string, value: string): void {
		this.#attributes.set(name, value);
	}
	removeAttribute(name: string): void {
		this.#attributes.remove(name);
	}
	setAttributeNode({ name, value }: HtmlAttribute): void {
		this.setAttribute(name, value);
	}

	get id(): string {
		return this.getAttribute('id') ?? '';
	}
	set id(id: string) {
		this.setAttribute('id', id);
	}

	get className(): string {
		return this.getAttribute('class') ?? '';
	}
	set className(names: string) {
		this.setAttribute('class', names);
	}
	get src(): string {
		return this.getAttribute('src') ?? '';
	}

	get style(): HidingStyle {
		return hidingStyle(this.getAttribute('style') ?? '');
	}

	get innerHTML(): string {
		return this.ownerDocument.write(this);
	}
	set innerHTML(html: string) {
		while (this.firstChild) this.removeChild(this.firstChild);
		const made = this.ownerDocument.read(html, this);
		while (made.firstChild) this.appendChild(made.firstChild);
	}

	remove(): void {
		this.parentNode?.removeChild(this);
	}

	replaceWith(node: HtmlChild): void {
		this.parentNode?.replaceChild(node, this);
	}

	/** Returns this element, or the nearest one around it, of which `holds` is true. */
	closest(holds: (element: HtmlElement) => boolean): HtmlElement | null {
		if (holds(this)) return this;
		let above = this.parentNode;
		while (above && isElement(above) && !holds(above)) above = above.parentNode;
		return above && isElement(above) ? above : null;
	}

	contains(node: HtmlElement): boolean {
		let above: HtmlParent | null = node;
		while (above && above !== this) above = above.parentNode;
		return above === this;
	}

	/** Copies the element with all that is below it. `leaves`: what the copy leaves out. */
	cloneInto(owner: Owner, leaves: (element: HtmlElement) => boolean): HtmlElement {
		const copy = new HtmlElement(owner, this.localName, this.namespaceURI);
		for (const { name, value } of this.attributes) copy.setAttribute(name, value);
		for (const child of this.childNodes)
			if (!isElement(child)) copy.appendChild(child.cloneNode());
			else if (!leaves(child)) copy.appendChild(child.cloneInto(owner, leaves));
		return copy;
	}
}

export const htmlNamespace = 'http://www.w3.org/1999/xhtml';

export const isElement = (node: HtmlParent | HtmlChild): node is HtmlElement =>
	node.nodeType === nodeTypes.element;
