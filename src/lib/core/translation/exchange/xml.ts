/**
 * XML in and out. Reading is strict and streams: elements that a format takes whole (a unit) come
 * as small trees and are let go, all others only as they open. Nothing outside the file is ever
 * fetched, and a DOCTYPE that declares entities is refused (a “billion laughs” is a kilobyte).
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { fail, ok, type Result } from '../../result';
import type { ExchangeFailure } from './failure';
import { legal } from './normal';

export interface XmlElement {
	/** Without its prefix. */
	readonly name: string;
	readonly uri: string;
	/** By name, of another namespace by `uri name`. */
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: readonly XmlNode[];
	readonly line: number;
}

export type XmlNode = XmlElement | string;

export interface XmlReader {
	/** An element opens that is not taken whole; `depth` of the root is 0. A failure stops. */
	open(element: XmlElement, depth: number): ExchangeFailure | null;
	/** The names of elements that are taken whole. */
	readonly whole: ReadonlySet<string>;
	take(element: XmlElement): ExchangeFailure | null;
}

/** Deeper than any unit: an element in another in another … must not exhaust the stack. */
const maxDepth = 100;

/** How what a reader found wrong gets out of the parser, which only errors stop. */
class Stop extends Error {
	constructor(readonly failure: ExchangeFailure) {
		super(failure.kind);
	}
}

export function readXml(text: string, reader: XmlReader): Result<null, ExchangeFailure> {
	const parser = new SaxesParser({ xmlns: true });
	const reading = new Reading(reader, () => parser.line);
	parser.on('doctype', (doctype) => reading.doctype(doctype));
	parser.on('opentag', (tag) => reading.open(tag));
	parser.on('text', (words) => reading.text(words));
	parser.on('cdata', (words) => reading.text(words));
	parser.on('closetag', () => reading.close());
	// saxes puts line and column before its message, and has them as fields.
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

class Reading {
	readonly #reader: XmlReader;
	readonly #line: () => number;
	/** The elements that are open within one that is taken whole, it first. */
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

/** The elements among the children, of this name. */
export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
	element.children.filter(
		(child): child is XmlElement => typeof child !== 'string' && child.name === name
	);

/** All text in an element, whatever elements it stands in. */
export const textOf = ({ children }: XmlElement): string =>
	children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** An attribute that is left out where its value is undefined or null. */
export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** An element as text; `content` is XML already. */
export const element = (name: string, attributes: Attributes, content = ''): string =>
	content === ''
		? `${opened(name, attributes)}/>`
		: `${opened(name, attributes)}>${content}</${name}>`;

/** The same with each child on a line of its own, indented. */
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

/** Characters of text as XML. */
export const characters = (text: string): string =>
	legal(text).replace(/[&<>\n\r]/g, (one) => escapes[one] ?? one);

const attribute = (text: string): string =>
	legal(text).replace(/[&<>"\t\n\r]/g, (one) => escapes[one] ?? one);

const escapes: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\t': '&#9;',
	'\n': '&#10;',
	'\r': '&#13;'
};

/** A file: its declaration, its root element, and an end of line. */
export const xmlFile = (root: string): string =>
	`<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
