/**
 * Translates the paragraphs of a page by a machine on this device, and keeps the state of each row.
 * Loaded only when a reader asks for it.
 */
import { tick } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { StoreResult } from '$lib/core/library/storeFailure';
import { sentenceKey } from '$lib/core/machine/cache';
import {
	draftOf,
	progress,
	type Drafted,
	type SentenceProgress
} from '$lib/core/machine/blockTranslation';
import type { Engine, LanguagePair } from '$lib/core/machine/engine';
import { careFor, isNear, type Priority } from '$lib/core/machine/order';
import { Queue, type TranslationJob, type QueueState } from '$lib/core/machine/queue';
import { assembleFromCache, type CachedUnit } from '$lib/core/machine/fromCache';
import { ok } from '$lib/core/result';
import type { Block } from '$lib/core/text/article';
import type { PageRow } from '../page';
import { RequestProgress } from './asked.svelte';
import { byId, isMissing } from './missing';
import { PacedRender } from './pacedRender';
import { Comparison } from './comparison.svelte';
import type { Machinery, RowState, TranslatedPage } from './translatedPage';

export class Translating {
	/** States by row id. */
	readonly rows = new SvelteMap<string, RowState>();
	/** The reader's requests; paragraphs that are only near the view are not counted. */
	readonly asked = new RequestProgress();
	#state = $state.raw<QueueState>({ kind: 'resting' });
	/** Translations that are not shown yet. */
	#fresh: readonly CachedUnit[] = [];
	#queue: Queue | null = null;
	#engine: Engine | null = null;
	readonly #paced = new PacedRender(() => this.#render());
	readonly #comparisons = new SvelteMap<string, Comparison>();
	/** Jobs that replace a translation: their rows are not without one. */
	readonly #again = new SvelteSet<string>();

	constructor(
		readonly text: TranslatedPage,
		readonly machinery: Machinery
	) {}

	get state(): QueueState {
		return this.#state;
	}

	/** Queues the rows. Returns false where no engine translates the pair. */
	async translate(items: readonly PageRow[], priority: Priority): Promise<boolean> {
		const queue = await this.#ready();
		if (!queue) return false;
		const wanted = byId(items);
		const care = careFor(priority, this.text.care());
		const jobs = this.text.rows().flatMap((item, at) => {
			const [block] = item.row.originals;
			const is = block && wanted.has(item.id) && isMissing(item);
			return is ? [{ id: item.id, at, priority, block, care }] : [];
		});
		if (priority !== 'reading')
			for (const { id, block } of jobs) this.asked.add(id, block.text.length);
		for (const { id } of jobs) this.rows.delete(id);
		this.#reserve(jobs);
		if (jobs.length > 0) queue.add(jobs);
		return true;
	}

	/** Translates a paragraph once more, in the careful way. */
	async improve({ id: row, row: { originals } }: PageRow): Promise<void> {
		const queue = await this.#ready();
		const [block] = originals;
		if (!queue || !block) return;
		const id = `again ${row}`;
		this.#again.add(id);
		this.asked.add(id, block.text.length);
		queue.add([{ ...{ id, at: 0, block }, priority: 'paragraph', care: 'careful' }]);
	}

