/**
 * Rows as a reader sees them: items beside each other. At the level of sentences a row is a link;
 * at the level of paragraphs it is the links that hold paragraphs together. Rows are in document
 * order, and cover every item of both sides once.
 */
import type { AlignText } from '../align/align';
import { run } from '../align/bead';
import type { Link } from './draft';

export const sides = ['source', 'target'] as const;
export type SideName = (typeof sides)[number];
export const otherSide = (side: SideName): SideName => (side === 'source' ? 'target' : 'source');

export type Level = 'sentences' | 'paragraphs';

/** Items of both sides, by number; an omission has one item and an empty side. */
export type ItemPair = Readonly<Record<SideName, readonly number[]>>;

export interface LinkRow extends ItemPair {
	/** The row consists of the links from `from` to `to`. */
	readonly from: number;
	readonly to: number;
	/** The lowest confidence of its links with two sides; 1 if all of them are fixed. */
	readonly confidence: number;
	readonly fixed: boolean;
	/** True if the reader drops it: text of the translation that answers nothing. */
	readonly dropped?: true;
}

/** The first sentence of each paragraph that has one, and after the last the number of sentences. */
export type Starts = readonly number[];
export type RowShape = Readonly<Record<SideName, Starts>>;

export const isOmission = ({ source, target }: ItemPair): boolean =>
	source.length === 0 || target.length === 0;

export const areSame = (one: ItemPair, other: ItemPair): boolean =>
	sides.every(
		(side) =>
			one[side].length === other[side].length &&
			one[side].every((item, at) => item === other[side][at])
	);

export const shapeOf = (source: AlignText, target: AlignText): RowShape => ({
	source: starts(source),
	target: starts(target)
});

function starts({ paragraphs }: AlignText): Starts {
	const found: number[] = [];
	let at = 0;
	for (const { length } of paragraphs) {
		if (length > 0) found.push(at);
		at += length;
	}
	return [...found, at];
}

export const rowsOf = (
	links: readonly Link[],
	level: Level,
	shape: RowShape
): readonly LinkRow[] =>
	level === 'sentences'
		? links.map((link, at) => ({ ...link, from: at, to: at + 1 }))
		: paragraphRows(links, shape);

/** Cuts rows of paragraphs: where a paragraph ends on each side and no link crosses. */
function paragraphRows(links: readonly Link[], shape: RowShape): readonly LinkRow[] {
	const number = { source: numbers(shape.source), target: numbers(shape.target) };
	const rows: LinkRow[] = [];
	const from = { link: 0, source: 0, target: 0 };
	for (const [at, end] of ends(links).entries()) {
		const [source, target] = [number.source.get(end.source), number.target.get(end.target)];
		if (source === undefined || target === undefined) continue;
		rows.push({
			source: run(from.source, source - from.source),
			target: run(from.target, target - from.target),
			from: from.link,
			to: at + 1,
			...standing(links.slice(from.link, at + 1))
		});
		Object.assign(from, { link: at + 1, source, target });
	}
	return rows;
}

/** Returns the number of the paragraph that begins at a sentence. */
const numbers = (starts: Starts): ReadonlyMap<number, number> =>
	new Map(starts.map((sentence, at) => [sentence, at]));

/** Returns how many sentences of each side precede the end of each link. */
function ends(links: readonly ItemPair[]): readonly Readonly<Record<SideName, number>>[] {
	const end = { source: 0, target: 0 };
	return links.map((link) => {
		end.source += link.source.length;
		end.target += link.target.length;
		return { ...end };
	});
}

/** Returns how sure a row is. Omissions within linked paragraphs do not count. */
function standing(links: readonly Link[]): Pick<LinkRow, 'confidence' | 'fixed' | 'dropped'> {
	const linked = links.filter((link) => !isOmission(link));
	const telling = linked.length > 0 ? linked : links;
	return {
		confidence: Math.min(...telling.map(({ confidence }) => confidence)),
		fixed: telling.every(({ fixed }) => fixed),
		...(telling.every(({ dropped }) => dropped) && { dropped: true })
	};
}

/** Returns the row with an item, by number; -1 if there is none. */
export const rowWith = (rows: readonly ItemPair[], side: SideName, item: number): number => {
	let [low, high] = [0, rows.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((lastAt(rows, side, middle) ?? -1) < item) low = middle + 1;
		else high = middle;
	}
	return low < rows.length && item >= 0 ? low : -1;
};

/** Returns the last item of a side up to and including a row. */
function lastAt(rows: readonly ItemPair[], side: SideName, at: number): number | undefined {
	for (let row = at; row >= 0; row--) {
		const items = rows[row]?.[side];
		if (items && items.length > 0) return items.at(-1);
	}
	return undefined;
}
