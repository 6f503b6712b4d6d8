/**
 * The reading page at work: the page that is shown, and what is open on it. Panels, the editor,
 * tracing, keys and machine translation load when they are asked for.
 */
import { tick } from 'svelte';
import {
	barBottom,
	keepAnchor,
	scrollFocusedIntoView,
	type ScrollAnchor
} from '$lib/compose/screen';
import { readLocalList } from '../localStore';
import { settings } from '../settings/settings.svelte';
import { namedRow } from './address';
import { Announcer } from './announcer.svelte';
import { Editing } from './editing.svelte';
import { HighlightSlot } from './highlightSlot.svelte';
import { LitSentence } from './litSentence';
import { layOutAtOnce, layOutInSteps } from './layOut';
import type { Machine } from './machine/machine.svelte';
import { Notes } from './notes.svelte';
import type { OwnReading } from './ownReading.svelte';
import type { PageRow, ReadingPage } from './page';
import { Panels } from './panels.svelte';
import { PartLoader } from './partLoader.svelte';
import type { MachineViews, PlaceViews, ReadingParts } from './parts';
import type { Place, Stopped } from './place.svelte';
import { byElementId, rowsOf } from './rows';
import type { ReadAloud } from './speech/readAloud.svelte';
import { isScrollRestored, left, stoppedAt } from './stopped';
import { Switches } from './switches.svelte';

/** The localStorage key of the list that the store writes for the boot script. */
const ownKey = 'jamsides.own';

/** How often `whole` looks whether all rows are in the page. */
const wholePollMs = 30;

export class Reader {
	readonly switches = new Switches();
	readonly announcer = new Announcer();
	readonly panels = new Panels();
	readonly parts = new PartLoader();
	readonly lit = new LitSentence(async () =>
		(await import('./tracing')).tracing({
			itemOf: this.itemOf,
			page: () => this.page,
			views: () => this.#views.row(),
			markWords: () => this.markWords(),
			keepPlace: (change) => this.keepPlace(change)
		})
	);
	readonly highlights: HighlightSlot;
	readonly notes: Notes;
	readonly editing: Editing;
	/** Reading aloud, while its player is open. */
	speech: ReadAloud | null = null;
	markWords = (): void => {}; // underlines saved words: set while the rows are in the page
	/** Ids of rows that changed on this visit: they stay full components (see PlainRow). */
	unfolded = $state.raw<readonly string[]>([]);

