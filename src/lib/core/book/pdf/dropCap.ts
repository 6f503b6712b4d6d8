/** Puts a drop cap at the beginning of the first line beside it. */
import type { Span } from './spans';

/** Least size of a drop cap beside the letters next to it. */
const minSize = 1.8;
/** Most letters that are set as a drop cap, with their quotation mark. */
const maxLetters = 3;

/** The caps become letters of their line’s size, and the lines beside them begin where others do. */
export function withDropCaps(spans: readonly Span[]): readonly Span[] {
	const caps = spans.filter(isCap);
	if (caps.length === 0 || caps.length > maxCaps) return spans;
	let result = spans;
	for (const cap of caps) result = lowered(result, cap);
	return result;
}

/** Most drop caps on a page; a page with more has large letters for another reason. */
const maxCaps = 6;

const isCap = ({ text, size }: Span): boolean =>
	text.length <= maxLetters && size > 16 && /^["“”«»‘’–—]?\s?\p{Lu}['’]?$/u.test(text);

function lowered(spans: readonly Span[], cap: Span): readonly Span[] {
	const beside = spans.filter((span) => isBeside(span, cap));
	const first = beside.reduce<Span | null>(
		(top, span) => (!top || span.y < top.y ? span : top),
		null
	);
	if (!first || first.size * minSize > cap.size) return spans;
	const line = beside.filter(({ y }) => Math.abs(y - first.y) < 1);
	const start = line.reduce((left, span) => (span.x0 < left.x0 ? span : left));
	const shift = new Set(beside.filter((span) => isLeftmost(span, beside)));
	return spans.flatMap((span) => {
		if (span === cap) return [];
		if (span === start)
			return [{ ...span, text: cap.text + (span.spaced ? ' ' : '') + span.text, x0: cap.x0 }];
		return [shift.has(span) ? { ...span, x0: cap.x0 } : span];
	});
}

/** Returns whether a span stands to the right of a cap, within its height. */
const isBeside = (span: Span, cap: Span): boolean =>
	span.size < cap.size / minSize &&
	span.x0 >= cap.x1 - 2 &&
	span.x0 < cap.x1 + cap.size * 12 &&
	span.y <= cap.y + 2 &&
	span.y > cap.y - cap.size * 0.9;

const isLeftmost = (span: Span, beside: readonly Span[]): boolean =>
	beside.every((other) => Math.abs(other.y - span.y) >= 1 || other.x0 >= span.x0);
