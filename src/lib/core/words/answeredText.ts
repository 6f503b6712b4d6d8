import type { AnsweredRange } from './answer';

/** What may stand between words that are shown as one: `oil-`, `workers`. */
const close = /^[\s\-‐‑]*$/;

/** Returns ranges of a text as one, which hold everything between them; null for none. */
export function extentOfRanges(ranges: readonly AnsweredRange[]): AnsweredRange | null {
	if (ranges.length === 0) return null;
	return {
		from: Math.min(...ranges.map(({ from }) => from)),
		to: Math.max(...ranges.map(({ to }) => to))
	};
}

/** Returns the words of ranges, given in their order, with an ellipsis where others are left out. */
export const answeredText = (text: string, ranges: readonly AnsweredRange[]): string =>
	ranges
		.map(({ from, to }, at) => {
			const before = ranges[at - 1];
			const between = before ? text.slice(before.to, from) : '';
			return (before && !close.test(between) ? ' … ' : between) + text.slice(from, to);
		})
		.join('')
		.replace(/\s+/g, ' ');
