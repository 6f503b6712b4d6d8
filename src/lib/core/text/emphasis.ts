/**
 * Pairs runs of `*` and `_` into emphasis and strong: CommonMark's marks
 * (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis) with simpler rules. At most
 * one emphasis and one strong are open for each character, so time is linear and depth is
 * bounded; a run is read whole; and `2*3*4` is a product.
 *
 * Laws: an unpaired mark is text; the nodes are in normal form (no two text nodes side by side,
 * no type inside or beside itself, nothing empty, emphasis inside strong where both hold the
 * same).
 */
import type { Inline } from './inlineTree';

/** A run of marks and the text on either side of it (the nearest character is enough). */
export interface DelimiterRun {
	readonly type: 'run';
	readonly marks: string;
	readonly before: string;
	readonly after: string;
}

type Weight = 'emphasis' | 'strong';
type EmphasisNode =
	Exclude<Inline, { type: Weight }> | { readonly type: Weight; readonly children: EmphasisNode[] };

/** An open emphasis or strong. The marks that opened it are in run number `run`. */
interface OpenEmphasis {
	readonly weight: Weight;
	readonly mark: string;
	readonly run: number;
	readonly children: EmphasisNode[];
}

const size = { emphasis: 1, strong: 2 } as const;

/** Weights opened by a number of marks: one mark opens emphasis, two strong, three both. */
const opened = new Map<number, readonly Weight[]>([
	[1, ['emphasis']],
	[2, ['strong']],
	[3, ['strong', 'emphasis']]
]);

export function parseEmphasis(pieces: readonly (Inline | DelimiterRun)[]): readonly Inline[] {
	const reading = new EmphasisParser();
	pieces.forEach((piece, at) => {
		if (piece.type !== 'run') reading.add(piece as EmphasisNode);
		// `**_` is two runs with the same text on either side.
		else for (const [marks] of piece.marks.matchAll(/(.)\1*/g)) reading.read(marks, piece, at);
	});
	return reading.end();
}

/** The source of a pattern for the characters of a word. */
export const wordCharacter = String.raw`[\p{L}\p{M}\p{N}]`;
const wordEnd = new RegExp(`${wordCharacter}$`, 'u');
const wordStart = new RegExp(`^${wordCharacter}`, 'u');

/**
 * Whether marks may open and close here: at words; `_` not inside one, `*` not inside a product.
 */
function flanks(
	mark: string,
	{ before, after }: DelimiterRun
): { opens: boolean; closes: boolean } {
	const inWord = wordEnd.test(before) && wordStart.test(after);
	const figures = Number(/\p{N}$/u.test(before)) + Number(/^\p{N}/u.test(after));
	return {
		opens:
			/^\S/u.test(after) && !(inWord && figures > 0) && !(mark === '_' && wordEnd.test(before)),
		closes: /\S$/u.test(before) && figures < 2 && !(mark === '_' && wordStart.test(after))
	};
}

/** The pieces read so far: finished nodes, and the open frames from the outside in. */
class EmphasisParser {
	readonly #root: EmphasisNode[] = [];
	#open: OpenEmphasis[] = [];

	/**
	 * Reads one run of equal marks. It closes what it fits; otherwise it opens what is not open
	 * yet; otherwise it closes everything, and its remaining marks open; otherwise it is text.
	 */
	read(marks: string, run: DelimiterRun, at: number): void {
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

	/**
	 * Opens new frames. An open frame of the same weight was never closed, so its marks become
	 * text.
	 */
	#start(weights: readonly Weight[], mark: string, run: number): void {
		for (const frame of this.#open.filter((f) => f.mark === mark && weights.includes(f.weight)))
			this.#spill(frame);
		for (const weight of weights) this.#open.push({ weight, mark, run, children: [] });
	}

	#close(frame: OpenEmphasis): void {
		const inner = this.#open[this.#open.indexOf(frame) + 1];
		// In `***a** b*` one run opens two frames: the first to close is the inner one.
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

	/** Gives up a frame: its marks become text, and its children move to its parent. */
	#spill(frame: OpenEmphasis): void {
		const at = this.#open.indexOf(frame);
		const parent = this.#open[at - 1]?.children ?? this.#root;
		append(parent, { type: 'text', text: frame.mark.repeat(size[frame.weight]) });
		for (const child of frame.children) append(parent, child);
		this.#open.splice(at, 1);
	}

	add(node: EmphasisNode): void {
		append(this.#open.at(-1)?.children ?? this.#root, node);
	}

	end(): readonly Inline[] {
		for (const frame of this.#open.toReversed()) this.#spill(frame);
		return this.#root;
	}
}

/** Returns the node of a closed frame, in normal form. */
function weighted(weight: Weight, children: readonly EmphasisNode[]): EmphasisNode {
	const bare = without(weight, children);
	const [only, ...others] = bare;
	return weight === 'emphasis' && only?.type === 'strong' && others.length === 0
		? { type: 'strong', children: [{ type: 'emphasis', children: only.children }] }
		: { type: weight, children: bare };
}

/** Returns the nodes with each node of this weight replaced by its children. */
function without(weight: Weight, nodes: readonly EmphasisNode[]): EmphasisNode[] {
	const bare: EmphasisNode[] = [];
	for (const node of nodes) {
		if (node.type === weight) for (const child of node.children) append(bare, child);
		else if (node.type === 'emphasis' || node.type === 'strong')
			append(bare, { type: node.type, children: without(weight, node.children) });
		else append(bare, node);
	}
	return bare;
}

/** Adds a node, merging text with text, emphasis with emphasis and strong with strong. */
function append(to: EmphasisNode[], node: EmphasisNode): void {
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
