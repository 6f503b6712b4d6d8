/**
 * The reader's place in a text: goes there when the page opens, follows the reading, and saves the
 * place once enough has been read. Loaded where the reader has been before, or when they scroll.
 */
import { barBottom, type ScrollAnchor } from '$lib/compose/screen';
import { rowsInView, scrollToShare, shareAbove } from '$lib/compose/place';
import { store } from '$lib/compose/store';
import {
	countsAsPlace,
	lastRead,
	msNeeded,
	noStretch,
	stay,
	type RowsShown
} from '$lib/core/library/dwell';
import { moment } from '$lib/core/library/moment';
import { findSpot, furthestOf, reaching, readState } from '$lib/core/library/position';
import type { ReadingPosition, Spot } from '$lib/core/library/store';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import { ok, type Result } from '$lib/core/result';
import { countWords } from '$lib/core/text/words';
import { listedPlace, takeBootMark } from './listedPlace';
import type { PageRow, ReadingPage } from './page';
import { rowsOf } from './rows';

/** How often the view is looked at, in milliseconds. */
const lookMs = 500;
/** Of a view that moved by more than this share of its height nothing was read meanwhile. */
const restShare = 1 / 3;
/** A page scrolled to within this many CSS pixels of its foot counts as read to its end. */
const footPx = 4;

/** What the place needs of the page that it is on. */
interface PlaceHost {
	page(): ReadingPage;
	readonly root: HTMLElement | null;
	anchor(): ScrollAnchor | null;
	itemOf(row: Element): PageRow | null;
	/** Gives every row its size, and keeps the row that is now at the top where it is. */
	layOut(): void;
}

/** Where the reader stopped: on this page of the tab’s history, or at an earlier visit. */
export type Stopped =
	| { readonly kind: 'entry'; readonly id: string; readonly within: number }
	| { readonly kind: 'visit'; readonly place: unknown };

export class Place {
	/** Whether the text opened where the reader stopped, until they dismiss the message. */
	resumed = $state(false);
	/** What is saved; null for nothing. */
	position = $state.raw<ReadingPosition | null>(null);

	readonly state = $derived(readState(this.position));
	/** The furthest paragraph, where the reader is before it; null where they are not. */
	readonly furthest = $derived.by(() => {
		const spot = this.position && furthestOf(this.position);
		return spot && this.position && spot.paragraph > this.position.paragraph ? spot : null;
	});

	readonly #host: PlaceHost;
	/** Settles when what is saved has been read: nothing is saved before. */
	#known: Promise<void>;
	#stretch = noStretch;
	#lookedAt = 0;
	#lookedScroll = -1;
	#savedScroll = -1;
	#readBefore = 0;
	#shown: RowsShown | null = null;
	#timer: ReturnType<typeof setInterval> | undefined;
	readonly #ended = new AbortController();

	constructor(host: PlaceHost) {
		this.#host = host;
		this.#known = this.#read();
	}

