/** Groups the sentences that are decoded at the same time. */

export interface BatchLimits {
	readonly rows: number;
	/**
	 * Rows times the longest row’s tokens: the memory of the decoder grows with it. A larger batch is
	 * split.
	 */
	readonly tokens: number;
	/** Rows of the first batch: fewer where its answers should come sooner. */
	readonly firstRows: number;
}

/**
 * Returns the indices of `lengths` in batches, each index exactly once. The first batch holds the
 * first sentences, so that their answers come first. The others are grouped by length, so that none
 * waits for a longer one, in the order of their first sentence.
 */
export function batches(
	lengths: readonly number[],
	limits: BatchLimits
): readonly (readonly number[])[] {
	const order = [...lengths.keys()];
	const [first = []] = filled(lengths, { ...limits, rows: limits.firstRows }, order);
	const left = order.slice(first.length);
	left.sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b);
	const others = filled(lengths, limits, left).map((batch) => batch.toSorted((a, b) => a - b));
	others.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
	return first.length > 0 ? [first, ...others] : [];
}

/**
 * Fills batches in the given order. A sentence that exceeds the limit alone gets a batch of its
 * own.
 */
function filled(
	lengths: readonly number[],
	{ rows, tokens }: Pick<BatchLimits, 'rows' | 'tokens'>,
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
