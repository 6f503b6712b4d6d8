/** The sentence of the other side that answers the one of a word. */
import { rangeInText, type RowText } from '$lib/compose/words';
import type { AnsweredRange } from '$lib/core/words/answer';

/** A part of the sentence, as it stands in one of its row’s texts. */
export interface SentencePart extends Omit<RowText, 'text'> {
	/** Where it begins in that text, in UTF-16 units. */
	readonly start: number;
	readonly text: string;
}

/** Several parts are read with a space between them. */
const between = ' ';

/** Returns the sentence as one text. */
export const textOfParts = (parts: readonly SentencePart[]): string =>
	parts.map(({ text }) => text).join(between);

/** Returns where ranges of `textOfParts` are in the document; one over two parts is cut. */
export function rangesInParts(
	parts: readonly SentencePart[],
	ranges: readonly AnsweredRange[]
): readonly Range[] {
	let before = 0;
	return parts.flatMap((part) => {
		const { start, text } = part;
		const begin = before;
		before += text.length + between.length;
		return ranges.flatMap(({ from, to }) => {
			const [first, last] = [Math.max(from - begin, 0), Math.min(to - begin, text.length)];
			return (first < last && rangeInText(part, start + first, start + last)) || [];
		});
	});
}
