/**
 * Follows fields: a code such as `HYPERLINK "…"` or `PAGE`, and its result, which is text. Fields may
 * be nested, and a result may go over many paragraphs.
 */
import type { LeftOutReason } from '../../import/leftOut';

/** What a field means for the text of its result. */
export interface FieldMeaning {
	readonly reason: LeftOutReason | null;
	readonly href: string | null;
}

interface Field {
	code: string;
	/** Null while the code is being read. */
	meaning: FieldMeaning | null;
}

/** Most fields that are open at once. A file with more never ends them: the oldest are forgotten. */
const maxOpen = 50;

const plain: FieldMeaning = { reason: null, href: null };

export class Fields {
	#open: Field[] = [];
	#current: FieldMeaning | null = plain;

	/** What holds at present; null within a field’s code, whose text is not shown. */
	get current(): FieldMeaning | null {
		return this.#current;
	}

	/** Reads a mark: where a code begins, where its result begins, where that ends. */
	mark(type: string | undefined): void {
		if (type === 'begin') this.#begin();
		else if (type === 'separate') this.#separate();
		else if (type === 'end') this.#set(this.#open.slice(0, -1));
	}

	#begin(): void {
		this.#set([...this.#open.slice(1 - maxOpen), { code: '', meaning: null }]);
	}

	addCode(code: string): void {
		const field = this.#open.at(-1);
		if (field?.meaning === null) field.code += code;
	}

	#separate(): void {
		const field = this.#open.at(-1);
		if (field) field.meaning ??= meaningOf(field.code);
		this.#set(this.#open);
	}

	/** Ends every code at the end of a paragraph: a field without its end would hide the rest. */
	endParagraph(): void {
		if (this.#current !== null) return;
		for (const field of this.#open) field.meaning ??= meaningOf(field.code);
		this.#set(this.#open);
	}

	/** Ends lists of contents at a heading: no heading stands in one. */
	endContents(): void {
		if (this.#current?.reason === 'contents')
			this.#set(this.#open.filter(({ meaning }) => meaning?.reason !== 'contents'));
	}

	#set(open: Field[]): void {
		this.#open = open;
		this.#current = open.reduce<FieldMeaning | null>(
			(outer, { meaning }) =>
				outer && meaning
					? { reason: outer.reason ?? meaning.reason, href: meaning.href ?? outer.href }
					: null,
			plain
		);
	}
}

export function meaningOf(code: string): FieldMeaning {
	const kind = /^\s*(?<kind>[a-z]+)/i.exec(code)?.groups?.kind?.toUpperCase();
	switch (kind) {
		case 'HYPERLINK':
			return { reason: null, href: addressOf(code) };
		case 'TOC':
		case 'TOA':
			return { reason: 'contents', href: null };
		case 'PAGE':
		case 'NUMPAGES':
		case 'SECTIONPAGES':
			return { reason: 'page-number', href: null };
		default:
			return plain;
	}
}

/** An address in quotation marks; one after `\l` is a place in the document. */
const addressOf = (code: string): string | null =>
	/^\s*HYPERLINK\s+"(?<href>[^"]*)"/i.exec(code)?.groups?.href?.replace(/\\\\/g, '\\') ?? null;
