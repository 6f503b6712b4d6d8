/**
 * Finds the meaning of a newline in a file. In some files every line is a paragraph; in others
 * an editor or a mailer has broken the lines at a width, which must be found before they can be
 * joined.
 */
import { endsParagraph, isAddress, startsLower } from './ending';
import type { SourceLine } from './lines';

export type LineLayout =
	/** A newline ends a paragraph. */
	| { readonly kind: 'lines' }
	/** A newline is white space, as in Markdown. */
	| { readonly kind: 'soft' }
	/** A line that goes on ends with a space. */
	| { readonly kind: 'flowed' }
	/** Lines are as full as possible: one with room for the next word ends its paragraph. */
	| { readonly kind: 'greedy'; readonly width: number; readonly hyphens: boolean }
	/**
	 * Lines are of similar length, as in print: one much shorter than usual may end its paragraph.
	 */
	| { readonly kind: 'ragged'; readonly usual: number };

/** Least width of a column, in UTF-16 units. Narrower ones are verse, lists and tables. */
const minWidth = 24;
/** Least share of lines that end inside a sentence in prose broken at a width. */
const minInside = 0.4;
/** Least share of full lines. With fewer, the width is rejected. */
const minFull = 0.7;

type LinePair = readonly [above: SourceLine, below: SourceLine];

export function layoutOf(lines: readonly SourceLine[], markdown: boolean): LineLayout {
	const pairs = pairsOf(lines);
	if (pairs.length === 0) return { kind: markdown ? 'soft' : 'lines' };
	const inside = share(pairs, ([a, b]) => !endsParagraph(a.text) && startsLower(b.text));
	if (inside < minInside) return { kind: markdown ? 'soft' : 'lines' };
	if (share(pairs, ([a]) => a.flows) > 0.6) return { kind: 'flowed' };
	const width = widthOf(lines);
	if (width < minWidth) return { kind: 'soft' };
	const hyphens = pairs.some(([a, b]) => /\p{L}{2}-$/u.test(a.text) && startsLower(b.text));
	const greedy = { kind: 'greedy', width, hyphens } as const;
	if (share(pairs, ([a, b]) => !hasRoom(greedy, a, b)) >= minFull) return greedy;
	return { kind: 'ragged', usual: median(pairs.map(([a]) => a.width)) };
}

const pairsOf = (lines: readonly SourceLine[]): LinePair[] =>
	lines.slice(1).flatMap((below, i) => {
		const above = lines[i];
		return above && !below.apart && above.quoted === below.quoted && !isAddress(below.text)
			? [[above, below] as const]
			: [];
	});

const share = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
	items.filter(holds).length / items.length;

const median = (numbers: readonly number[]): number =>
	[...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/**
 * Returns the width at which the lines were broken: the longest line’s, without a few lines that
 * are far longer than all others (an address, a table).
 */
function widthOf(lines: readonly SourceLine[]): number {
	const widths = lines
		.filter(({ text }) => text.includes(' '))
		.map(({ width }) => width)
		.sort((a, b) => b - a);
	const spare = Math.ceil(widths.length / 100);
	const most = widths[Math.min(spare, widths.length - 1)] ?? 0;
	return widths.find((width) => width <= most * 1.15) ?? 0;
}

/**
 * Returns whether this line had room for the next line’s first word, or for its part before a
 * hyphen.
 */
export function hasRoom(
	{ width, hyphens }: { readonly width: number; readonly hyphens: boolean },
	above: SourceLine,
	below: SourceLine
): boolean {
	const word = firstWord(below.text);
	const part = hyphens ? (/^\S*?\p{L}{2}-(?=\p{L}-?\p{L})/u.exec(word)?.[0] ?? word) : word;
	const space = /\p{L}-$/u.test(above.text) && hyphens ? 0 : 1;
	return above.width + space + part.length <= width;
}

/** Returns the first word. A no-break space does not end it: lines are not broken there. */
function firstWord(text: string): string {
	const end = text.search(/[ \t]/);
	return end < 0 ? text : text.slice(0, end);
}
