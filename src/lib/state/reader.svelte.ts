/**
 * The reading page in action: which page is shown, what is open, and what the reader’s pointer and
 * keys ask for. What only some visits need (own words, panels, tracing) loads when it is asked for.
 */
import type { Component } from 'svelte';
import { tick, untrack } from 'svelte';
import { keepAnchor, type Anchor } from '$lib/adapters/dom/anchor';
import type { Traced } from '$lib/adapters/dom/trace';
import { actionOf, type Action } from '$lib/ui/reading/keys';
import type { PageRow, ReadingPage } from '$lib/ui/reading/page';
import { addressOf, byRowId, namedRow } from './address';
import { whenIdle } from './idle';
import type { OwnReading } from './own-reading.svelte';
import { settings } from './settings.svelte';
import { Switches } from './switches.svelte';
import type { Tracing } from './tracing';
import { currentRow, reveal, stepRow } from './walk';

export type Panel = 'text' | 'menu' | 'keys' | 'paragraph';

/** The footnote that is open, and the row it opened in. */
export interface OpenedNote {
	readonly row: string;
	readonly marker: string;
	readonly item: PageRow;
}

/** What has just been done, for everybody to see and hear, and the way back where there is one. */
export interface Said {
	readonly text: string;
	readonly undo: (() => void) | null;
}

/** How far is read is kept once the page has stood still for this long. */
const restMs = 1200;

