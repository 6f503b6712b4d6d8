/** The boxes around the marks and names of a drawing, for tests that no two of them overlap. */
import type { Drawing, Lettering, MapMark } from './drawing';
import { lineHeight, linesOf, markRadius, placing, type TextAnchor } from './lettering';

export interface Box {
	readonly of: string;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** How far letters reach above and below their baseline, in ems. */
const [ascent, descent] = [0.74, 0.22];

/**
 * `size`: of the letters, in kilometres; `all`: with the names in the other languages; `stretch`: how
 * much wider than ours the letters of a stand-in are.
 */
export interface Letters {
	readonly size: number;
	readonly all: boolean;
	readonly stretch: number;
}

export function boxes({ marks, lettering }: Drawing, letters: Letters): readonly Box[] {
	return [
		...marks.flatMap((mark) => [markBox(mark, letters), nameBox(mark, letters)]),
		...lettering.flatMap((label) => lineBoxes(label, letters))
	];
}

const markBox = ({ id, at: [x, y] }: MapMark, { size }: Letters): Box => {
	const reach = markRadius * size;
	return {
		of: `${id} (mark)`,
		left: x - reach,
		right: x + reach,
		top: y - reach,
		bottom: y + reach
	};
};

function nameBox({ name, at: [x, y], side }: MapMark, letters: Letters): Box {
	const { size, all } = letters;
	const { anchor, dx, dy } = placing[side];
	const others = all ? name.others.map(({ text }) => ` ${text}`) : [];
	return textBox([name.text, ...others].join(''), x + dx * size, y + dy * size, anchor, letters);
}

/** Returns the boxes of the lines: the first at the middle of `at`, the others below it. */
function lineBoxes({ name, at: [x, y] }: Lettering, letters: Letters): readonly Box[] {
	const { size, all } = letters;
	const lines = linesOf(name).filter(({ lang }) => all || lang === undefined);
	return lines.map(({ text }, nth) =>
		textBox(text, x, y + nth * lineHeight * size, 'middle', letters)
	);
}

function textBox(
	text: string,
	x: number,
	foot: number,
	anchor: TextAnchor,
	{ size, stretch }: Letters
): Box {
	const width = widthOf(text) * stretch * size;
	const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
	return {
		of: text,
		left,
		right: left + width,
		top: foot - ascent * size,
		bottom: foot + descent * size
	};
}

/** Returns a width in ems, never less than the text takes in Source Sans 3 at weight 600. */
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
