/** The lines of a page’s text, and which of them each element holds. */
import { isElement, type HtmlElement } from './dom/nodes';
import { apart, ignored } from './inline';

export class PageLines {
	readonly lines: string[] = [];
	/** The first line of each element and the line after its last, by the element’s number. */
	readonly #from: Int32Array;
	readonly #to: Int32Array;
	/** Characters of running text before each line. */
	readonly #prose: number[] = [0];
	#line = '';

	constructor(root: HtmlElement) {
		const { elementCount } = root.ownerDocument;
		this.#from = new Int32Array(elementCount);
		this.#to = new Int32Array(elementCount);
		this.#read(root);
		this.#end();
	}

	/** Returns the numbers of an element’s first line and of the line after its last. */
	range = ({ order }: HtmlElement): readonly [from: number, to: number] => [
		this.#from[order] ?? 0,
		this.#to[order] ?? 0
	];

	/** Returns the number of characters of running text from one line to another. */
	prose = (from: number, to: number): number => (this.#prose[to] ?? 0) - (this.#prose[from] ?? 0);

	#read(element: HtmlElement): void {
		const isApart = apart.has(element.localName) || element.localName === 'br';
		if (isApart) this.#end();
		this.#from[element.order] = this.lines.length;
		for (const child of element.childNodes)
			if (!isElement(child)) this.#line += child.data;
			else if (!ignored.has(child.localName)) this.#read(child);
		if (isApart) this.#end();
		this.#to[element.order] = this.lines.length;
	}

	#end(): void {
		const line = this.#line.replace(/\s+/g, ' ').trim();
		this.#line = '';
		if (line === '') return;
		this.lines.push(line);
		this.#prose.push((this.#prose.at(-1) ?? 0) + (isProse(line) ? line.length : 0));
	}
}

/** Length in characters. A shorter line may be a name, a date or an entry of a menu. */
const minProse = 60;

export const isProse = (line: string): boolean =>
	line.length >= minProse && /[.!?…:][”"’'»)\]]*$/u.test(line.slice(-8));
