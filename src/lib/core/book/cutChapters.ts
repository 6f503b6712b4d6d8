/**
 * Decides where chapters begin: by the contents; in a book without them, by its headings. An entry
 * of the contents that has text of its own keeps the entries below it as headings; one that only
 * holds others is a part, and those are chapters.
 */
import type { ContentsEntry, FlowBlock } from './flow';
import { flowWords } from './flowWords';
import { titleBlocks } from './chapterTitle';

/** A chapter’s place in the flow: its blocks are `from` up to the next chapter’s `from`. */
export interface Cut {
	readonly title: string;
	/** From 1. */
	readonly level: number;
	readonly from: number;
	/** Number of blocks at `from` whose words are the title. */
	readonly titled: number;
}

interface Node {
	readonly title: string;
	readonly from: number;
	readonly children: Node[];
}

export interface Cuts {
	readonly chapters: readonly Cut[];
	/** Levels of headings that the contents name, by the number of their block. */
	readonly levels: ReadonlyMap<number, number>;
}

/** An entry with fewer words before its first entry holds entries and no text. */
const maxOwnWords = 200;
/** Entries with fewer words on average are sections of a chapter. */
const minChapterWords = { second: 300, deeper: 1000 };

/** Returns the chapters in order. Law: every block belongs to exactly one. */
export function cutChapters(
	blocks: readonly FlowBlock[],
	contents: readonly ContentsEntry[]
): Cuts {
	const tree = treeOf(placed(blocks, contents));
	const cutting = new Cutting(blocks);
	if (tree.length + tree.reduce((sum, { children }) => sum + children.length, 0) >= 2)
		cutting.cut(tree, 1, blocks.length);
	else cutting.cut(treeOf(headings(blocks)), 1, blocks.length);
	return { chapters: cutting.whole(), levels: cutting.levels };
}

interface Place {
	readonly title: string;
	readonly level: number;
	readonly from: number;
}

/** Finds the entries’ blocks. A part’s entry that leads nowhere begins where its first entry does. */
function placed(blocks: readonly FlowBlock[], contents: readonly ContentsEntry[]): Place[] {
	const at = new Map<string, number>();
	for (const [index, { anchors }] of blocks.entries())
		for (const anchor of anchors) if (!at.has(anchor)) at.set(anchor, index);
	const found: Place[] = [];
	let next: { from: number; level: number } | null = null;
	for (const { title, level, target } of contents.toReversed()) {
		const own = target === null ? undefined : (at.get(target) ?? at.get(withoutFragment(target)));
		const from: number | undefined = own ?? (next && next.level > level ? next.from : undefined);
		if (from === undefined || title === '') continue;
		found.push({ title, level, from });
		next = { from, level };
	}
	// Contents that are not in the order of the text are put in it.
	return found.reverse().sort((a, b) => a.from - b.from);
}

const withoutFragment = (target: string): string => target.replace(/#.*$/, '');

/** In a book without contents: the headings down to the first level that occurs more than once. */
function headings(blocks: readonly FlowBlock[]): Place[] {
	const found = blocks.flatMap(({ shape, inline, reason }, from) =>
		shape.kind === 'heading' && reason === null
			? [{ title: flowWords(inline), level: shape.level, from }]
			: []
	);
	const levels = [...new Set(found.map(({ level }) => level))].sort((a, b) => a - b);
	const several = levels.find((level) => found.filter((one) => one.level === level).length > 1);
	if (several === undefined) return [];
	const chapters = found.filter(({ level }) => level <= several);
	// A single heading above all chapters is the book’s title.
	const first = chapters[0];
	return first &&
		first.level < several &&
		chapters.filter(({ level }) => level < several).length === 1
		? chapters.slice(1)
		: chapters;
}

function treeOf(places: readonly Place[]): Node[] {
	const root: Node[] = [];
	const open: { level: number; node: Node }[] = [];
	for (const { title, level, from } of places) {
		while ((open.at(-1)?.level ?? 0) >= level) open.pop();
		const node = { title, from, children: [] };
		(open.at(-1)?.node.children ?? root).push(node);
		open.push({ level, node });
	}
	return root;
}

class Cutting {
	readonly levels = new Map<number, number>();
	readonly #blocks: readonly FlowBlock[];
	readonly #cuts: Cut[] = [];
	/** Number of words before each block; counted where entries hold others. */
	#words: readonly number[] | null = null;

	constructor(blocks: readonly FlowBlock[]) {
		this.#blocks = blocks;
	}

	cut(nodes: readonly Node[], level: number, end: number): void {
		for (const [at, node] of nodes.entries()) {
			const to = nodes[at + 1]?.from ?? end;
			const cut = this.#cutOf(node, level, to);
			this.#cuts.push(cut);
			if (this.#isPart(node, level, to)) this.cut(below(node, cut), level + 1, to);
			else this.#keep(node.children, 2);
		}
	}

	/** Returns all cuts; what stands before the first has no title. */
	whole(): readonly Cut[] {
		const first = this.#cuts[0]?.from ?? Infinity;
		return first > 0 && this.#blocks.length > 0
			? [{ title: '', level: 1, from: 0, titled: 0 }, ...this.#cuts]
			: this.#cuts;
	}

	#cutOf({ title, from, children }: Node, level: number, end: number): Cut {
		const [first] = children;
		const to = first && first.from > from ? first.from : end;
		return { title, level, from, titled: titleBlocks(this.#blocks, from, to, title) };
	}

	#isPart(node: Node, level: number, to: number): boolean {
		const [first] = node.children;
		if (!first || this.#between(node.from, first.from) > maxOwnWords) return false;
		const least = level === 1 ? minChapterWords.second : minChapterWords.deeper;
		return this.#between(first.from, to) >= least * node.children.length;
	}

	/** Keeps entries as headings within a chapter. */
	#keep(nodes: readonly Node[], level: number): void {
		for (const { from, children } of nodes) {
			if (this.#blocks[from]?.shape.kind === 'heading') this.levels.set(from, level);
			this.#keep(children, level + 1);
		}
	}

	#between(from: number, to: number): number {
		this.#words ??= wordsBefore(this.#blocks);
		return (this.#words[to] ?? 0) - (this.#words[from] ?? 0);
	}
}

function wordsBefore(blocks: readonly FlowBlock[]): readonly number[] {
	let sum = 0;
	return [0, ...blocks.map(({ inline }) => (sum += wordsIn(inline)))];
}

/** Returns a part’s entries. The first may lead to the part’s own heading: it begins after that. */
const below = ({ from, children }: Node, { titled }: Cut): readonly Node[] =>
	children.map((child) => (child.from === from ? { ...child, from: from + titled } : child));

const wordsIn = (inline: FlowBlock['inline']): number =>
	flowWords(inline).match(/[^\s]*[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
