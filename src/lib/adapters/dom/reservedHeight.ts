/** Reserves height for a translation that is still to come, so that nothing below it moves. */

/** Reserved height as a multiple of the source’s: a translation may be a little longer. */
const slack = 1.1;

export interface ReservedHeight {
	/**
	 * Reserves a little more than the row’s current height. Returns a function that gives that height
	 * to the new text.
	 */
	reserve(row: string, text: HTMLElement): () => void;
	/** Forgets the heights after a change of width or layout, when they are no longer right. */
	letGo(): void;
}

export function createReservedHeight(): ReservedHeight {
	const kept = new Set<string>();
	const textOf = (row: string) => document.querySelector<HTMLElement>(`#p-${row} > .t`);
	return {
		reserve(row, text) {
			const height = `${Math.ceil(text.offsetHeight * slack)}px`;
			text.style.minHeight = height;
			return () => {
				const next = textOf(row);
				// Without a text to show, no height is needed.
				if (!next || next.dataset.origin === 'none') return;
				next.style.minHeight = height;
				kept.add(row);
			};
		},
		letGo() {
			for (const row of kept) textOf(row)?.style.removeProperty('min-height');
			kept.clear();
		}
	};
}
