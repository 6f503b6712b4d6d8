/**
 * The reading page in action: which page is shown, what is open, and what the reader’s keys and
 * pointer ask for. What only some visits need (own words, panels) is loaded when it is asked for.
 */
import type { Component } from 'svelte';
import { tick, untrack } from 'svelte';
import { keepAnchor, type Anchor } from '$lib/adapters/dom/anchor';
import type { Traced } from '$lib/adapters/dom/trace';
import type { PageRow, ReadingPage } from '$lib/ui/reading/page';
import { actionOf, type Action } from '$lib/ui/reading/keys';
import { addressOf, asked, byRowId, forgetAsked, namedRow } from './address';
import type { OwnReading } from './own-reading.svelte';
import type { Tracing } from './tracing';
import { settings } from './settings.svelte';

export type Panel = 'text' | 'menu' | 'keys' | 'paragraph';
type AnyComponent = Component<Record<string, unknown>>;

const views = ['original', 'translation', 'both'] as const;
export type View = (typeof views)[number];
export type Layout = 'rows' | 'stacked' | 'peek';

const defaults = { view: 'both', layout: 'rows' } as const;
/** In order; the one without a name is the default. */
const sizes = ['small', undefined, 'large', 'larger', 'largest'] as const;

/** Reading is saved as a place once the page has stood still for this long. */
const restMs = 1200;

export class Reader {
	#stored: () => ReadingPage;
	#own = $state.raw<OwnReading | null>(null);
	/** The page as it stands now: the stored one, until something of the reader’s own is there. */
	readonly page = $derived.by(() => this.#own?.page ?? this.#stored());

	/** The row whose translation is being written. */
	editing = $state.raw<PageRow | null>(null);
	/** The footnote that is open, and the row it opened in. */
	note = $state.raw<{
		readonly row: string;
		readonly marker: string;
		readonly item: PageRow;
	} | null>(null);
	panel = $state.raw<Panel | null>(null);
	/** The row that the paragraph panel is about. */
	about = $state.raw<PageRow | null>(null);
	/** What has just been done, for everybody to see and hear, and the way back where there is one. */
	said = $state.raw<{ readonly text: string; readonly undo: (() => void) | null } | null>(null);
	/** Whether the address chose another view than the reader’s own. */
	visiting = $state(false);
	Editor = $state.raw<AnyComponent | null>(null);

	#loading: Promise<OwnReading> | null = null;
	#root: HTMLElement | null = null;
	#anchor: Anchor | null = null;
	#tracing: Promise<Tracing> | null = null;
	#traced: Traced | null = null;
	#rows = $derived(byRowId(this.#all()));
	#opener: HTMLElement | null = null;

	/** @param stored the page as it came with its address */
	constructor(stored: () => ReadingPage, own: OwnReading | null) {
		this.#stored = stored;
		this.#own = own;
	}

	#all(): readonly PageRow[] {
		const { standfirst, body, notes } = this.page;
		return [...standfirst, ...body, ...notes];
	}

	get own(): OwnReading | null {
		return this.#own;
	}

	item(id: string): PageRow | null {
		return this.#rows.get(`p-${id}`) ?? null;
	}

	/** The item that a row of the page shows. */
	itemOf(row: Element): PageRow | null {
		return this.#rows.get(row.id) ?? null;
	}