	/** Returns the rows without a translation, apart from those that a machine cannot translate. */
	missing = (): readonly PageRow[] =>
		this.text.rows().filter((item) => isMissing(item) && !this.#isHopeless(item));

	#isHopeless = ({ id }: PageRow): boolean => (this.rows.get(id)?.kind ?? 'working') !== 'working';

	/**
	 * Called after scrolling: drops requests of rows that left the view, and with `reading`
	 * translates the rows near it.
	 */
	async moved(reading: boolean): Promise<void> {
		const jobs = this.#queue?.jobs ?? [];
		const view = this.text.view();
		this.#reserve(jobs);
		this.#drop(({ at, priority }) => priority === 'reading' && !(reading && isNear(at, view)));
		if (!reading || this.#state.kind === 'failed' || this.#state.kind === 'paused') return;
		const isNew = (item: PageRow): boolean =>
			isMissing(item) && !this.#isHopeless(item) && !jobs.some(({ id }) => id === item.id);
		const near = this.text.rows().filter((item, at) => isNear(at, view) && isNew(item));
		if (near.length > 0) await this.translate(near, 'reading');
	}

	pause(): void {
		this.#queue?.pause();
	}

	/** Continues after a pause or a failure. */
	async resume(): Promise<void> {
		(await this.#ready())?.resume();
	}

	/** Cancels the reader's requests; finished translations stay. */
	cancel(): void {
		this.asked.reset();
		this.#drop(({ id }) => !this.#comparisons.has(id));
	}

	/** Called after a render of the page: drops rows that have a translation now. */
	changed(): void {
		const all = byId(this.text.rows());
		const isGone = (id: string): boolean => {
			const item = all.get(id);
			return !item || !isMissing(item);
		};
		this.#drop(({ id }) => !this.#comparisons.has(id) && !this.#again.has(id) && isGone(id));
		for (const id of this.rows.keys()) if (isGone(id)) this.rows.delete(id);
	}

	close(): void {
		this.#drop(() => true);
		this.#paced.cancel();
	}

	/** Deletes this device's translations of the rows. Returns the function that restores them. */
	async throwAway(items: readonly PageRow[]): StoreResult<() => StoreResult<void>> {
		const { cache } = this.machinery;
		const blocks = items.flatMap(({ row }) => row.originals);
		const texts = blocks.flatMap((block) => draftOf(block, this.text.pair).texts);
		const gone = await cache.forget(texts.map(sentenceKey));
		if (!gone.ok) return gone;
		this.#queue?.forget(texts);
		const isAway = ({ unit }: CachedUnit): boolean =>
			blocks.some(({ fingerprint }) => unit.source.includes(fingerprint));
		const made = this.text.made();
		this.#keep(made.filter((one) => !isAway(one)));
		return ok(async () => {
			this.#keep([...this.text.made(), ...made.filter(isAway)]);
			return cache.keep(gone.value);
		});
	}

	/**
	 * Returns a machine's translation of a paragraph to compare with the one shown; null for none.
	 */
	async compare({ id: row, row: { originals } }: PageRow): Promise<Comparison | null> {
		const queue = await this.#ready();
		if (!queue) {
			const made = await assembleFromCache(originals, this.text.pair, this.machinery.cache, null);
			return made.length > 0 ? Comparison.of(originals, made) : null;
		}
		const jobs = originals.map((block, part) => ({
			...{ id: `compare ${row} ${part}`, at: 0, priority: 'paragraph' as const },
			...{ block, care: careFor('paragraph', this.text.care()) }
		}));
		const comparison = new Comparison(jobs, () => {
			this.#drop(({ id }) => this.#comparisons.get(id) === comparison);
			for (const { id } of jobs) this.#comparisons.delete(id);
		});
		for (const { id } of jobs) this.#comparisons.set(id, comparison);
		queue.add(jobs);
		return comparison;
	}

	async #ready(): Promise<Queue | null> {
		// Looked for at the same time as the engine.
		const terms = this.text.terms();
		const queue = await this.#open();
		queue?.useTerms(await terms);
		return queue;
	}

	async #open(): Promise<Queue | null> {
		// After a failure look for the engine again: it may have been removed or replaced.
		if (this.#queue && this.#state.kind !== 'failed') return this.#queue;
		const { cache, alone, now } = this.machinery;
		const found = await this.machinery.engine(this.text.pair);
		if (!found.ok || found.value === null) return null;
		const engine = found.value;
		if (this.#queue && this.#engine === engine) return this.#queue;
		this.#engine = engine;
		const left = this.#queue?.jobs ?? [];
		this.#queue = new Queue(
			{ engine, cache, alone, now },
			() => this.text.view(),
			{
				progressed: (job, sentences) => this.#progressed(job, sentences),
				settled: (job, drafted) => this.#settled(job, drafted),
				changed: (state) => this.#became(state),
				unkept: () => this.asked.unkept()
			},
			() => new AbortController()
		);
		// Paragraphs that the earlier queue left are still asked for.
		if (left.length > 0) this.#queue.add(left);
		return this.#queue;
	}

	#drop(gone: (job: TranslationJob) => boolean): void {
		const dropped = this.#queue?.jobs.filter(gone) ?? [];
		if (dropped.length === 0) return;
		for (const { id } of dropped) {
			this.asked.dropped(id);
			if (this.rows.get(id)?.kind === 'working') this.rows.delete(id);
		}
		this.#queue?.drop(gone);
	}

	/** Reserves the height of coming translations in the rows in view or near it. */
	#reserve(jobs: readonly TranslationJob[]): void {
		const view = this.text.view();
		const seen = jobs.filter(({ id, at, priority }) =>
			priority === 'paragraph'
				? !this.#comparisons.has(id) && !this.#again.has(id)
				: isNear(at, view)
		);
		const fresh = seen.filter(({ id }) => !this.rows.has(id));
		this.text.unfold(fresh.map(({ id }) => id));
		for (const { id, block } of fresh) this.rows.set(id, waiting(block, this.text.pair));
	}

	#progressed({ id }: TranslationJob, sentences: readonly SentenceProgress[]): void {
		this.#comparisons.get(id)?.progressed(id, sentences);
		if (this.rows.has(id)) this.rows.set(id, { kind: 'working', sentences });
		const said = sentences.filter(({ translation }) => translation !== null);
		this.asked.progressed(
			id,
			said.reduce((sum, { original }) => sum + original.length, 0)
		);
	}

	#settled({ id }: TranslationJob, drafted: Drafted): void {
		const comparison = this.#comparisons.get(id);
		if (comparison) return comparison.settled(id, drafted);
		if (drafted.kind === 'unit') {
			this.#fresh = [...this.#fresh, drafted];
			this.#paced.request();
		} else if (!this.#again.has(id)) {
			this.text.unfold([id]);
			this.rows.set(id, drafted);
		}
		const incomplete = drafted.kind === 'unit' && drafted.untranslated.length > 0;
		this.asked.settled(id, incomplete || drafted.kind === 'untranslatable');
	}

	#became(state: QueueState): void {
		this.#state = state;
		this.asked.working(state.kind === 'working');
		if (state.kind !== 'resting' || !this.asked.any) return;
		const { outcome } = this.asked;
		this.asked.reset();
		if (outcome.paragraphs > 0) this.text.done(outcome);
	}

	#keep(made: readonly CachedUnit[]): void {
		void this.machinery.cache.setAsked(this.text.article, made.length > 0);
		this.text.show(made);
	}

	async #render(): Promise<void> {
		const fresh = this.#fresh;
		this.#fresh = [];
		const sources = fresh.flatMap(({ unit }) => unit.source);
		const isOther = ({ unit }: CachedUnit) => !unit.source.some((one) => sources.includes(one));
		this.#keep([...this.text.made().filter(isOther), ...fresh]);
		this.changed();
		await tick();
	}
}

const waiting = (block: Block, pair: LanguagePair): RowState => ({
	kind: 'working',
	sentences: progress(draftOf(block, pair), () => undefined)
});
