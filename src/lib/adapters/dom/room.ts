/** Room for a translation that is still to come, kept when it has, so that nothing below it moves. */

/** Translations are a little longer than what they translate, or a little shorter. */
const slack = 1.1;

export interface Room {
	/** Gives what stands in the row now a little more than its height. Gives the way to keep it. */
	reserve(row: string, text: HTMLElement): () => void;
	/** Another width, another layout: what was kept is no longer right. */
	letGo(): void;
}

export function keepRoom(): Room {
	const kept = new Set<string>();
	const textOf = (row: string) => document.querySelector<HTMLElement>(`#p-${row} > .t`);
	return {
		reserve(row, text) {
			const height = `${Math.ceil(text.offsetHeight * slack)}px`;
			text.style.minHeight = height;
			return () => {
				const next = textOf(row);
				// With nothing to show in its place, the room is no longer needed.
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
