/** Which sentences are decoded at the same time. */

export interface BatchLimits {
	readonly rows: number;
	/** Rows times the longest of them: what the decoder keeps grows with it. */
	readonly tokens: number;
}

/**
 * Indices of `lengths`, each in exactly one batch. The first batch is of the first, so that they
 * come first; the others are of equal length as far as can be, so that none waits for another, in
 * the order of the first of each.
 */
export function batches(
	lengths: readonly number[],
	limits: BatchLimits
): readonly (readonly number[])[] {
	const [first = [], ...rest] = filled(lengths, limits, [...lengths.keys()]);
	const left = rest.flat().sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b);
	const others = filled(lengths, limits, left).map((batch) => batch.toSorted((a, b) => a - b));
	others.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
	return first.length > 0 ? [first, ...others] : [];
}

/** Batches filled up in the order given. One that is too long by itself has a batch to itself. */
function filled(
	lengths: readonly number[],
	{ rows, tokens }: BatchLimits,
	order: readonly number[]
): readonly (readonly number[])[] {
	const batches: number[][] = [];
	let longest = 0;
	for (const index of order) {
		const last = batches.at(-1);
		longest = Math.max(longest, lengths[index] ?? 0);
		if (last && last.length < rows && (last.length + 1) * longest <= tokens) last.push(index);
		else {
			batches.push([index]);
			longest = lengths[index] ?? 0;
		}
	}
	return batches;
}