export class Reader {
	readonly switches = new Switches();
	#stored: () => ReadingPage;
	#own = $state.raw<OwnReading | null>(null);
	/** The page as it stands now: the stored one, until something of the reader’s own is there. */
	readonly page = $derived.by(() => this.#own?.page ?? this.#stored());
	/** The row whose translation is being written, and what it is written with. */
	editing = $state.raw<PageRow | null>(null);
	/** Rows that were edited on this visit, by id: they stay what they have become (see PlainRow). */
	edited = $state.raw<readonly string[]>([]);
	Editor = $state.raw<Component<{ item: PageRow; reader: Reader }> | null>(null);
	note = $state.raw<OpenedNote | null>(null);
	panel = $state.raw<Panel | null>(null);
	/** The row that the paragraph panel is about. */
	about = $state.raw<PageRow | null>(null);
	said = $state.raw<Said | null>(null);
	/** Whether a part of the page that was asked for did not come: the network went. */
	partMissing = $state(false);

	#loading: Promise<OwnReading> | null = null;
	#root: HTMLElement | null = null;
	#anchor: Anchor | null = null;
	#tracing: Promise<Tracing> | null = null;
	#traced: Traced | null = null;
	#opener: HTMLElement | null = null;
	#rows = $derived(byRowId(this.#all()));

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

	#all(): readonly PageRow[] {
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
		root.addEventListener('pointermove', this.#onPointer, passive);
		root.addEventListener('pointerleave', this.#untrace, passive);
		document.addEventListener('keydown', this.#onKey, { signal });
		document.addEventListener('change', this.#onChange, { signal });
		addEventListener('scroll', this.#onScroll, passive);
		addEventListener('storage', this.#onStorage, { signal });
		this.switches.sync();
		if (this.#hasOwn()) void this.loadOwn().then(this.#settle);
		this.#goToNamed(root);
		const callOff = whenIdle(() => this.#layOut(root));
		return () => {
			callOff();
			abort.abort();
			clearTimeout(this.#rest);
			this.#untrace();
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
		const named = namedRow();
		if (!named || scrolledBefore()) return;
		this.#layOut(root);
		document.getElementById(named)?.scrollIntoView();
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
		this.#own = own;
		return own;
	}

	/** The page waits for the reader’s own copy (src/boot/head.js); now it is here, or will not be. */
	#settle = async (): Promise<void> => {
		await tick();
		delete document.documentElement.dataset.own;
		this.switches.sync();
		const named = namedRow();
		if (named) document.getElementById(named)?.scrollIntoView();
		this.#anchor?.take();
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
		this.panel = null;
		const [editor, own] = await Promise.all([
			this.need(import('$lib/ui/reading/WordsEditor.svelte')),
			this.loadOwn()
		]);
		if (!editor || !own) return;
		this.Editor = editor.default;
		// The page may have been made anew meanwhile: the row is known by its id.
		this.editing = this.item(item.id) ?? item;
		this.edited = [...this.edited, item.id];
	}

	async stopEditing(): Promise<void> {
		const id = this.editing?.id;
		this.editing = null;
		await tick();
		// What else could take the focus goes or comes with the words that were just saved.
		document.querySelector<HTMLElement>(`#p-${id} > .perma`)?.focus({ preventScroll: true });
	}

	say(text: string, undo: (() => void) | null = null): void {
		this.said = { text, undo };
	}

	async cite(item: PageRow): Promise<void> {
		const own = await this.loadOwn();
		if (own) this.say(await own.copyCitation(item, this.#address(item)));
	}

	async copyLink(item: PageRow): Promise<void> {
		const own = await this.loadOwn();
		if (own) this.say(await own.copyText(this.#address(item), 'link'));
	}

	#address = (item: PageRow): string => addressOf(item, this.switches.checked('view'));

	// Views and place

	#onChange = ({ target }: Event): void => {
		if (!this.switches.taken(target)) return;
		this.#untrace();
		// The line that it hung under is elsewhere now.
		this.note = null;
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

	async #savePlace(): Promise<void> {
		const row = this.#anchor?.row();
		const item = row && this.itemOf(row);
		if (!item || document.visibilityState === 'hidden') return;
		const reading = await import('./own-reading.svelte').catch(() => null);
		const all = this.#all();
		// At the foot of the page the last paragraph is read, also where it never reaches the top.
		const ended = innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
		const number = ended ? all.length : all.indexOf(item) + 1;
		await reading?.savePlace(this.page.id, item.row.id, number, all.length);
	}

	// Pointer

	#onClick = (event: MouseEvent): void => {
		const target = event.target instanceof Element ? event.target : null;
		const row = target?.closest('.row');
		const item = row && this.itemOf(row);
		if (!target || !item || event.ctrlKey || event.metaKey || event.shiftKey) return;
		const reference = target.closest<HTMLElement>('[data-marker]');
		const back = target.closest<HTMLElement>('[data-back]');
		if (reference) {
			if (this.toggleNote(item, reference.dataset.marker ?? '', reference)) event.preventDefault();
		} else if (back) {
			if (this.#backToReference(back.dataset.back ?? '')) event.preventDefault();
		} else if (target.closest('[data-menu]')) this.openParagraph(item, target.closest('button'));
		else if (target.closest('[data-write]')) void this.edit(item);
		else if (!target.closest('a, button, label, input, textarea')) this.#onTap(event, row);
	};

	/** A tap on a paragraph reveals its translation in Peek, and lights the sentence. */
	#onTap(event: MouseEvent, row: Element): void {
		if (getSelection()?.isCollapsed === false) return;
		const onOriginal = event.target instanceof Element && event.target.closest('.o');
		if (onOriginal && this.switches.peeking) reveal(row);
		this.#traceAt(event.clientX, event.clientY);
	}

	#pointed = 0;
	#onPointer = (event: PointerEvent): void => {
		if (event.pointerType !== 'mouse' || this.#pointed) return;
		this.#pointed = requestAnimationFrame(() => {
			this.#pointed = 0;
			this.#traceAt(event.clientX, event.clientY);
		});
	};

	#withTracing(then: (tracing: Tracing) => void): void {
		this.#tracing ??= import('./tracing').then(({ tracing }) => tracing(this));
		// Nobody asked for it: where it does not come, the next pointer asks again.
		this.#tracing.then(then, () => (this.#tracing = null));
	}

	#traceAt(x: number, y: number): void {
		this.#withTracing((tracing) => (this.#traced = tracing.at(x, y)));
	}

	#untrace = (): void => {
		this.#traced = null;
		this.#tracing?.then((tracing) => tracing.clear()).catch(() => {});
	};

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

	current(): Element | null {
		const lit = this.#traced?.row.isConnected ? this.#traced.row : null;
		return currentRow(this.#root, lit, this.#anchor);
	}

	/** To the next paragraph or the one before. */
	step(by: 1 | -1): boolean {
		this.#untrace();
		this.#walk(by);
		return true;
	}

	#walk(by: 1 | -1): void {
		const next = this.#root && stepRow(this.#root, this.#anchor, by);
		// Nearest may be under the bar.
		if (next && next.getBoundingClientRect().top < barBottom()) next.scrollIntoView();
	}

	/** To the next sentence or the one before, over the end of the paragraph too. */
	stepSentence(by: 1 | -1): boolean {
		const row = this.current();
		if (!row) return false;
		this.#withTracing((tracing) => {
			const from = this.#traced?.row === row ? this.#traced.bead : null;
			this.#traced = tracing.step(row, from, by) ?? this.#intoNext(tracing, by);
		});
		return true;
	}

	#intoNext(tracing: Tracing, by: 1 | -1): Traced | null {
		// Not `step`: what it puts out, it puts out a moment later.
		this.#traced = null;
		this.#walk(by);
		const next = this.current();
		return next && tracing.step(next, null, by);
	}

	// Notes and panels

	/** What opened the note or the panel that is open: the focus goes back to it. */
	get opener(): HTMLElement | null {
		return this.#opener;
	}

	/** Opens a footnote in the row that refers to it, or closes it; false where there is none. */
	toggleNote(row: PageRow, marker: string, opener: HTMLElement | null): boolean {
		if (this.note?.row === row.id && this.note.marker === marker) return this.closeNote();
		const item = this.page.notes.find(
			({ row: { shape } }) => shape.kind === 'footnote' && shape.marker === marker
		);
		if (!item) return false;
		this.#opener = opener;
		this.note = { row: row.id, marker, item };
		return true;
	}

	closeNote(): boolean {
		this.note = null;
		this.#opener?.focus();
		return true;
	}

	/** From a footnote to the place that refers to it. */
	#backToReference(marker: string): boolean {
		const all =
			this.#root?.querySelectorAll<HTMLElement>('.row:not(.footnote) [data-marker]') ?? [];
		const reference = [...all].find(
			(link) => link.dataset.marker === marker && link.getClientRects().length > 0
		);
		reference?.scrollIntoView({ block: 'center' });
		reference?.focus({ preventScroll: true });
		return Boolean(reference);
	}

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
		if (this.note) return this.closeNote();
		if (!this.#traced) return false;
		this.#untrace();
		return true;
	}
}

/** Where the text begins, in CSS pixels from the top of the view: below the bar. */
const barBottom = (): number => document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;

/** Whether the browser puts back where the reader was, whatever the address names. */
function scrolledBefore(): boolean {
	const [entry] = performance.getEntriesByType('navigation');
	return entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate';
}
