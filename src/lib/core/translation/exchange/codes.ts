/**
 * Converts inline Markdown to the codes of translators’ formats and back: text, paired codes
 * (emphasis, strong, link) and single ones (a footnote reference, a line break, the end of a
 * paragraph). Each code carries its Markdown, so that a tool shows it and a returned file is read
 * from it.
 *
 * Law (`codes.test.ts`): `paragraphsOf(events of coder()(text))` is `text` in its normal form.
 */
import { isLinkable, parseInline } from '../../text/inline';
import type { Inline } from '../../text/inlineTree';
import { lineBreak } from '../../text/lineBreaks';
import { formatNodes, withoutIllegalCharacters } from './normal';

/** Text or a numbered code. Codes that mean the same on both sides have the same number. */
export type Coded =
	| { readonly type: 'text'; readonly text: string }
	| {
			readonly type: 'pair';
			readonly id: number;
			readonly kind: 'emphasis' | 'strong' | 'link';
			readonly open: string;
			readonly close: string;
			readonly children: readonly Coded[];
	  }
	| {
			readonly type: 'single';
			readonly id: number;
			readonly kind: SingleKind;
			readonly data: string;
	  };

type SingleKind = 'reference' | 'line' | 'break';

/** The data of the code between two paragraphs. */
export const breakData = '\n\n';

/**
 * Returns a function that codes the texts of one unit: call it with the original, then with the
 * translation. The translation’s nth link to an address gets the number of the original’s nth.
 */
export function coder(): (paragraphs: readonly string[]) => readonly Coded[] {
	const numbers = numbering(counter());
	return (paragraphs) => {
		const numberOf = numbers();
		return paragraphs.flatMap((text, at): Coded[] => [
			...(at === 0 ? [] : [single('break', breakData, numberOf)]),
			...coded(parseInline(withoutIllegalCharacters(text)), numberOf)
		]);
	};
}

/**
 * Renumbers the codes of a unit’s pairs of texts so that no number is in two pairs: in XLIFF 2 the
 * two sides of one segment share a number, and no other segment has it.
 */
export function renumbered<Pair extends { source: readonly Coded[]; target: readonly Coded[] }>(
	pairs: readonly Pair[]
): readonly Pair[] {
	const next = counter();
	return pairs.map((pair) => {
		const numbers = numbering(next);
		return {
			...pair,
			source: withNumbers(pair.source, numbers()),
			target: withNumbers(pair.target, numbers())
		};
	});
}

const withNumbers = (nodes: readonly Coded[], numberOf: NumberOf): readonly Coded[] =>
	nodes.map((node): Coded => {
		switch (node.type) {
			case 'text':
				return node;
			case 'single':
				return { ...node, id: numberOf(node.data) };
			case 'pair': {
				const id = numberOf(node.open + node.close);
				return { ...node, id, children: withNumbers(node.children, numberOf) };
			}
		}
	});

type NumberOf = (mark: string) => number;

function counter(): () => number {
	let last = 0;
	return () => (last += 1);
}

/** Returns a numbering per side: the nth code of a mark has the same number on both sides. */
function numbering(next: () => number): () => NumberOf {
	const numbers = new Map<string, number>();
	return () => {
		const seen = new Map<string, number>();
		return (mark) => {
			const count = (seen.get(mark) ?? 0) + 1;
			seen.set(mark, count);
			const key = `${count} ${mark}`;
			const number = numbers.get(key) ?? next();
			numbers.set(key, number);
			return number;
		};
	};
}

const single = (kind: SingleKind, data: string, numberOf: NumberOf): Coded => ({
	type: 'single',
	id: numberOf(data),
	kind,
	data
});

const coded = (nodes: readonly Inline[], numberOf: NumberOf): readonly Coded[] =>
	nodes.map((node): Coded => {
		switch (node.type) {
			case 'text':
				return node;
			case 'reference':
				return single('reference', `[^${node.marker}]`, numberOf);
			case 'break':
				return single('line', lineBreak, numberOf);
			default: {
				const [open, close] = marksOf(node);
				const id = numberOf(open + close);
				const children = coded(node.children, numberOf);
				return { type: 'pair', id, kind: node.type, open, close, children };
			}
		}
	});

function marksOf(node: Extract<Inline, { children: unknown }>): [string, string] {
	switch (node.type) {
		case 'emphasis':
			return ['*', '*'];
		case 'strong':
			return ['**', '**'];
		case 'link':
			return ['[', `](${node.href})`];
	}
}

/**
 * Moves white space that is alone between two codes, because some tools (xliff 6) drop it there. It
 * goes into the pair beside it, and reading moves it out again; two single codes are joined to one.
 */
export function withoutLoneWhitespace(nodes: readonly Coded[]): readonly Coded[] {
	const made: Coded[] = [];
	for (const [at, node] of nodes.entries()) {
		const inner =
			node.type === 'pair' ? { ...node, children: withoutLoneWhitespace(node.children) } : node;
		const [before, space] = [made.at(-2), made.at(-1)];
		const between = before && before.type !== 'text' && node.type !== 'text' && at > 1;
		const joined =
			between && space?.type === 'text' && space.text.trim() === ''
				? together(before, space.text, inner)
				: null;
		if (joined) made.splice(-2, 2, ...joined);
		else made.push(inner);
	}
	return made;
}

