/**
 * The reading page in action: which page is shown, what is open, and what the reader’s pointer and
 * keys ask for. What only some visits need (own words, panels, tracing, what keys do) loads when it is
 * asked for.
 */
import type { Component } from 'svelte';
import { tick, untrack } from 'svelte';
import { keepAnchor, type Anchor } from '$lib/adapters/dom/anchor';
import { barBottom } from '$lib/adapters/dom/bar';
import { seeWhole } from '$lib/adapters/dom/see-whole';
import { actionOf, type Action } from '$lib/ui/reading/keys';
import type { PageRow, ReadingPage } from '$lib/ui/reading/page';
import { byRowId, namedRow } from './address';
import { whenIdle } from './idle';
import type { Machine } from './machine.svelte';
import { goToReference, Notes } from './notes.svelte';
import type { OwnReading } from './own-reading.svelte';
import { settings } from './settings.svelte';
import { reveal, Switches } from './switches.svelte';
import { Trail } from './trail';

export type Panel = 'text' | 'menu' | 'keys' | 'paragraph' | 'machine';

/** What has just been done, for everybody to see and hear, and the way back where there is one. */
export interface Said {
	readonly text: string;
	readonly undo: (() => void) | null;
}

/** How far is read is kept once the page has stood still for this long. */
const restMs = 1200;

