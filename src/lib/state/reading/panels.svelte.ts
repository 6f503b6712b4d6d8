/** The dialogs of the reading page. One is open at a time. */
import { tick } from 'svelte';
import type { PageRow } from './page';

/** `speech` is no dialog: it opens the player of reading aloud, and is closed again at once. */
export type PanelName =
	'contents' | 'text' | 'menu' | 'keys' | 'paragraph' | 'machine' | 'highlights' | 'speech';

export class Panels {
	/** The panel that is open; null for none. */
	current = $state.raw<PanelName | null>(null);
	/** The row that the paragraph panel is about. */
	paragraph = $state.raw<PageRow | null>(null);
	/** The element that opened the panel: the focus returns to it. */
	#opener: HTMLElement | null = null;

	/** Opens a panel in the place of the one that is open; a null `opener` keeps the earlier one. */
	open(panel: PanelName, opener: HTMLElement | null): void {
		this.#opener = opener ?? this.#opener;
		this.current = panel;
	}

	openParagraph(item: PageRow, opener: HTMLElement | null): void {
		this.paragraph = item;
		this.open('paragraph', opener);
	}

	/** Returns whether a panel was open. */
	close(): boolean {
		const wasOpen = this.current !== null;
		this.current = null;
		// The page behind a modal dialog takes no focus: wait until the dialog is gone.
		const opener = this.#opener;
		if (wasOpen) void tick().then(() => opener?.focus());
		return wasOpen;
	}
}
