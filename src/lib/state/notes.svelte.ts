/** Footnotes that open in the row that refers to them. */
import type OpenNote from '$lib/ui/reading/OpenNote.svelte';
import type { PageRow, ReadingPage } from '$lib/ui/reading/page';

/** The footnote that is open, and the row it opened in. */
export interface OpenedNote {
	readonly row: string;
	readonly marker: string;
	readonly item: PageRow;
	/** What opened it: it hangs below, and the focus goes back there. */
	readonly opener: HTMLElement | null;
}

export class Notes {
	open = $state.raw<OpenedNote | null>(null);
	/** What shows it, once one was opened. */
	View = $state.raw<typeof OpenNote | null>(null);
	readonly #page: () => ReadingPage;
	readonly #load: () => Promise<typeof OpenNote | null>;

	/** @param load brings the view; null where it does not come */
	constructor(page: () => ReadingPage, load: () => Promise<typeof OpenNote | null>) {
		this.#page = page;
		this.#load = load;
	}

	/** Opens a footnote in the row that refers to it, or closes it; false where there is none. */
	toggle({ id }: PageRow, marker: string, opener: HTMLElement | null): boolean {
		if (this.open?.row === id && this.open.marker === marker) return this.close();
		const item = this.#page().notes.find(
			({ row: { shape } }) => shape.kind === 'footnote' && shape.marker === marker
		);
		if (!item) return false;
		this.open = { row: id, marker, item, opener };
		void this.#load().then((view) => (this.View = view));
		return true;
	}

	/** False where none is open. */
	close(): boolean {
		const { open } = this;
		this.open = null;
		open?.opener?.focus();
		return open !== null;
	}
}

/** From a footnote to the place that refers to it; false where that is not shown. */
export function goToReference(root: Element | null, marker: string): boolean {
	const all = root?.querySelectorAll<HTMLElement>('.row:not(.footnote) [data-marker]') ?? [];
	const reference = [...all].find(
		(link) => link.dataset.marker === marker && link.getClientRects().length > 0
	);
	reference?.scrollIntoView({ block: 'center' });
	reference?.focus({ preventScroll: true });
	return Boolean(reference);
}