	/** Loads what the reader keeps for this article, and follows it from then on. */
	loadOwn(): Promise<OwnReading> {
		this.#loading ??= this.#load();
		return this.#loading;
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

	/** An attachment for the element that holds the rows: once for its life, whatever changes. */
	attach = (root: HTMLElement): (() => void) => untrack(() => this.#attach(root));

	#attach(root: HTMLElement): () => void {
		this.#root = root;
		const anchor = (this.#anchor = keepAnchor(root, () => this.#line()));
		const abort = new AbortController();
		const { signal } = abort;
		const passive = { signal, passive: true };
		root.addEventListener('click', this.#onClick, { signal });
		root.addEventListener('pointermove', this.#onPointer, passive);
		root.addEventListener('pointerleave', () => this.#untrace(), passive);
		document.addEventListener('keydown', this.#onKey, { signal });
		document.addEventListener('change', this.#onChange, { signal });
		addEventListener('scroll', this.#onScroll, passive);
		addEventListener('storage', this.#onStorage, { signal });
		this.#syncRadios();
		if (this.#hasOwn())
			void this.loadOwn().finally(async () => {
				await tick();
				this.#settle();
			});
		return () => {
			abort.abort();
			clearTimeout(this.#rest);
			anchor.destroy();
			this.#untrace();
			this.#own?.close();
			this.#root = null;
		};
	}

	/** The page waits for the reader’s own copy (src/boot/head.js); now it is here, or will not be. */
	#settle(): void {
		delete document.documentElement.dataset.own;
		this.#syncRadios();
		const named = namedRow();
		if (named) document.getElementById(named)?.scrollIntoView();
		this.#anchor?.take();
	}

	#hasOwn(): boolean {
		const id = this.#stored().id;
		try {
			const own: unknown = JSON.parse(localStorage.getItem('jamsides.own') ?? '[]');
			return Array.isArray(own) && own.includes(id);
		} catch {
			return false;
		}
	}

	#onStorage = ({ key }: StorageEvent): void => {
		if (key === 'jamsides.own' && this.#hasOwn()) void this.loadOwn();
	};

	/** Where the text begins: below the bar. */
	#line(): number {
		return document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
	}

	// Views

	#radio(name: 'view' | 'layout', value: string): HTMLInputElement | null {
		return document.querySelector(`input[name=${name}][value=${value}]`);
	}

	#checked(name: 'view' | 'layout'): string | null {
		return document.querySelector<HTMLInputElement>(`input[name=${name}]:checked`)?.value ?? null;
	}

	choose(name: 'view' | 'layout', value: string): void {
		const radio = this.#radio(name, value);
		if (!radio || radio.disabled || radio.checked) return;
		radio.checked = true;
		radio.dispatchEvent(new Event('change', { bubbles: true }));
	}

	/** The radios say what the page shows; they follow the address once, else the settings. */
	#syncRadios(): void {
		const narrow = (this.#root?.clientWidth ?? 1000) < 32 * 16;
		for (const name of ['view', 'layout'] as const) {
			const own = settings.values[name] ?? (name === 'layout' && narrow ? 'peek' : defaults[name]);
			const value = asked(name) ?? own;
			const radio = this.#radio(name, value);
			if (radio && !radio.disabled) radio.checked = true;
			if (value !== own && radio?.checked) this.visiting = true;
		}
	}

	/** Back from the view that a link chose to the reader’s own. */
	leaveVisit(): void {
		this.#forgetAsked();
		this.choose('view', settings.values.view ?? defaults.view);
		this.choose('layout', settings.values.layout ?? defaults.layout);
	}

	#forgetAsked(): void {
		this.visiting = false;
		forgetAsked();
	}

	#onChange = ({ target }: Event): void => {
		if (!(target instanceof HTMLInputElement)) return;
		if (target.name === 'view') settings.set('view', target.value as View);
		else if (target.name === 'layout') settings.set('layout', target.value as Layout);
		else if (target.classList.contains('peek')) return;
		else return;
		this.#forgetAsked();
		this.#untrace();
		this.#anchor?.hold();
	};

	/** Settings that change the layout (size, width …) keep the place too. */
	keepPlace(change: () => void): void {
		change();
		this.#anchor?.hold();
	}

	// Pointer

	#onClick = (event: MouseEvent): void => {
		const target = event.target instanceof Element ? event.target : null;
		const id = target?.closest('.row')?.id.slice(2);
		const item = id ? this.item(id) : null;
		if (!target || !item || event.ctrlKey || event.metaKey || event.shiftKey) return;
		const marker = target.closest('[data-marker]')?.getAttribute('data-marker');
		if (marker) {
			event.preventDefault();
			this.#toggleNote(item, marker, target.closest('a'));
		} else if (target.closest('[data-back]')) {
			if (this.#backToReference(target.closest('[data-back]')?.getAttribute('data-back') ?? ''))
				event.preventDefault();
		} else if (target.closest('[data-menu]')) this.openParagraph(item, target.closest('button'));
		else if (target.closest('[data-write]')) void this.edit(item);
		else if (!target.closest('a, button, label, input, textarea')) this.#onTap(event, target);
	};

	/** A tap on a paragraph: reveals its translation in Peek, and lights the sentence. */
	#onTap(event: MouseEvent, target: Element): void {
		if (getSelection()?.isCollapsed === false) return;
		const row = target.closest('.row');
		if (row && target.closest('.o') && this.#peeking()) this.#reveal(row);
		this.#traceAt(event.clientX, event.clientY);
	}

	#peeking = (): boolean => this.#checked('view') === 'both' && this.#checked('layout') === 'peek';

	#reveal(row: Element): void {
		const box = row.querySelector<HTMLInputElement>(':scope > .peek');
		if (box) box.checked = !box.checked;
	}

	#pointed = 0;
	#onPointer = (event: PointerEvent): void => {
		if (event.pointerType !== 'mouse' || this.#pointed) return;
		this.#pointed = requestAnimationFrame(() => {
			this.#pointed = 0;
			this.#traceAt(event.clientX, event.clientY);
		});
	};

	/** Tracing loads when it is first asked for. */
	#withTracing(then: (tracing: Tracing) => void): void {
		this.#tracing ??= import('./tracing').then(({ tracing }) => tracing(this));
		void this.#tracing.then(then);
	}

