/**
 * Where the names of a map stand, in ems of their own size: a map is drawn with letters that are
 * larger, in kilometres, the smaller it is. A test holds every name to keep clear of the others.
 */
import type { Lang } from '../text/article';
import type { Drawing, Lettering, Mark, Name } from './drawing';
import type { Side } from './sketch';

export type Anchor = 'start' | 'middle' | 'end';

/** From the middle of a mark to the foot of its name. */
export const placing: Readonly<Record<Side, { anchor: Anchor; dx: number; dy: number }>> = {
	east: { anchor: 'start', dx: 0.5, dy: 0.34 },
	west: { anchor: 'end', dx: -0.5, dy: 0.34 },
	north: { anchor: 'middle', dx: 0, dy: -0.5 },
	south: { anchor: 'middle', dx: 0, dy: 1.15 }
};

export const lineHeight = 1.05;
/** The half of a mark’s width. */
export const markRadius = 0.28;

/** A line of the name of a water or a neighbour, and its language where that is another. */
export interface Line {
	readonly text: string;
	readonly lang: Lang | undefined;
}

/** On a small map there is room for a word a line; where the other languages stand there is more. */
export const linesOf = ({ text, others }: Name): readonly Line[] => [
	...text.split(' ').map((word) => ({ text: word, lang: undefined })),
	...others
];

export interface Box {
	readonly of: string;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** How far letters reach above and below the line that they stand on. */
const [ascent, descent] = [0.74, 0.22];

/** `size`: of the letters, in kilometres; `all`: with the names in the other languages. */
export function boxes(
	{ marks, lettering }: Drawing,
	{ size, all }: { readonly size: number; readonly all: boolean }
): readonly Box[] {
	return [
		...marks.flatMap((mark) => [markBox(mark, size), nameBox(mark, size, all)]),
		...lettering.flatMap((letters) => lineBoxes(letters, size, all))
	];
}

const markBox = ({ id, at: [x, y] }: Mark, size: number): Box => {
	const reach = markRadius * size;
	return {
		of: `${id} (mark)`,
		left: x - reach,
		right: x + reach,
		top: y - reach,
		bottom: y + reach
	};
};

function nameBox({ name, at: [x, y], side }: Mark, size: number, all: boolean): Box {
	const { anchor, dx, dy } = placing[side];
	const others = all ? name.others.map(({ text }) => ` ${text}`) : [];
	return textBox([name.text, ...others].join(''), x + dx * size, y + dy * size, anchor, size);
}

/** The first line stands at the middle of `at`, the others below it. */
function lineBoxes({ name, at: [x, y] }: Lettering, size: number, all: boolean): readonly Box[] {
	const lines = linesOf(name).filter(({ lang }) => all || lang === undefined);
	return lines.map(({ text }, nth) =>
		textBox(text, x, y + nth * lineHeight * size, 'middle', size)
	);
}

function textBox(text: string, x: number, foot: number, anchor: Anchor, size: number): Box {
	const width = widthOf(text) * size;
	const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
	return {
		of: text,
		left,
		right: left + width,
		top: foot - ascent * size,
		bottom: foot + descent * size
	};
}

/** In ems, never less than what Source Sans 3 takes at weight 600. */
const widthOf = (text: string): number =>
	[...text].reduce((sum, letter) => sum + (widths.find(([of]) => of.test(letter))?.[1] ?? 0.55), 0);

const widths = [
	[/[fijlrt' -]/, 0.35],
	[/[mwMW]/, 0.85],
	[/\p{Lu}/u, 0.66]
] as const;

export const overlap = (one: Box, other: Box): boolean =>
	one.left < other.right &&
	other.left < one.right &&
	one.top < other.bottom &&
	other.top < one.bottom;
