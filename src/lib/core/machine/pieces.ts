/**
 * A sentence longer than machines take, cut where a speaker would draw breath. Lossless:
 * `pieces(text).join('') === text`.
 */

/**
 * In UTF-16 units, some 150 words. OPUS-MT takes 512 tokens, of two letters or more on average, and
 * gets lost long before that; a sentence of prose is rarely half as long.
 */
export const maxPieceLength = 900;

/** Best first: where a clause ends, where words end. */
const breaks = [/[;:.!?…]\s/g, /[,)–—]\s/g, /\s/g];

/** One for a sentence of usual length; none is longer than `maxPieceLength`. */
export function pieces(sentence: string): readonly string[] {
	const cut: string[] = [];
	let rest = sentence;
	while (rest.length > maxPieceLength) {
		const end = breath(rest);
		cut.push(rest.slice(0, end));
		rest = rest.slice(end);
	}
	return [...cut, rest];
}

/** Where the first piece ends: as late as can be, and not in its first half but for want of else. */
function breath(text: string): number {
	const head = text.slice(0, maxPieceLength);
	for (const mark of breaks) {
		const last = [...head.matchAll(mark)].at(-1);
		if (last && last.index > maxPieceLength / 2) return last.index + last[0].length;
	}
	// No half of a character that takes two units.
	return /[\ud800-\udbff]$/.test(head) ? maxPieceLength - 1 : maxPieceLength;
}