	/** Goes to where the reader stopped, if they did, and follows the reading from there. */
	async start(stopped: Stopped | null): Promise<void> {
		if (stopped) await this.#resume(stopped);
		const { signal } = this.#ended;
		if (signal.aborted) return;
		// A click may leave the page.
		for (const leaving of ['pagehide', 'click'])
			addEventListener(leaving, this.#remember, { signal, capture: true });
		this.#lookedAt = performance.now();
		this.#timer = setInterval(this.#look, lookMs);
	}

	close(): void {
		clearInterval(this.#timer);
		this.#ended.abort();
	}

	async #read(): Promise<void> {
		const opened = await store();
		const kept = await opened.place(this.#host.page().id);
		if (kept.ok) this.position = kept.value;
	}

	// Going there

	/** Goes to where the reader stopped, when its row is in the page, unless they move meanwhile. */
	async #resume(stopped: Stopped): Promise<void> {
		const isThere = takeBootMark();
		const moved = new AbortController();
		for (const move of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
			addEventListener(move, () => moved.abort(), {
				once: true,
				passive: true,
				signal: moved.signal
			});
		// The router has scrolled a new page to its top by then.
		await frame();
		while ('own' in document.documentElement.dataset) await frame();
		if (stopped.kind === 'visit' && !isThere && scrollY > footPx) return moved.abort();
		const target = this.#target(stopped);
		const row = target && (await this.#whenThere(target.item.id, moved.signal));
		if (!row || moved.signal.aborted) return moved.abort();
		if (!isThere) {
			this.#host.layOut();
			scrollToShare(row, target.within, barBottom());
		}
		moved.abort();
		this.#host.anchor()?.take(row);
		this.#host.anchor()?.hold();
		// Who goes back at once and forward again comes here again.
		this.#remember();
		this.resumed = stopped.kind === 'visit';
	}

	#target(stopped: Stopped): { item: PageRow; within: number } | null {
		const rows = rowsOf(this.#host.page());
		if (stopped.kind === 'entry') {
			const item = rows.find(({ id }) => id === stopped.id);
			return item ? { item, within: stopped.within } : null;
		}
		const place = listedPlace(stopped.place);
		const item = place && rows[findSpot(fingerprintsOf(rows), place)];
		if (!item) return null;
		// In another paragraph than the one saved, begin at its beginning.
		return { item, within: place.fingerprint === item.row.id ? place.within : 0 };
	}

	/** Waits for a row: a long text is added in slices. */
	async #whenThere(id: string, signal: AbortSignal): Promise<Element | null> {
		for (;;) {
			const row = document.getElementById(`p-${id}`);
			const { root } = this.#host;
			if (row || !root || signal.aborted || this.#ended.signal.aborted) return row;
			if (root.dataset.whole !== 'false') return null;
			await frame();
		}
	}

	toStart(): void {
		this.resumed = false;
		scrollTo({ top: 0, behavior: 'instant' });
		this.#host.root?.focus({ preventScroll: true });
	}

	toFurthest(): void {
		this.resumed = false;
		const rows = rowsOf(this.#host.page());
		const item = this.furthest && rows[findSpot(fingerprintsOf(rows), this.furthest)];
		if (item) document.getElementById(`p-${item.id}`)?.scrollIntoView();
	}

	// Following

	#look = (): void => {
		const now = performance.now();
		const ms = Math.min(now - this.#lookedAt, 2 * lookMs);
		this.#lookedAt = now;
		if (document.visibilityState === 'hidden' || !this.#host.root) return;
		const moved = Math.abs(scrollY - this.#lookedScroll);
		const isResting = moved === 0;
		if (!isResting || !this.#shown) this.#shown = this.#rowsShown();
		this.#lookedScroll = scrollY;
		if (!this.#shown) return;
		const items = rowsOf(this.#host.page());
		this.#stretch = stay(
			this.#stretch,
			this.#shown,
			moved < innerHeight * restShare ? ms : 0,
			(row) => needed(items[row])
		);
		if (!isResting) return;
		this.#remember();
		if (this.#savedScroll !== scrollY || this.#hasReadOn()) void this.#save(items);
	};

	/** Returns whether more paragraphs have been read since this was asked last. */
	#hasReadOn(): boolean {
		const before = this.#readBefore;
		this.#readBefore = this.#stretch.read.size;
		return this.#readBefore > before;
	}

	#rowsShown(): RowsShown | null {
		const { root } = this.#host;
		if (!root) return null;
		const ids = rowsOf(this.#host.page()).map(({ id }) => `p-${id}`);
		const seen = rowsInView(root, barBottom()).seen.map((id) => ids.indexOf(id));
		const shown = seen.filter((index) => index >= 0);
		return shown.length > 0 ? { first: Math.min(...shown), last: Math.max(...shown) } : null;
	}

	/** Keeps the point at the top of the view with this page of the tab’s history. */
	#remember = (): void => {
		const row = this.#host.anchor()?.row();
		const item = row && this.#host.itemOf(row);
		if (!item) return;
		const spot = { id: item.id, within: shareAbove(row, barBottom()) };
		const state = history.state as { spot?: typeof spot } | null;
		if (state?.spot?.id !== spot.id || state.spot.within !== spot.within)
			history.replaceState({ ...state, spot }, '');
	};

	/** A place that cannot be saved is not announced: the reader can do nothing about it. */
	async #save(items: readonly PageRow[]): Promise<void> {
		if (!countsAsPlace(this.#stretch, items.length)) return;
		const row = this.#host.anchor()?.row();
		const item = row && this.#host.itemOf(row);
		if (!item) return;
		this.#savedScroll = scrollY;
		const within = shareAbove(row, barBottom());
		await this.#known.catch(() => {});
		const spotAt = (index: number): Spot | null => {
			const at = items[index];
			return at ? { fingerprint: at.row.id, paragraph: index + 1, of: items.length } : null;
		};
		const isAtEnd = this.#isAtEnd(items);
		const here = spotAt(items.indexOf(item));
		const reached = spotAt(isAtEnd ? items.length - 1 : lastRead(this.#stretch));
		if (!here || !reached) return;
		const before = this.position;
		const changedAt = moment(Date.now());
		const last = { article: this.#host.page().id, ...here, within, changedAt };
		const next = reaching(reaching(last, before ? furthestOf(before) : here), reached);
		const mark = isAtEnd && !before?.mark?.read ? { read: true, at: changedAt } : before?.mark;
		await this.#put(mark ? { ...next, mark } : next).catch(() => {});
	}

	/** Whether the last paragraph of the text has been read, or its foot has been reached. */
	#isAtEnd(items: readonly PageRow[]): boolean {
		const last = items.findLastIndex(({ row }) => row.shape.kind !== 'footnote');
		const isAtFoot =
			scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - footPx;
		return isAtFoot || this.#stretch.read.has(last);
	}

	async #put(position: ReadingPosition): Promise<Result<void, StoreFailure>> {
		const opened = await store();
		const put = await opened.putPlace(position);
		if (put.ok) this.position = position;
		return put;
	}

	// The reader’s own mark

	/** Marks the text as read or unread. */
	async mark(read: boolean): Promise<Result<void, StoreFailure>> {
		await this.#known.catch(() => {});
		const at = moment(Date.now());
		const items = rowsOf(this.#host.page());
		const [first] = items;
		if (!first) return ok(undefined);
		const start = { fingerprint: first.row.id, paragraph: 1, of: items.length };
		const base = this.position ?? { article: this.#host.page().id, ...start, changedAt: at };
		// What was read up to now must not mark it as read again.
		this.#stretch = noStretch;
		return this.#put({ ...base, mark: { read, at } });
	}

	/** Undoes `mark`; null: nothing was saved before. */
	restore(before: ReadingPosition | null): Promise<Result<void, StoreFailure>> {
		return before ? this.#put(before) : this.mark(false);
	}
}

const fingerprintsOf = (rows: readonly PageRow[]) => rows.map(({ row }) => row.id);

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

function needed(item: PageRow | undefined): number {
	if (!item) return msNeeded(0);
	const { originals, shown } = item.row;
	const texts = originals.length > 0 ? originals.map(({ text }) => text) : [];
	const read = texts.length > 0 || shown.kind === 'missing' ? texts : shown.text;
	return msNeeded(read.reduce((sum, text) => sum + countWords(text), 0));
}
