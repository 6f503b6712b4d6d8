/**
 * Reads and writes XML. Reading is strict and streams: elements that a format takes whole (a unit)
 * arrive as small trees and are released; of all others only the start tag is reported. Nothing
 * outside the file is fetched. A DOCTYPE that declares entities is refused, because a “billion
 * laughs” attack needs only a kilobyte.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { fail, ok, type Result } from '../../result';
import type { ExchangeFailure } from './failure';
import { withoutIllegalCharacters } from './normal';

export interface XmlElement {
	/** The name without its prefix. */
	readonly name: string;
	readonly uri: string;
	/** Values by name; by `uri name` for an attribute of another namespace. */
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: readonly XmlNode[];
	readonly line: number;
}

export type XmlNode = XmlElement | string;

export interface XmlReader {
	/**
	 * Called for each start tag of an element that is not taken whole; `depth` of the root is 0. A
	 * returned failure stops the reading.
	 */
	open(element: XmlElement, depth: number): ExchangeFailure | null;
	/** The names of elements that are taken whole. */
	readonly whole: ReadonlySet<string>;
	take(element: XmlElement): ExchangeFailure | null;
}

/** Deepest nesting of elements. A deeper file is refused, so that it cannot exhaust the stack. */
const maxDepth = 100;

/** Carries a reader’s failure out of the parser, which only an error can stop. */
class Stop extends Error {
	constructor(readonly failure: ExchangeFailure) {
		super(failure.kind);
	}
}

export function readXml(text: string, reader: XmlReader): Result<null, ExchangeFailure> {
	const parser = new SaxesParser({ xmlns: true });
	const reading = new XmlTreeBuilder(reader, () => parser.line);
	parser.on('doctype', (doctype) => reading.doctype(doctype));
	parser.on('opentag', (tag) => reading.open(tag));
	parser.on('text', (words) => reading.text(words));
	parser.on('cdata', (words) => reading.text(words));
	parser.on('closetag', () => reading.close());
	// saxes repeats line and column at the start of its message.
	parser.on('error', ({ message }) => {
		const { line, column } = parser;
		throw new Stop({
			kind: 'broken',
			line,
			column: column + 1,
			message: message.replace(/^\d+:\d+: /, '')
		});
	});
	try {
		parser.write(text).close();
		return ok(null);
	} catch (error) {
		if (error instanceof Stop) return fail(error.failure);
		throw error;
	}
}

type Growing = Omit<XmlElement, 'children'> & { readonly children: XmlNode[] };

class XmlTreeBuilder {
	readonly #reader: XmlReader;
	readonly #line: () => number;
	/** The open elements inside an element that is taken whole, starting with that one. */
	readonly #inside: Growing[] = [];
	#depth = 0;

	constructor(reader: XmlReader, line: () => number) {
		this.#reader = reader;
		this.#line = line;
	}

	doctype(doctype: string): void {
		if (/<!ENTITY/i.test(doctype)) throw new Stop({ kind: 'entities', line: this.#line() });
	}

	open(tag: SaxesTagNS): void {
		const element = grown(tag, this.#line());
		const parent = this.#inside.at(-1);
		this.#depth += 1;
		if (this.#depth > maxDepth) throw new Stop(this.#tooDeep());
		if (parent) parent.children.push(element);
		if (parent || this.#reader.whole.has(element.name)) this.#inside.push(element);
		else stopAt(this.#reader.open(element, this.#depth - 1));
	}

	text(words: string): void {
		this.#inside.at(-1)?.children.push(words);
	}

	close(): void {
		this.#depth -= 1;
		const closed = this.#inside.pop();
		if (closed && this.#inside.length === 0) stopAt(this.#reader.take(closed));
	}

	#tooDeep(): ExchangeFailure {
		const message = `elements are nested more than ${maxDepth} deep`;
		return { kind: 'invalid', place: `line ${this.#line()}`, message };
	}
}

function stopAt(failure: ExchangeFailure | null): void {
	if (failure) throw new Stop(failure);
}

function grown({ local, uri, attributes }: SaxesTagNS, line: number): Growing {
	const named = Object.values(attributes).map(
		(one) => [one.uri === '' ? one.local : `${one.uri} ${one.local}`, one.value] as const
	);
	return { name: local, uri, attributes: new Map(named), children: [], line };
}

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** Returns the child elements with this name. */
export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
	element.children.filter(
		(child): child is XmlElement => typeof child !== 'string' && child.name === name
	);

/** Returns the elements of a name inside another, at any depth, in document order. */
export const descendantsOf = (element: XmlElement, name: string): readonly XmlElement[] =>
	element.children.flatMap((child) =>
		typeof child === 'string'
			? []
			: [...(child.name === name ? [child] : []), ...descendantsOf(child, name)]
	);

/** Returns all text in an element, including its descendants. */
export const textOf = ({ children }: XmlElement): string =>
	children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** Attributes by name. One with the value undefined or null is left out. */
export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** Writes an element; `content` must be XML already. */
export const element = (name: string, attributes: Attributes, content = ''): string =>
	content === ''
		? `${opened(name, attributes)}/>`
		: `${opened(name, attributes)}>${content}</${name}>`;

/** Writes an element with each child on its own line, indented. */
export const nested = (name: string, attributes: Attributes, children: readonly string[]): string =>
	[
		`${opened(name, attributes)}>`,
		...children.map((child) => child.replace(/^/gm, '  ')),
		`</${name}>`
	].join('\n');

function opened(name: string, attributes: Attributes): string {
	const written = Object.entries(attributes).flatMap(([key, value]) =>
		value === null || value === undefined ? [] : [` ${key}="${attribute(String(value))}"`]
	);
	return `<${name}${written.join('')}`;
}

/** Escapes text for XML. */
export const escapeText = (text: string): string =>
	withoutIllegalCharacters(text).replace(/[&<>\n\r]/g, (one) => escapes[one] ?? one);

const attribute = (text: string): string =>
	withoutIllegalCharacters(text).replace(/[&<>"\t\n\r]/g, (one) => escapes[one] ?? one);

const escapes: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\t': '&#9;',
	'\n': '&#10;',
	'\r': '&#13;'
};

/** Returns a whole file: the XML declaration, the root element and a final line end. */
export const xmlFile = (root: string): string =>
	`<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
