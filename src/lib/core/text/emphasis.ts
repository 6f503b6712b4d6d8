/**
 * Pairs runs of `*` and `_` into emphasis and strong: CommonMark's marks
 * (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis) under simpler rules. At most
 * one emphasis and one strong are open in either character, so that time is linear and depth
 * bounded; a run is read whole; and `2*3*4` is a product.
 *
 * Laws: a mark that pairs with nothing is text; the nodes are in normal form (no text beside text,
 * no type within or beside itself, nothing empty, emphasis inside strong where both hold the same).
 */
import type { Inline } from './inline';

/** A run of marks, and the text on either side of it (the nearest character is enough). */
export interface Run {
	readonly type: 'run';
	readonly marks: string;
	readonly before: string;
	readonly after: string;
}

type Weight = 'emphasis' | 'strong';
type Node =
	Exclude<Inline, { type: Weight }> | { readonly type: Weight; readonly children: Node[] };

/** What is open: the marks that opened it stand in run number `run`. */
interface Frame {
	readonly weight: Weight;
	readonly mark: string;
	readonly run: number;
	readonly children: Node[];
}

const size = { emphasis: 1, strong: 2 } as const;

/** One mark opens emphasis, two strong, three both. */
const opened = new Map<number, readonly Weight[]>([
	[1, ['emphasis']],
	[2, ['strong']],
	[3, ['strong', 'emphasis']]
]);

export function parseEmphasis(pieces: readonly (Inline | Run)[]): readonly Inline[] {
	const reading = new Reading();
	pieces.forEach((piece, at) => {
		if (piece.type !== 'run') reading.add(piece as Node);
		// `**_` is two runs between the same neighbours.
		else for (const [marks] of piece.marks.matchAll(/(.)\1*/g)) reading.read(marks, piece, at);
	});
	return reading.end();
}

/** A regular expression: what a word is made of. */
export const wordCharacter = String.raw`[\p{L}\p{M}\p{N}]`;
const wordEnd = new RegExp(`${wordCharacter}$`, 'u');
const wordStart = new RegExp(`^${wordCharacter}`, 'u');

/** Whether marks may open and close here: at words, `_` not within one, `*` not within a product. */
function flanks(mark: string, { before, after }: Run): { opens: boolean; closes: boolean } {
	const inWord = wordEnd.test(before) && wordStart.test(after);
	const figures = Number(/\p{N}$/u.test(before)) + Number(/^\p{N}/u.test(after));
	return {
		opens:
			/^\S/u.test(after) && !(inWord && figures > 0) && !(mark === '_' && wordEnd.test(before)),
		closes: /\S$/u.test(before) && figures < 2 && !(mark === '_' && wordStart.test(after))
	};
}

/** The pieces read so far: the nodes that are finished, and what is open, outermost first. */
class Reading {
	readonly #root: Node[] = [];
	#open: Frame[] = [];

	/**
	 * Reads one run of equal marks. It closes what it fits; else it opens what is not open yet; else
	 * it closes all, and what is left of it opens; else it is text.
	 */
	read(marks: string, run: Run, at: number): void {
		const mark = marks.charAt(0);
		const { opens, closes } = flanks(mark, run);
		const mine = closes ? this.#open.filter((f) => f.mark === mark && f.run !== at) : [];
		const all = mine.reduce((sum, { weight }) => sum + size[weight], 0);
		const fitting = mine.find(({ weight }) => size[weight] === marks.length);
		const fresh = opened.get(marks.length);

		if (fitting) this.#close(fitting);
		else if (opens && fresh && !mine.some(({ weight }) => fresh.includes(weight)))
			this.#start(fresh, mark, at);
		else if (all > 0 && marks.length >= all) {
			for (const frame of mine.reverse()) this.#close(frame);
			this.#rest(mark.repeat(marks.length - all), opens, at);
		} else this.add({ type: 'text', text: marks });
	}

	#rest(marks: string, opens: boolean, at: number): void {
		const weights = opened.get(marks.length);
		if (opens && weights) this.#start(weights, marks.charAt(0), at);
		else if (marks !== '') this.add({ type: 'text', text: marks });
	}

	/** Opens anew: what was open of the same weight has found no end, and is text. */
	#start(weights: readonly Weight[], mark: string, run: number): void {
		for (const frame of this.#open.filter((f) => f.mark === mark && weights.includes(f.weight)))
			this.#spill(frame);
		for (const weight of weights) this.#open.push({ weight, mark, run, children: [] });
	}

	#close(frame: Frame): void {
		const inner = this.#open[this.#open.indexOf(frame) + 1];
		// `***a** b*`: of two opened by one run, the first to close is the inner one.
		if (inner?.run === frame.run && inner.mark === frame.mark && frame.children.length === 0) {
			const swapped = [
				{ ...frame, weight: inner.weight },
				{ ...inner, weight: frame.weight }
			] as const;
			this.#open.splice(this.#open.indexOf(frame), 2, ...swapped);
			return this.#close(swapped[1]);
		}
		for (let top = this.#open.at(-1); top && top !== frame; top = this.#open.at(-1))
			this.#spill(top);
		this.#open.pop();
		this.add(weighted(frame.weight, frame.children));
	}

	/** Gives up a frame: its marks are text, and its children its parent’s. */
	#spill(frame: Frame): void {
		const at = this.#open.indexOf(frame);
		const parent = this.#open[at - 1]?.children ?? this.#root;
		append(parent, { type: 'text', text: frame.mark.repeat(size[frame.weight]) });
		for (const child of frame.children) append(parent, child);
		this.#open.splice(at, 1);
	}

	add(node: Node): void {
		append(this.#open.at(-1)?.children ?? this.#root, node);
	}

	end(): readonly Inline[] {
		for (const frame of this.#open.toReversed()) this.#spill(frame);
		return this.#root;
	}
}

/** The node of a closed frame, in normal form. */
function weighted(weight: Weight, children: readonly Node[]): Node {
	const bare = without(weight, children);
	const [only, ...others] = bare;
	return weight === 'emphasis' && only?.type === 'strong' && others.length === 0
		? { type: 'strong', children: [{ type: 'emphasis', children: only.children }] }
		: { type: weight, children: bare };
}

/** The nodes with what is of this weight among them replaced by its children. */
function without(weight: Weight, nodes: readonly Node[]): Node[] {
	const bare: Node[] = [];
	for (const node of nodes) {
		if (node.type === weight) for (const child of node.children) append(bare, child);
		else if (node.type === 'emphasis' || node.type === 'strong')
			append(bare, { type: node.type, children: without(weight, node.children) });
		else append(bare, node);
	}
	return bare;
}

/** Adds a node, joining text to text, emphasis to emphasis and strong to strong. */
function append(to: Node[], node: Node): void {
	const last = to.at(-1);
	if (last?.type === 'text' && node.type === 'text')
		to[to.length - 1] = { type: 'text', text: last.text + node.text };
	else if (
		(last?.type === 'emphasis' && node.type === 'emphasis') ||
		(last?.type === 'strong' && node.type === 'strong')
	)
		for (const child of node.children) append(last.children, child);
	else to.push(node);
}
