/**
 * The reader's highlights on a reading page. Their code loads where this article has some (the list
 * that the store writes), at the first selection, or at their key.
 */
import { highlightedArticles, highlightedKey } from '../highlights/highlightedArticles';
import type { HighlightedPage, Highlights } from './highlights.svelte';
import type { PartLoader } from './partLoader.svelte';
import type { HighlightsView } from './parts';

/** The loaded code: what the page knows, and the component that shows it. */
interface Loaded {
	readonly highlights: Highlights;
	readonly View: HighlightsView;
}

export class HighlightSlot {
	/** Null until it has loaded. */
	loaded = $state.raw<Loaded | null>(null);
	#loading: Promise<Loaded | null> | null = null;
	/** Whether the reader has left the page: what loads after that must not stay. */
	#hasLeft = false;
	readonly #page: HighlightedPage & { readonly parts: PartLoader };
	readonly #view: () => Promise<HighlightsView>;

	/** @param view loads the component that shows them */
	constructor(
		page: HighlightedPage & { readonly parts: PartLoader },
		view: () => Promise<HighlightsView>
	) {
		this.#page = page;
		this.#view = view;
	}

	/** Returns null where the code does not load: the next call asks again. */
	async load(): Promise<Highlights | null> {
		const loaded = await (this.#loading ??= this.#page.parts.load(this.#open()));
		if (!loaded) this.#loading = null;
		this.loaded = loaded;
		return loaded?.highlights ?? null;
	}

	async #open(): Promise<Loaded> {
		const [{ openHighlights }, View] = await Promise.all([
			import('./openHighlights'),
			this.#view()
		]);
		const highlights = await openHighlights(this.#page);
		if (this.#hasLeft) highlights.destroy();
		return { highlights, View };
	}

	/** Opens the highlight at a point of the view; false where there is none. */
	openAt(x: number, y: number): boolean {
		return this.loaded?.highlights.openAt(x, y) ?? false;
	}

	/** Closes what is open; returns whether there was anything. */
	close(): boolean {
		return this.loaded?.highlights.dismiss() ?? false;
	}

	/** Loads the code as soon as it is needed, until `signal` aborts. */
	follow(root: Element, id: string, signal: AbortSignal): void {
		const loadListed = () => highlightedArticles().includes(id) && void this.load();
		loadListed();
		addEventListener('storage', (event) => event.key === highlightedKey && loadListed(), {
			signal
		});
		document.addEventListener(
			'selectionchange',
			() => {
				const selection = getSelection();
				if (!this.loaded && selection?.isCollapsed === false && root.contains(selection.anchorNode))
					void this.load();
			},
			{ signal }
		);
		signal.addEventListener('abort', () => {
			this.#hasLeft = true;
			this.loaded?.highlights.destroy();
		});
	}
}
