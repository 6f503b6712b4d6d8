/**
 * Returns a function that calls `use` with a part of the page, which loads at the first call. Calls
 * made meanwhile keep their order. Where the part does not load they are dropped, and the next call
 * loads it again.
 *
 * @param load returns null where the part does not load; never rejects
 */
export function lateCall<Part, Argument>(
	load: () => Promise<Part | null>,
	use: (part: Part, argument: Argument) => void
): (argument: Argument) => void {
	let part: Part | null = null;
	let loading: Promise<Part | null> | null = null;
	return (argument) => {
		if (part) return use(part, argument);
		loading ??= load();
		void loading.then((loaded) => {
			part = loaded;
			loading = null;
			if (loaded) use(loaded, argument);
		});
	};
}
