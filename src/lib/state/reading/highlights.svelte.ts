/**
 * The reader's highlights and notes in one text: what is selected, what is highlighted and where,
 * and which highlight is open. Loaded by `highlightSlot.svelte.ts`.
 */
import { tick } from 'svelte';
import type { Traced } from '$lib/adapters/dom/trace';
import type { HighlightPainter, SelectedText, TextSide } from '$lib/compose/highlighting';
import { highlightPainter, selectedText, textOfRow } from '$lib/compose/highlighting';
import { placeHighlights, type PlacedHighlight } from '$lib/core/highlight/place';
import { quoteOf } from '$lib/core/highlight/quote';
import {
	highlightColours,
	type HighlightColour,
	type HighlightQuote,
	type OwnHighlight
} from '$lib/core/highlight/ownHighlight';
import { occurrenceOf } from '$lib/core/translation/rowId';
import type { T } from '$lib/i18n';
import { exportedText, markdownFile } from '../highlights/exportedText';
import { sidedParagraphs } from '../highlights/paragraphs';
import type { Announcer } from './announcer.svelte';
import type { HighlightStore } from './highlightStore.svelte';
import type { PageRow, ReadingPage } from './page';
import { OpenHighlight } from './openHighlight.svelte';

/** Where what is selected is looked up. */
interface Lookable {
	traced: Traced | null;
	use(
		use: (tracing: { lookUp(selected: SelectedText): Traced | null; closeWord(): void }) => void
	): void;
}

/** What highlights need of the page. */
export interface HighlightedPage {
	readonly page: ReadingPage;
	readonly root: HTMLElement | null;
	readonly announcer: Announcer;
	readonly switches: { checked(name: 'view'): string | null };
	readonly panels: { close(): boolean };
	readonly lit: Lookable;
	itemOf(row: Element): PageRow | null;
	whole(): Promise<void>;
}

/** A selection has come to rest when it has not changed for this long. */
const restMs = 250;

/** A highlight goes over this many paragraphs at most. */
export const mostParagraphs = 20;

export class Highlights {
	/** The words that can be highlighted now; null for none. */
	selected = $state.raw<SelectedText | null>(null);
	/** Whether a key asked for the bar: then it takes the focus. */
	byKey = $state(false);
	readonly opened: OpenHighlight;

	readonly #page: HighlightedPage;
	readonly #store: HighlightStore;
	readonly t: T;
	readonly #painter: HighlightPainter | null;
	readonly #ended = new AbortController();
	#rest: ReturnType<typeof setTimeout> | undefined;
	/** The colour chosen last on this visit. */
	#colour: HighlightColour = 'yellow';

	/** Every highlight of the text, with where it is now; those not found come last. */
	readonly placed = $derived.by(() => this.#place());

	constructor(page: HighlightedPage, store: HighlightStore, t: T) {
		this.#page = page;
		this.#store = store;
		this.t = t;
		this.opened = new OpenHighlight(store, page.announcer, t);
		const { root } = page;
		this.#painter = root && highlightPainter(root, highlightColours);
		const { signal } = this.#ended;
		document.addEventListener('selectionchange', this.#onSelection, { signal });
		document.addEventListener('click', this.#onClick, { signal, capture: true });
		addEventListener('pagehide', () => void this.opened.close(), { signal });
		const stop = $effect.root(() => {
			$effect(() => this.#paint());
			$effect(() => this.#painter?.emphasise(this.opened.id));
		});
		signal.addEventListener('abort', stop);
		this.#onSelection();
	}

	get failure() {
		return this.#store.failure;
	}

	/** The highlights whose words are not in the text any more. */
	get lost(): readonly PlacedHighlight[] {
		return this.placed.filter(({ pieces }) => pieces.length === 0);
	}

	#place(): readonly PlacedHighlight[] {
		const { records } = this.#store;
		return records.length > 0 ? placeHighlights(records, sidedParagraphs(this.#page.page)) : [];
	}

	#paint(): void {
		this.#painter?.paint(
			this.placed.flatMap(({ highlight: { id, colour, side, note }, pieces }) =>
				pieces.map(({ row, ...piece }) => ({
					...piece,
					id,
					colour,
					side,
					row: `p-${row}`,
					noted: note !== ''
				}))
			)
		);
	}

	// What is selected

	#onSelection = (): void => {
		clearTimeout(this.#rest);
		this.#rest = setTimeout(() => this.#look(), restMs);
	};

	#look(): void {
		const { root } = this.#page;
		const found = root && selectedText(root);
		if (found) {
			this.byKey = false;
			this.selected = found;
			// The second click of two selects the word that the first one opened.
			this.#page.lit.use((tracing) => tracing.closeWord());
			void this.opened.close();
		} else if (!this.byKey) this.selected = null;
	}

	/** Closes what is open at a click beside it, before the click does anything else. */
	#onClick = ({ target }: Event): void => {
		if (target instanceof Element && target.closest('.highlight-box')) return;
		if (this.byKey) this.deselect();
		void this.opened.close();
	};

	/**
	 * Asks for a colour by key: for what is selected, else for the lit sentence or the paragraph. Words
	 * that are highlighted already are opened instead.
	 */
	askFor(row: Element): void {
		const { root } = this.#page;
		const side: TextSide =
			this.#page.switches.checked('view') === 'translation' ? 'translation' : 'original';
		const other: TextSide = side === 'original' ? 'translation' : 'original';
		const found = (root && selectedText(root)) ?? textOfRow(row, side) ?? textOfRow(row, other);
		const same = found && this.#same(found);
		if (same) return this.open(same);
		this.selected = found;
		this.byKey = found !== null;
	}

	/** Returns the highlight of exactly these words. */
	#same({ side, parts }: SelectedText): string | null {
		const [first] = parts;
		const found = this.placed.find(
			({ highlight, pieces: [piece] }) =>
				highlight.side === side &&
				piece !== undefined &&
				`p-${piece.row}` === first?.row &&
				piece.part === first.part &&
				piece.start === first.start &&
				piece.end === first.end
		);
		return found?.highlight.id ?? null;
	}

	/** Forgets the selection; returns whether there was one. A bar that a key opened gives the focus back. */
	deselect(): boolean {
		const had = this.selected !== null;
		const row = this.byKey && document.getElementById(this.selected?.parts[0]?.row ?? '');
		if (row) row.querySelector<HTMLElement>('.perma')?.focus({ preventScroll: true });
		this.selected = null;
		this.byKey = false;
		getSelection()?.removeAllRanges();
		return had;
	}

	// Making one

	/** Highlights what is selected; with `note` its note is opened too. */
	async add(colour: HighlightColour | null, note = false): Promise<void> {
		const quotes = this.selected ? this.#quotes(this.selected) : [];
		if (!this.selected || quotes.length === 0) return;
		const { side } = this.selected;
		const { id, langs } = this.#page.page;
		const lang = side === 'original' ? langs.original : langs.translation;
		this.#colour = colour ?? this.#colour;
		const made = await this.#store.add({ article: id, side, lang, quotes, colour: this.#colour });
		if (!made.ok) return this.#page.announcer.announceFailure(made.failure, this.t);
		this.deselect();
		if (note) return this.open(made.value.id, true);
		this.#page.announcer.announceUndoable(
			this.t('highlights.added'),
			() => this.#store.remove(made.value),
			this.t
		);
	}