function together(before: Coded, space: string, after: Coded): readonly Coded[] | null {
	const text: Coded = { type: 'text', text: space };
	if (after.type === 'pair') return [before, { ...after, children: [text, ...after.children] }];
	if (before.type === 'pair') return [{ ...before, children: [...before.children, text] }, after];
	return before.type === 'single' && after.type === 'single'
		? [{ ...before, data: before.data + space + after.data }]
		: null;
}

/** A part of a unit’s content, in reading order. Pairs that a tool cut or crossed do not nest. */
export type CodeEvent =
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'open' | 'close'; readonly id: string; readonly data: string }
	| { readonly type: 'single'; readonly data: string }
	/** The start or end of a segment, as a tool cut them; it may be inside a pair. */
	| { readonly type: 'segment'; readonly id: string; readonly edge: 'start' | 'end' };

type Growing =
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'reference'; readonly marker: string }
	| { readonly type: 'break' }
	| { readonly type: 'emphasis' | 'strong'; readonly children: Growing[] }
	| { readonly type: 'link'; readonly href: string; readonly children: Growing[] };

interface OpenCode {
	readonly id: string;
	readonly data: string;
	readonly children: Growing[];
}

/**
 * Returns the paragraphs of a read content, in normal form. Codes without a mark in this project
 * are left out and their words kept. Never throws.
 */
export function paragraphsOf(events: readonly CodeEvent[]): readonly string[] {
	const reading = new CodeParser();
	for (const event of events) reading.read(event);
	return reading.end();
}

class CodeParser {
	readonly #paragraphs: Growing[][] = [[]];
	readonly #open: OpenCode[] = [];

	read(event: CodeEvent): void {
		switch (event.type) {
			case 'text':
				return this.#add(event);
			case 'open':
				this.#open.push({ id: event.id, data: event.data, children: [] });
				return;
			case 'close':
				return this.#close(event);
			case 'single':
				return this.#single(event.data);
			case 'segment':
				return;
		}
	}

	/** Closes a pair. A pair opened inside it and still open loses its marks and keeps its words. */
	#close({ id, data }: { readonly id: string; readonly data: string }): void {
		if (!this.#open.some((frame) => frame.id === id)) return;
		let frame = this.#open.pop();
		for (; frame && frame.id !== id; frame = this.#open.pop())
			for (const child of frame.children) append(this.#open.at(-1)?.children ?? [], child);
		if (!frame) return;
		const pair = pairOf(frame, data);
		for (const child of pair ? [pair] : frame.children) this.#add(child);
	}

	#single(data: string): void {
		const references = referencesIn(data);
		for (const node of references) this.#add(node);
		if (references.length > 0) return;
		if (isLineBreak(data)) return this.#add({ type: 'break' });
		// Inside an open pair a paragraph cannot end: a tool drew the pair over two paragraphs.
		if (data === breakData && this.#open.length === 0) this.#paragraphs.push([]);
		else if (data === breakData) this.#add({ type: 'text', text: ' ' });
	}

	#add(node: Growing): void {
		append(this.#open.at(-1)?.children ?? this.#paragraphs.at(-1) ?? [], node);
	}

	end(): readonly string[] {
		for (let frame = this.#open.pop(); frame; frame = this.#open.pop())
			for (const child of frame.children) this.#add(child);
		return this.#paragraphs.map(formatNodes).filter((text) => text !== '');
	}
}

/** Whether a code’s data is a line break’s; some tools trim it. */
const isLineBreak = (data: string): boolean => data.trim() === lineBreak.trim();

/** Returns the references in `[^1]`, or in several with white space between; else nothing. */
const referencesIn = (data: string): readonly Growing[] =>
	onlyReferences.test(data)
		? parseInline(data).flatMap((node): Growing[] =>
				node.type === 'reference' || node.type === 'text' ? [node] : []
			)
		: [];

const onlyReferences = /^(?:\[\^[^\s[\]^]{1,16}\]\s{0,8})+$/;

function pairOf({ data, children }: OpenCode, close: string): Growing | null {
	if (children.length === 0) return null;
	if (data === '*' && close === '*') return { type: 'emphasis', children };
	if (data === '**' && close === '**') return { type: 'strong', children };
	const href = data === '[' ? /^\]\((.*)\)$/s.exec(close)?.[1] : undefined;
	return href !== undefined && isLinkable(href) ? { type: 'link', href, children } : null;
}

/** Appends a node; adjacent texts are joined, because escaping needs the whole text. */
function append(to: Growing[], node: Growing): void {
	const last = to.at(-1);
	if (last?.type === 'text' && node.type === 'text')
		to[to.length - 1] = { type: 'text', text: last.text + node.text };
	else to.push(node);
}