	readonly #views: ReadingParts;
	readonly #stored: () => ReadingPage;
	#own = $state.raw<OwnReading | null>(null);
	#machine = $state.raw<Machine | null>(null);
	/** The components that show machine translation, once they have loaded. */
	machineViews = $state.raw<MachineViews | null>(null);
	/** The reader’s place, with what shows it, once they have been here before or scroll. */
	place = $state.raw<(PlaceViews & { place: Place }) | null>(null);
	/** The stored page, until the reader has something of their own for it. */
	readonly page = $derived.by(() => this.#own?.page ?? this.#stored());
	#rows = $derived.by(() => byElementId(rowsOf(this.page)));
	#loadingOwn: Promise<OwnReading> | null = null;
	#root: HTMLElement | null = null;
	#anchor: ScrollAnchor | null = null;
	#isFollowing = false;

	/**
	 * @param stored the page as it came with its address
	 * @param own what the reader has saved for it, where that is loaded already
	 * @param views loaders of the components that state shows
	 */
	constructor(stored: () => ReadingPage, own: OwnReading | null, views: ReadingParts) {
		this.#stored = stored;
		this.#own = own;
		this.#views = views;
		this.notes = new Notes(
			() => this.page,
			() => this.parts.load(views.note())
		);
		this.highlights = new HighlightSlot(this, views.highlights);
		this.editing = new Editing({
			load: async () => {
				const [view, own] = await Promise.all([this.parts.load(views.editor()), this.loadOwn()]);
				return own && view;
			},
			row: (id) => this.rowById(id),
			unfold: (ids) => this.unfold(ids)
		});
	}

	/** What the reader has saved for this article, once it is loaded. */
	get own(): OwnReading | null {
		return this.#own;
	}
	/** Machine translation on this page, once the reader has asked for it. */
	get machine(): Machine | null {
		return this.#machine;
	}
	/** The element that holds the rows, while it is in the document. */
	get root(): HTMLElement | null {
		return this.#root;
	}
	get anchor(): ScrollAnchor | null {
		return this.#anchor;
	}

	rowById(id: string): PageRow | null {
		return this.#rows.get(`p-${id}`) ?? null;
	}

	itemOf = (row: Element): PageRow | null => this.#rows.get(row.id) ?? null;

	/** Keeps rows as full components for the rest of the visit. */
	unfold(ids: readonly string[]): void {
		const fresh = ids.filter((id) => !this.unfolded.includes(id));
		if (fresh.length > 0) this.unfolded = [...this.unfolded, ...fresh];
	}

	/** Starts the page on the element that holds the rows. Returns what ends it. */
	start(root: HTMLElement, signal: AbortSignal): () => void {
		this.#root = root;
		this.#anchor = keepAnchor(root, barBottom);
		const passive = { signal, passive: true };
		root.addEventListener('focusin', scrollFocusedIntoView, passive);
		root.addEventListener('focusin', this.lit.offer, passive);
		document.addEventListener('change', this.#onChange, { signal });
		addEventListener('scroll', () => void this.#follow(), passive);
		const moveBar = () =>
			import('./bar')
				.then((bar) => bar.followReading(root, () => this.page, signal))
				.catch(() => {});
		addEventListener('scroll', moveBar, { ...passive, once: true });
		addEventListener('storage', this.#onStorage, { signal });
		this.switches.sync();
		if (this.#isOwnListed()) void this.loadOwn().then(this.#settle);
		if (settings.values.translate) void this.translate();
		this.#goToNamed();
		const stopped = stoppedAt(this.#stored().id);
		if (stopped) void this.#follow(stopped);
		const cancelLayout = layOutInSteps(root, (change) => this.keepPlace(change));
		return () => {
			cancelLayout();
			this.speech?.close();
			this.place?.place.close();
			this.lit.clear();
			this.#anchor?.destroy();
			this.#machine?.close();
			this.#own?.close();
			this.#root = null;
			left();
		};
	}

	// Layout and position

	/** Lays an article out whole, at once; a long text never (see css/chunks.css). */
	layOut = (): void => {
		if (this.#root) layOutAtOnce(this.#root, (change) => this.keepPlace(change));
	};

	/** Scrolls to the paragraph that the address names: the rows above it need their sizes first. */
	#goToNamed(): void {
		if (!namedRow() || isScrollRestored()) return;
		this.layOut();
		this.#scrollToNamed();
	}

	#scrollToNamed(): void {
		const named = isScrollRestored() ? null : namedRow();
		const row = named && document.getElementById(named);
		if (row) {
			row.scrollIntoView();
			row.dataset.named = ''; // a row that came after its address is no `:target`
		}
		this.#anchor?.take(row || undefined);
	}

	/** Makes a change of text or layout; the row at the top of the view stays where it is. */
	keepPlace(change: () => void): void {
		change();
		this.#anchor?.hold();
	}

	/** Settles when every row is in the page: a long text is added in chunks. */
	async whole(): Promise<void> {
		while (this.#root?.dataset.whole === 'false')
			await new Promise((resolve) => setTimeout(resolve, wholePollMs));
	}

	#onChange = ({ target }: Event): void => {
		if (!this.switches.taken(target)) return;
		this.lit.clear();
		// The line that the note hangs under has moved.
		this.notes.open = null;
		this.#anchor?.hold();
	};

	/** Loads what follows the reader’s place. Without it the text opens at its beginning. */
	async #follow(stopped: Stopped | null = null): Promise<void> {
		if (this.#isFollowing) return;
		this.#isFollowing = true;
		const loaded = await Promise.all([import('./followPlace'), this.#views.place()]).catch(
			() => null
		);
		if (!loaded || !this.#root) return;
		const place = loaded[0].followPlace(this, this.#root, this.layOut, stopped);
		this.place = { ...loaded[1], place };
	}

	// The reader’s own

	/** Loads what the reader has saved for this article, and follows its changes from then on. */
	async loadOwn(): Promise<OwnReading | null> {
		this.#loadingOwn ??= this.#load();
		const own = await this.parts.load(this.#loadingOwn);
		if (!own) this.#loadingOwn = null; // the next call asks again
		return own;
	}

	async #load(): Promise<OwnReading> {
		if (this.#own) return this.#own;
		const { id, place, ui } = this.#stored();
		const { OwnReading } = await import('./ownReading.svelte');
		const own = new OwnReading(id, place, ui);
		await own.ready;
		// The reader has left the page meanwhile.
		if (!this.#root) own.close();
		this.#own = own;
		return own;
	}

	/** Shows the page that waited for the reader’s own copy (src/boot/head.js). */
	#settle = async (): Promise<void> => {
		await tick();
		delete document.documentElement.dataset.own;
		this.switches.sync();
		this.#scrollToNamed();
	};

	/** Whether the list that the store writes for the boot script has this article. */
	#isOwnListed(): boolean {
		return readLocalList(ownKey).includes(this.#stored().id);
	}

	#onStorage = ({ key }: StorageEvent): void => {
		if (key === ownKey && this.#isOwnListed()) void this.loadOwn();
	};

	/** Opens the editor in a row. */
	async edit(item: PageRow): Promise<void> {
		this.panels.current = null;
		await this.editing.start(item);
	}

	// Machine translation

	/**
	 * Loads machine translation. Translates the paragraph `item`, or with null all paragraphs without
	 * a translation; without an argument only loads. `run`: with the untranslated run that it begins.
	 * Returns null where machine translation does not load.
	 */
	async translate(item?: PageRow | null, run = false): Promise<Machine | null> {
		const own = await this.loadOwn();
		const machine = own && (await this.parts.load(this.#loadMachine(own)));
		if (machine && item !== undefined) void this.parts.load(machine.ask(item, run));
		return machine;
	}

	async #loadMachine(own: OwnReading): Promise<Machine | null> {
		const [{ openMachine }, views] = await Promise.all([
			import('./machine/openMachine'),
			this.#views.machine()
		]);
		const environment = await openMachine();
		if (own.isClosed) return null;
		if (this.#machine) return this.#machine;
		this.machineViews = views;
		return (this.#machine = environment(this, own));
	}

	/** Closes the topmost open thing; returns whether there was one. */
	close(): boolean {
		return [this.panels, this.notes, this.highlights, this.lit].some((one) => one.close());
	}
}
