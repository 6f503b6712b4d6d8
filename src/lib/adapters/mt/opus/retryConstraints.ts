/** Constrains a retry, since real models sometimes loop or answer nothing at all. */

/** Number of tokens in a row that may not occur twice. */
const repeated = 3;

/**
 * Returns the tokens banned next for a row: any that would repeat three tokens in a row, and the
 * end token until the row is half as long as its source. `sources`: lengths of the sources in
 * tokens.
 */
export const retryBannedTokens =
	(sources: readonly number[], end: number) =>
	(row: number, said: readonly number[]): readonly number[] => {
		const isShort = said.length < Math.max(1, Math.floor((sources[row] ?? 0) / 2));
		return isShort ? [end, ...wouldRepeat(said)] : wouldRepeat(said);
	};

/** Returns the tokens that followed each earlier occurrence of the last two. */
function wouldRepeat(said: readonly number[]): readonly number[] {
	const tail = said.slice(said.length - repeated + 1);
	if (tail.length < repeated - 1) return [];
	return said.filter(
		(_, i) => i >= tail.length && tail.every((token, j) => said[i - tail.length + j] === token)
	);
}