export class Reader {
	readonly switches = new Switches();
	readonly trail = new Trail(this);
	readonly notes = new Notes(
		() => this.page,
		async () => (await this.need(import('$lib/ui/reading/OpenNote.svelte')))?.default ?? null
	);
	#stored: () => ReadingPage;
	#own = $state.raw<OwnReading | null>(null);
	/** The page as it stands now: the stored one, until something of the reader’s own is there. */
	readonly page = $derived.by(() => this.#own?.page ?? this.#stored());
	/** The row whose translation is being written, and what it is written with. */
	editing = $state.raw<PageRow | null>(null);
	/** Rows that were edited on this visit, by id: they stay what they have become (see PlainRow). */
	edited = $state.raw<readonly string[]>([]);
	Editor = $state.raw<Component<{ item: PageRow; reader: Reader }> | null>(null);
	panel = $state.raw<Panel | null>(null);
	/** The row that the paragraph panel is about. */
	about = $state.raw<PageRow | null>(null);
	said = $state.raw<Said | null>(null);
	/** Whether a part of the page that was asked for did not come: the network went. */
	partMissing = $state(false);

	#loading: Promise<OwnReading> | null = null;
	#root: HTMLElement | null = null;
	#anchor: Anchor | null = null;
	/** What opened the panel that is open: the focus goes back to it. */
	#opener: HTMLElement | null = null;
	#rows = $derived(byRowId(this.all));

	/**
	 * @param stored the page as it came with its address
	 * @param own what the reader keeps for it, where that is here already
	 */
	constructor(stored: () => ReadingPage, own: OwnReading | null) {
		this.#stored = stored;
		this.#own = own;
	}

	get own(): OwnReading | null {
		return this.#own;
	}

	/** The element that holds the rows, and what keeps the place in it. */
	get root(): HTMLElement | null {
		return this.#root;
	}
	get anchor(): Anchor | null {
		return this.#anchor;
	}

	/** Everything that the page shows, in its order. */
	get all(): readonly PageRow[] {
		const { standfirst, body, notes } = this.page;
		return [...standfirst, ...body, ...notes];
	}

	item(id: string): PageRow | null {
		return this.#rows.get(`p-${id}`) ?? null;
	}

	itemOf(row: Element): PageRow | null {
		return this.#rows.get(row.id) ?? null;
	}

	/** An attachment for the element that holds the rows: once for its life, whatever changes. */
	attach = (root: HTMLElement): (() => void) => untrack(() => this.#attach(root));

	#attach(root: HTMLElement): () => void {
		this.#root = root;
		this.#anchor = keepAnchor(root, barBottom);
		const abort = new AbortController();
		const { signal } = abort;
		const passive = { signal, passive: true };
		root.addEventListener('click', this.#onClick, { signal });
		root.addEventListener('focusin', seeWhole, passive);
		root.addEventListener('pointermove', this.trail.follow, passive);
		root.addEventListener('pointerleave', this.trail.clear, passive);
		document.addEventListener('keydown', this.#onKey, { signal });
		document.addEventListener('change', this.#onChange, { signal });
		addEventListener('scroll', this.#onScroll, passive);
		addEventListener('storage', this.#onStorage, { signal });
		this.switches.sync();
		if (this.#hasOwn()) void this.loadOwn().then(this.#settle);
		if (settings.values.translate) void this.translate();
		this.#goToNamed(root);
		const callOff = whenIdle(() => this.#layOut(root));
		return () => {
			callOff();
			abort.abort();
			clearTimeout(this.#rest);
			this.trail.clear();
			this.#anchor?.destroy();
			this.#own?.close();
			this.#root = null;
		};
	}

	/** An article is laid out whole once the browser rests; a novel never is (see reading.css). */
	#layOut(root: HTMLElement): void {
		if (root.classList.contains('long') || root.dataset.laid !== undefined) return;
		this.keepPlace(() => {
			root.dataset.laid = '';
		});
	}

	/** A link to a paragraph: what stands above it must have its size before it is gone to. */
	#goToNamed(root: HTMLElement): void {
		if (!namedRow() || scrolledBefore()) return;
		this.#layOut(root);
		this.#scrollToNamed();
	}

	#scrollToNamed(): void {
		const named = scrolledBefore() ? null : namedRow();
		if (named) document.getElementById(named)?.scrollIntoView();
		this.#anchor?.take();
	}

	// The reader’s own

	/** Loads what the reader keeps for this article, and follows it from then on. */
	async loadOwn(): Promise<OwnReading | null> {
		this.#loading ??= this.#load();
		const own = await this.need(this.#loading);
		if (!own) this.#loading = null; // the next call asks again
		return own;
	}

	/** A part of the page that loads when it is asked for; null, and said so, where it does not come. */
	async need<T>(part: Promise<T>): Promise<T | null> {
		try {
			const it = await part;
			this.partMissing = false;
			return it;
		} catch {
			this.partMissing = true;
			return null;
		}
	}

	async #load(): Promise<OwnReading> {
		if (this.#own) return this.#own;
		const { id, place, ui } = this.#stored();
		const { OwnReading } = await import('./own-reading.svelte');
		const own = new OwnReading(id, place, ui);
		await own.ready;
		// The page has been left meanwhile.
		if (!this.#root) own.close();
		this.#own = own;
		return own;
	}

	/** The page waits for the reader’s own copy (src/boot/head.js); now it is here, or will not be. */
	#settle = async (): Promise<void> => {
		await tick();
		delete document.documentElement.dataset.own;
		this.switches.sync();
		this.#scrollToNamed();
	};

	/** Whether the store has anything for this article, by the list that it keeps for the boot script. */
	#hasOwn(): boolean {
		try {
			const own: unknown = JSON.parse(localStorage.getItem('jamsides.own') ?? '[]');
			return Array.isArray(own) && own.includes(this.#stored().id);
		} catch {
			return false;
		}
	}

	#onStorage = ({ key }: StorageEvent): void => {
		if (key === 'jamsides.own' && this.#hasOwn()) void this.loadOwn();
	};

	async edit(item: PageRow): Promise<void> {
		const work = await this.need(import('./own-work'));
		await work?.edit(this, item);
	}

	/**
	 * Machine translation on this device, loaded when it is first asked for. Translates a paragraph, or
	 * with null all that have no translation.
	 */
	async translate(item?: PageRow | null): Promise<Machine | null> {
		const own = await this.loadOwn();
		return own && this.need(own.translate(this, item));
	}

	say(text: string, undo: (() => void) | null = null): void {
		this.said = { text, undo };
	}

	// Views and place

	#onChange = ({ target }: Event): void => {
		if (!this.switches.taken(target)) return;
		this.trail.clear();
		// The line that it hung under is elsewhere now.
		this.notes.open = null;
		this.#anchor?.hold();
	};

	/** Changes of text and layout keep the place too. */
	keepPlace(change: () => void): void {
		change();
		this.#anchor?.hold();
	}

	/** Settles when every row is in the page: a novel comes in pieces. */
	async whole(): Promise<void> {
		while (this.#root?.dataset.whole === 'false')
			await new Promise((resolve) => setTimeout(resolve, 30));
	}

	#rest: ReturnType<typeof setTimeout> | undefined;
	#onScroll = (): void => {
		clearTimeout(this.#rest);
		this.#rest = setTimeout(() => void this.#savePlace(), restMs);
	};

	/** What fails here is no loss that a reader should be told of. */
	async #savePlace(): Promise<void> {
		const place = await import('./place').catch(() => null);
		await place?.savePlace(this).catch(() => {});
	}

	// Pointer

	#onClick = (event: MouseEvent): void => {
		const target = event.target instanceof Element ? event.target : null;
		const row = target?.closest('.row');
		const item = row && this.itemOf(row);
		if (target?.closest('[data-translate]')) void this.translate(item);
		if (!target || !item || event.ctrlKey || event.metaKey || event.shiftKey) return;
		const reference = target.closest<HTMLElement>('[data-marker]');
		const back = target.closest<HTMLElement>('[data-back]');
		if (reference) {
			if (this.notes.toggle(item, reference.dataset.marker ?? '', reference))
				event.preventDefault();
		} else if (back) {
			if (goToReference(this.#root, back.dataset.back ?? '')) event.preventDefault();
		} else if (target.closest('[data-menu]')) this.openParagraph(item, target.closest('button'));
		else if (target.closest('[data-write]')) void this.edit(item);
		else if (!target.closest('a, button, label, input, textarea')) this.#onTap(event, row);
	};

	/** A tap on a paragraph reveals its translation in Peek, and lights the sentence. */
	#onTap(event: MouseEvent, row: Element): void {
		if (getSelection()?.isCollapsed === false) return;
		const onOriginal = event.target instanceof Element && event.target.closest('.o');
		if (onOriginal && this.switches.peeking) reveal(row);
		this.trail.at(event.clientX, event.clientY);
	}

	// Keys

	#onKey = (event: KeyboardEvent): void => {
		const action = actionOf(event, settings.values.keys !== 'off');
		// An open panel is a dialog: its keys are its own.
		if (!action || this.panel) return;
		if (action !== 'close' || this.close()) event.preventDefault();
		if (action !== 'close') void this.#act(action);
	};

	async #act(action: Exclude<Action, 'close'>): Promise<void> {
		const actions = await this.need(import('./actions'));
		actions?.act(this, action);
	}

	// Panels

	openParagraph(item: PageRow, opener: HTMLElement | null): boolean {
		this.about = item;
		return this.open('paragraph', opener);
	}

	open(panel: Panel, opener: HTMLElement | null): boolean {
		this.#opener = opener ?? this.#opener;
		this.panel = panel;
		return true;
	}

	closePanel(): boolean {
		this.panel = null;
		// As long as the dialog stands, the page behind it takes no focus.
		const opener = this.#opener;
		void tick().then(() => opener?.focus());
		return true;
	}

	/** Closes what is open, the last thing first. */
	close(): boolean {
		if (this.panel) return this.closePanel();
		return this.notes.close() || this.trail.end();
	}
}

/** Whether the browser puts back where the reader was, whatever the address names. */
function scrolledBefore(): boolean {
	const [entry] = performance.getEntriesByType('navigation');
	return entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate';
}
