/** Cuts a sentence that is too long for the model into shorter parts. */

/**
 * Cuts a text into parts. Lossless: `parts(text, …).join('') === text`. Every part is at most
 * `most` long, as measured by `lengthOf`, or a single character. Cuts near the middle: after a
 * semicolon, colon, comma or dash if possible, else between words, else between characters.
 */
export function parts(
	text: string,
	lengthOf: (text: string) => number,
	most: number
): readonly string[] {
	const characters = [...text];
	if (characters.length < 2 || lengthOf(text) <= most) return [text];
	const at = cut(text) ?? characters.slice(0, characters.length >> 1).join('').length;
	return [...parts(text.slice(0, at), lengthOf, most), ...parts(text.slice(at), lengthOf, most)];
}

/**
 * Patterns of places to cut, the best first. Each matches the space after which a part may begin.
 */
const boundaries = [/(?<=[;:,–—])\s+/gu, /\s+/gu];

/** Returns the boundary nearest to the middle, of the best kind that has one near it. */
function cut(text: string): number | null {
	const middle = text.length / 2;
	for (const boundary of boundaries) {
		const ends = [...text.matchAll(boundary)]
			.map((match) => match.index + match[0].length)
			.filter((end) => end > text.length / 5 && end < text.length - text.length / 5);
		const nearest = ends.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
		if (nearest !== undefined) return nearest;
	}
	return null;
}
