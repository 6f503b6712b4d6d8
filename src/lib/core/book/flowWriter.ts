/**
 * Collects the blocks of a book while a format’s reader walks through its file. White space is
 * folded as a browser folds it; no-break spaces stay.
 */
import type { LeftOutReason } from '../import/leftOut';
import type { Lang } from '../text/article';
import { isLinkable, plainOf } from '../text/inline';
import type { Inline } from '../text/inlineTree';
import type { FlowBlock, FlowNote, FlowShape } from './flow';

/** How words are set. A link’s address is absolute; one within the book is none. */
export interface Marks {
	readonly emphasis?: boolean;
	readonly strong?: boolean;
	readonly href?: string;
}

type Run =
	| { readonly kind: 'text'; readonly marks: Marks; text: string }
	| { readonly kind: 'break' }
	| { readonly kind: 'reference'; readonly key: string };

export class FlowWriter {
	readonly #blocks: FlowBlock[] = [];
	readonly #notes: FlowNote[] = [];
	#runs: Run[] = [];
	#anchors: string[] = [];
	/** The blocks of the note that is being read. */
	#note: FlowBlock[] | null = null;
	#reason: LeftOutReason | null = null;
	/** The block begins here, or its last character is a space: another space adds nothing. */
	#atBlank = true;
	#lang: Lang | null = null;

	get blocks(): readonly FlowBlock[] {
		return this.#blocks;
	}

	get notes(): readonly FlowNote[] {
		return this.#notes;
	}

	/** Adds words. Soft hyphens are dropped. */
	text(words: string, marks: Marks = {}): void {
		// A single space, the most common, is no match: most texts come back as they are.
		const folded = words.replaceAll('\u00ad', '').replace(/[ \t\n\r\f]{2,}|[\t\n\r\f]/g, ' ');
		const text = this.#atBlank && folded.startsWith(' ') ? folded.slice(1) : folded;
		if (text === '') return;
		this.#atBlank = text.endsWith(' ');
		const last = this.#runs.at(-1);
		if (last?.kind === 'text' && sameMarks(last.marks, marks)) last.text += text;
		else this.#runs.push({ kind: 'text', marks, text });
	}

	/** Ends a line. None ends before the first words, and none is empty. */
	lineBreak(): void {
		this.#trim();
		if (this.#runs.length > 0 && !this.atBreak) this.#runs.push({ kind: 'break' });
		this.#atBlank = true;
	}

	/** Refers to a note by its key. */
	reference(key: string): void {
		this.#runs.push({ kind: 'reference', key });
		this.#atBlank = false;
	}

	/** Says that an address leads to what comes next. */
	anchor(address: string): void {
		this.#anchors.push(address);
	}

	/** Whether a line of the block ends here. */
	get atBreak(): boolean {
		return this.#runs.at(-1)?.kind === 'break';
	}

	/** Whether the block that is being read has words or a reference already. */
	get hasWords(): boolean {
		return this.#runs.some(
			(run) => run.kind !== 'break' && (run.kind !== 'text' || /\S/.test(run.text))
		);
	}

