/** Returns a function that computes its value at the first call and keeps it. */
export function lazily<T>(compute: () => T): () => T {
	let kept: { readonly value: T } | null = null;
	return () => (kept ??= { value: compute() }).value;
}