	/** Opens the card of what is selected: words of one sentence. */
	lookUp(): void {
		const { selected } = this;
		const { lit } = this.#page;
		this.deselect();
		if (selected) lit.use((tracing) => (lit.traced = tracing.lookUp(selected)));
	}

	#quotes({ parts }: SelectedText): readonly HighlightQuote[] {
		return parts.slice(0, mostParagraphs).flatMap(({ row, part, text, start, end }) => {
			const element = document.getElementById(row);
			const item = element && this.#page.itemOf(element);
			const quote = item && quoteOf(text, { start, end });
			if (!quote) return [];
			const occurrence = occurrenceOf(item.id);
			return [{ paragraph: item.row.id, occurrence, part, ...quote }];
		});
	}

	// The open one

	openAt(x: number, y: number): boolean {
		const id = this.#painter?.at(x, y) ?? null;
		if (id) this.open(id);
		return id !== null;
	}

	/** @param writing whether the reader wants to write a note at once */
	open(id: string, writing = false): void {
		const record = this.#store.records.find((one) => one.id === id);
		this.selected = null;
		this.byKey = false;
		if (record) void this.opened.open(record, writing);
	}

	/** Returns where the open highlight is in the view; null where it is not shown. */
	openedBox = (): DOMRect | null => {
		const { id } = this.opened;
		return id === null ? null : (this.#painter?.box(id) ?? null);
	};

	remove(highlight: OwnHighlight): Promise<void> {
		return this.opened.remove(highlight);
	}

	/** Goes from a list to the words. */
	async goTo({ highlight, pieces: [piece] }: PlacedHighlight): Promise<void> {
		if (!piece) return;
		this.#page.panels.close();
		await this.#page.whole();
		await tick(); // a closed panel gives the focus back first
		const row = document.getElementById(`p-${piece.row}`);
		row?.scrollIntoView({ block: 'center' });
		row?.querySelector<HTMLElement>('.perma')?.focus({ preventScroll: true });
		this.open(highlight.id);
	}

	/** Returns the highlights of this text as a Markdown file. */
	file(): { readonly name: string; readonly text: string } {
		const { page } = this.#page;
		const { origin, pathname, search } = location;
		const address = origin + pathname + (page.place === 'own' ? search : '');
		const text = exportedText(page, this.placed, address, this.t);
		return { name: `${page.id}.md`, text: markdownFile([text], this.t) };
	}

	/** Closes what is open; returns whether there was anything. */
	dismiss(): boolean {
		if (this.selected) return this.deselect();
		const wasOpen = this.opened.id !== null;
		void this.opened.close();
		return wasOpen;
	}

	destroy(): void {
		void this.opened.close();
		clearTimeout(this.#rest);
		this.#ended.abort();
		this.#painter?.destroy();
		this.#store.close();
	}
}