	#traceAt(x: number, y: number): void {
		this.#withTracing((tracing) => (this.#traced = tracing.at(x, y)));
	}

	#untrace(): void {
		this.#traced = null;
		void this.#tracing?.then((tracing) => tracing.clear());
	}

	// Keys

	#onKey = (event: KeyboardEvent): void => {
		const action = actionOf(event, settings.values.keys !== 'off');
		if (!action || (this.panel !== null && action !== 'close')) return;
		if (this.#do(action)) event.preventDefault();
	};

	#do(action: Action): boolean {
		switch (action) {
			case 'viewOriginal':
				return this.#choose('view', 'original');
			case 'viewTranslation':
				return this.#choose('view', 'translation');
			case 'viewBoth':
				return this.#choose('view', 'both');
			case 'nextView': {
				const now = views.findIndex((view) => view === this.#checked('view'));
				return this.#choose('view', views[(now + 1) % views.length] ?? 'both');
			}
			case 'rows':
			case 'stacked':
			case 'peek':
				return this.#choose('layout', action);
			case 'nextParagraph':
				return this.#step(1);
			case 'previousParagraph':
				return this.#step(-1);
			case 'nextSentence':
				return this.#stepSentence(1);
			case 'previousSentence':
				return this.#stepSentence(-1);
			case 'larger':
				return this.#resize(1);
			case 'smaller':
				return this.#resize(-1);
			case 'text':
				return this.#openPanel('text');
			case 'help':
				return this.#openPanel('keys');
			case 'library':
				document.querySelector<HTMLAnchorElement>('.bar .brand')?.click();
				return true;
			case 'close':
				return this.#close();
			default:
				return this.#onParagraph(action);
		}
	}

	/** What is done to the paragraph that the reader is at. */
	#onParagraph(action: 'reveal' | 'edit' | 'menu' | 'cite' | 'note'): boolean {
		const row = this.#current();
		const item = row && this.#rows.get(row.id);
		if (!row || !item) return false;
		switch (action) {
			case 'reveal':
				this.#reveal(row);
				return true;
			case 'edit':
				void this.edit(item);
				return true;
			case 'menu':
				this.openParagraph(item, row.querySelector<HTMLElement>('.mark, .perma'));
				return true;
			case 'cite':
				void this.cite(item);
				return true;
			case 'note': {
				const link = row.querySelector<HTMLElement>('[data-marker]');
				const marker = link?.dataset.marker;
				if (marker) this.#toggleNote(item, marker, link);
				return Boolean(marker);
			}
		}
	}

	#choose(name: 'view' | 'layout', value: string): boolean {
		if (name === 'layout' && this.#checked('view') !== 'both') this.choose('view', 'both');
		this.choose(name, value);
		return true;
	}

	#resize(by: 1 | -1): boolean {
		const at = sizes.indexOf(settings.values.size) + by;
		if (at >= 0 && at < sizes.length) this.keepPlace(() => settings.set('size', sizes[at]));
		return true;
	}

	/** The row that has the focus, else the one that is lit, else the one at the top. */
	#current(): Element | null {
		const focused = document.activeElement?.closest('.row');
		return (
			focused ??
			this.#traced?.row ??
			this.#anchor?.row() ??
			this.#root?.querySelector('.row') ??
			null
		);
	}

	#step(by: 1 | -1): boolean {
		this.#untrace();
		const rows = [...(this.#root?.querySelectorAll('.row') ?? [])];
		const focused = document.activeElement?.closest('.row');
		const current = focused ?? this.#anchor?.row();
		const at = current ? rows.indexOf(current) : -1;
		// From no paragraph at all, the next one is the first; the one at the top is itself the first stop.
		const next = rows[Math.max(0, focused || at < 0 ? at + by : at + (by < 0 ? by : 0))];
		next?.querySelector<HTMLElement>('.perma')?.focus({ preventScroll: true });
		next?.scrollIntoView({ block: 'nearest' });
		if (next && next.getBoundingClientRect().top < this.#line())
			next.scrollIntoView({ block: 'start' });
		return true;
	}

	#stepSentence(by: 1 | -1): boolean {
		const row = this.#traced?.row.isConnected ? this.#traced.row : this.#current();
		if (!row) return false;
		this.#withTracing((tracing) => {
			const from = this.#traced?.row === row ? this.#traced.bead : null;
			this.#traced = tracing.step(row, from, by) ?? this.#intoNext(tracing, by);
		});
		return true;
	}

	/** From the last sentence of a paragraph into the next paragraph. */
	#intoNext(tracing: Tracing, by: 1 | -1): Traced | null {
		this.#step(by);
		const next = document.activeElement?.closest('.row');
		return next ? tracing.step(next, null, by) : null;
	}

	// Notes and panels

	#toggleNote(row: PageRow, marker: string, opener: HTMLElement | null): void {
		if (this.note?.row === row.id && this.note.marker === marker) {
			this.closeNote();
			return;
		}
		const item = this.page.notes.find(
			({ row: { shape } }) => shape.kind === 'footnote' && shape.marker === marker
		);
		if (!item) return;
		this.#opener = opener;
		this.note = { row: row.id, marker, item };
	}

	closeNote(): void {
		this.note = null;
		this.#opener?.focus();
	}

	/** From a footnote to the place that refers to it. */
	#backToReference(marker: string): boolean {
		const reference = [
			...(this.#root?.querySelectorAll<HTMLElement>('.row:not(.footnote) [data-marker]') ?? [])
		].find((link) => link.dataset.marker === marker && link.getClientRects().length > 0);
		reference?.scrollIntoView({ block: 'center' });
		reference?.focus({ preventScroll: true });
		return Boolean(reference);
	}

	openParagraph(item: PageRow, opener: HTMLElement | null): void {
		this.about = item;
		this.#opener = opener;
		this.panel = 'paragraph';
	}

	open(panel: Panel, opener: HTMLElement | null): void {
		this.#opener = opener;
		this.panel = panel;
	}

	#openPanel(panel: Panel): boolean {
		this.open(panel, document.activeElement instanceof HTMLElement ? document.activeElement : null);
		return true;
	}

	closePanel(): void {
		this.panel = null;
		this.#opener?.focus();
	}

	#close(): boolean {
		if (this.panel) this.closePanel();
		else if (this.note) this.closeNote();
		else if (this.#traced) this.#untrace();
		else return false;
		return true;
	}

	// The reader’s own

	async edit(item: PageRow): Promise<void> {
		this.panel = null;
		await this.loadOwn();
		const { default: Editor } = await import('$lib/ui/reading/WordsEditor.svelte');
		this.Editor = Editor as unknown as AnyComponent;
		// The page may have been made anew meanwhile: the row is known by its id.
		this.editing = this.item(item.id) ?? item;
	}

	stopEditing(): void {
		const id = this.editing?.id;
		this.editing = null;
		void tick().then(() =>
			document.querySelector<HTMLElement>(`#p-${id} > .mark, #p-${id} [data-write]`)?.focus()
		);
	}

	say(text: string, undo: (() => void) | null = null): void {
		this.said = { text, undo };
	}

	async cite(item: PageRow): Promise<void> {
		const own = await this.loadOwn();
		this.say(await own.copyCitation(item, this.address(item)));
	}

	async copyLink(item: PageRow): Promise<void> {
		const own = await this.loadOwn();
		this.say(await own.copyText(this.address(item), 'link'));
	}

	/** Settles when every row is in the page: a novel comes in pieces. */
	async whole(): Promise<void> {
		while (this.#root?.dataset.whole === 'false')
			await new Promise((resolve) => setTimeout(resolve, 30));
	}

	address(item: PageRow): string {
		return addressOf(item, this.#checked('view'));
	}

	#rest: ReturnType<typeof setTimeout> | undefined;
	#onScroll = (): void => {
		clearTimeout(this.#rest);
		this.#rest = setTimeout(() => void this.#savePlace(), restMs);
	};

	async #savePlace(): Promise<void> {
		const row = this.#anchor?.row();
		const item = row && this.#rows.get(row.id);
		const all = this.#all();
		if (!item || document.visibilityState === 'hidden') return;
		const { savePlace } = await import('./own-reading.svelte');
		// At the foot of the page the last paragraph is read, also where it never reaches the top.
		const ended = innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
		await savePlace(
			this.page.id,
			item.row.id,
			ended ? all.length : all.indexOf(item) + 1,
			all.length
		);
	}
}
