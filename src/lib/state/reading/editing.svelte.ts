/** The editor for the reader’s translation of a row. One row is edited at a time. */
import { tick } from 'svelte';
import type { PageRow } from './page';
import type { RowPart } from './parts';

export interface EditingHost {
	/** Loads the editor and what the reader has saved; null where either does not load. */
	load(): Promise<RowPart | null>;
	/** Returns the row as the page shows it now; null where it is gone. */
	row(id: string): PageRow | null;
	/** Keeps rows as full components from now on (see PlainRow). */
	unfold(ids: readonly string[]): void;
}

export class Editing {
	/** The row that is edited; null for none. */
	row = $state.raw<PageRow | null>(null);
	/** The editor, once it has loaded. */
	View = $state.raw<RowPart | null>(null);
	readonly #host: EditingHost;

	constructor(host: EditingHost) {
		this.#host = host;
	}

	async start(item: PageRow): Promise<void> {
		const view = await this.#host.load();
		if (!view) return;
		this.View = view;
		// The page may have rendered again meanwhile: look the row up by its id.
		this.row = this.#host.row(item.id) ?? item;
		this.#host.unfold([item.id]);
	}

	async stop(): Promise<void> {
		const id = this.row?.id;
		this.row = null;
		await tick();
		// The other focusable elements of the row come and go with the saved words.
		document.querySelector<HTMLElement>(`#p-${id} > .perma`)?.focus({ preventScroll: true });
	}
}
