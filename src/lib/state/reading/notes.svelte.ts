/** Footnotes that open in the row that refers to them. */
import type { Component } from 'svelte';
import type { PageRow, ReadingPage } from './page';
import type { Phrases } from './phrases';

/** The footnote that is open, and the row it opened in. */
export interface OpenedNote {
	readonly row: string;
	readonly marker: string;
	readonly item: PageRow;
	/** The element that opened the note: the note is placed below it, and the focus returns to it. */
	readonly opener: HTMLElement | null;
}

/** The component that shows it. */
export type NoteView = Component<{
	note: OpenedNote;
	langs: { readonly original: string; readonly translation: string };
	notes: ReadonlyMap<string, string>;
	phrases: Phrases;
}>;

export class Notes {
	open = $state.raw<OpenedNote | null>(null);
	/** The component that shows notes, once a note has been opened. */
	View = $state.raw<NoteView | null>(null);
	readonly #page: () => ReadingPage;
	readonly #load: () => Promise<NoteView | null>;

	/** @param load loads the component; null where it does not load */
	constructor(page: () => ReadingPage, load: () => Promise<NoteView | null>) {
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

	/** Closes the open note; returns false where none is open. */
	close(): boolean {
		const { open } = this;
		this.open = null;
		open?.opener?.focus();
		return open !== null;
	}
}