	/** Ends the block that is being read. One without words is none. */
	end(shape: FlowShape): void {
		const isPicture = shape.kind === 'picture';
		if (!this.hasWords && !isPicture) return this.#begin([]);
		this.#trim();
		if (this.atBreak) this.#runs.pop();
		const block: FlowBlock = {
			shape,
			inline: inlineOf(this.#runs),
			anchors: this.#note ? [] : this.#anchors,
			reason: this.#reason,
			lang: this.#lang
		};
		this.#begin([]);
		if (this.#note) this.#note.push(block);
		else {
			this.#anchors = [];
			this.#blocks.push(block);
		}
	}

	/**
	 * Reads a note: the blocks that `read` ends are the note’s. It has its own reasons for what is left
	 * out: a note may stand in a part of the file that is hidden, and its reference in the text.
	 */
	note(key: string, read: () => void): void {
		const [outer, runs, reason] = [this.#note, this.#runs, this.#reason];
		const blocks: FlowBlock[] = [];
		[this.#note, this.#reason] = [blocks, null];
		this.#begin([]);
		read();
		this.end({ kind: 'paragraph' });
		[this.#note, this.#reason] = [outer, reason];
		this.#begin(runs);
		if (blocks.length > 0) this.#notes.push({ key, blocks, before: this.#blocks.length });
	}

	/**
	 * Reads blocks of their own that stand within the words of another: a picture, the number of a
	 * page. They come before the block that is being read, which goes on as if they were not there.
	 */
	aside(read: () => void): void {
		const [runs, anchors, atBlank] = [this.#runs, this.#anchors, this.#atBlank];
		this.#anchors = [];
		this.#begin([]);
		read();
		this.end({ kind: 'paragraph' });
		[this.#runs, this.#atBlank] = [runs, atBlank];
		this.#anchors = [...anchors, ...this.#anchors];
	}

	/** Reads what is not part of the text, and why; of one reason within another the outer counts. */
	leaveOut(reason: LeftOutReason, read: () => void): void {
		const outer = this.#reason;
		this.#reason ??= reason;
		read();
		this.#reason = outer;
	}

	/** Reads what is in a language of its own. */
	inLanguage(lang: Lang | null, read: () => void): void {
		const outer = this.#lang;
		this.#lang = lang ?? outer;
		read();
		this.#lang = outer;
	}

	/** Drops a space at the end. */
	#trim(): void {
		const last = this.#runs.at(-1);
		if (!this.#atBlank || last?.kind !== 'text') return;
		last.text = last.text.replace(/ $/, '');
		if (last.text === '') this.#runs.pop();
	}

	#begin(runs: Run[]): void {
		this.#runs = runs;
		const last = runs.at(-1);
		this.#atBlank =
			!last || last.kind === 'break' || (last.kind === 'text' && / $/.test(last.text));
	}
}

const sameMarks = (a: Marks, b: Marks): boolean =>
	!a.emphasis === !b.emphasis && !a.strong === !b.strong && a.href === b.href;

/** Nests the marks of runs: a link holds strong words, and those hold emphasis. */
function inlineOf(runs: readonly Run[]): readonly Inline[] {
	return runs.some(isMarked) ? nest(runs, ['href', 'strong', 'emphasis']) : runs.map(plainInline);
}

const isMarked = (run: Run): boolean =>
	run.kind === 'text' && (run.marks.href ?? run.marks.strong ?? run.marks.emphasis) !== undefined;

type Mark = keyof Marks;

function nest(runs: readonly Run[], marks: readonly Mark[]): readonly Inline[] {
	const [mark, ...inner] = marks;
	if (mark === undefined) return runs.map(plainInline);
	return stretches(runs, mark).flatMap(({ value, runs }): readonly Inline[] => {
		const within = nest(runs, inner);
		return value === undefined ? within : marked(mark, value, within);
	});
}

interface Stretch {
	readonly value: string | true | undefined;
	readonly runs: Run[];
}

/** Puts runs together that have the same value of a mark. A blank or a break belongs to both sides. */
function stretches(runs: readonly Run[], mark: Mark): readonly Stretch[] {
	const found: Stretch[] = [];
	for (const run of runs) {
		const own = run.kind === 'text' ? run.marks[mark] || undefined : undefined;
		const last = found.at(-1);
		if (last && last.value === own) last.runs.push(run);
		else found.push({ value: own, runs: [run] });
	}
	return found;
}

/**
 * A mark begins and ends without a space, is not empty, and a link contains no reference. A no-break
 * space is a character of the text.
 */
function marked(mark: Mark, value: string | true, within: readonly Inline[]): readonly Inline[] {
	const words = plainOf(within);
	if (words.trim() === '' || (mark === 'href' && !isLinkable(String(value)))) return within;
	const before = words.length - words.replace(/^ +/, '').length;
	const after = words.length - words.replace(/ +$/, '').length;
	const children = cut(within, before, after);
	const made: Inline =
		mark === 'href' ? { type: 'link', href: String(value), children } : { type: mark, children };
	return [...blank(before), made, ...blank(after)];
}

const blank = (characters: number): readonly Inline[] =>
	characters > 0 ? [{ type: 'text', text: ' ' }] : [];

/** Cuts spaces off both ends: the first and the last node have them. */
function cut(nodes: readonly Inline[], before: number, after: number): readonly Inline[] {
	return nodes.flatMap((node, at) => {
		const start = at === 0 ? before : 0;
		const end = at === nodes.length - 1 ? after : 0;
		if (node.type !== 'text' || (start === 0 && end === 0)) return [node];
		const text = node.text.slice(start, node.text.length - end);
		return text === '' ? [] : [{ ...node, text }];
	});
}

function plainInline(run: Run): Inline {
	switch (run.kind) {
		case 'text':
			return { type: 'text', text: run.text };
		case 'break':
			return { type: 'break' };
		case 'reference':
			return { type: 'reference', marker: run.key };
	}
}
