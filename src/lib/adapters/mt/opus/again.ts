/** How a second try differs from the first: real models loop, and sometimes say nothing at all. */

/** How many tokens in a row are not said twice. */
const repeated = 3;

/**
 * What a row must not say next: what would make it say three tokens in a row that it has said
 * before, and the end while it has said less than half of its source, of which `sources` are the
 * lengths.
 */
export const barredAgain =
	(sources: readonly number[], end: number) =>
	(row: number, said: readonly number[]): readonly number[] => {
		const isShort = said.length < Math.max(1, Math.floor((sources[row] ?? 0) / 2));
		return isShort ? [end, ...wouldRepeat(said)] : wouldRepeat(said);
	};

/** The tokens that followed wherever the last two were said before. */
function wouldRepeat(said: readonly number[]): readonly number[] {
	const tail = said.slice(said.length - repeated + 1);
	if (tail.length < repeated - 1) return [];
	return said.filter(
		(_, i) => i >= tail.length && tail.every((token, j) => said[i - tail.length + j] === token)
	);
}
