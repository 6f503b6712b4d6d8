/**
 * The paragraphs of a page on their way through a machine on this device: what waits, what has come,
 * what stands. Loaded only when a reader asks for it.
 */
import { tick } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { Stored } from '$lib/core/library/store';
import { sentenceKey, type MachineCache } from '$lib/core/machine/cache';
import { draftOf, progress, type Drafted, type Progress } from '$lib/core/machine/draft';
import type { Engine, Pair } from '$lib/core/machine/engine';
import type { Interpreter } from '$lib/core/machine/interpret';
import { isNear, type InView, type Wish } from '$lib/core/machine/order';
import type { ModelFailure } from '$lib/core/machine/modelStore';
import { Queue, type Job, type QueueState } from '$lib/core/machine/queue';
import { recall, type Made } from '$lib/core/machine/recall';
import { ok, type Result } from '$lib/core/result';
import type { Block } from '$lib/core/text/article';
import type { PageRow } from '$lib/ui/reading/page';
import { Asked, type Outcome } from './asked.svelte';
import { byId, isMissing } from './missing';
import { Comparison } from './comparison.svelte';

/** What translates here, and where its answers are kept. */
export interface Machinery extends Pick<Interpreter, 'alone' | 'now'> {
	readonly cache: MachineCache;
	/**
	 * Null where nothing here translates the pair. Starts nothing; the same engine always. Fails, and
	 * never rejects, where that cannot be found out.
	 */
	engine(pair: Pair): Promise<Result<Engine | null, ModelFailure>>;
	/**
	 * Where the browser has a translator of its own for the pair: begins to use it from now on, at a
	 * click of the reader’s alone. Says whether it can.
	 */
	browser?(pair: Pair): Promise<(() => Promise<boolean>) | null>;
}

/** The page, as far as translating needs it. */
export interface Text {
	readonly article: string;
	readonly pair: Pair;
	/** In the order of the page. */
	rows(): readonly PageRow[];
	/** Indices of `rows`. */
	view(): InView;
	/** What it shows as this device’s. */
	made(): readonly Made[];
	/** Makes it anew with these, and no others, as this device’s. */
	show(made: readonly Made[]): void;
	/** `rows` has, or is about to have, something for these. */
	unfold(ids: readonly string[]): void;
	/** All that was asked for is done. */
	done(outcome: Outcome): void;
}

/** What stands in the row of a paragraph that has no translation yet. */
export type RowState =
	| { readonly kind: 'working'; readonly sentences: readonly Progress[] }
	| { readonly kind: Exclude<Drafted['kind'], 'unit'> };

/** A page of a novel takes its time to be made anew: so many times as long it is left alone. */
const restsPerRender = 10;
const longestRestMs = 3_000;

export class Translating {
	/** By the rows’ ids. */
	readonly rows = new SvelteMap<string, RowState>();
	/** What the reader asked for by name: what is only near is not counted. */
	readonly asked = new Asked();
	#state = $state.raw<QueueState>({ kind: 'resting' });
	/** Made, and not shown yet. */
	#fresh: readonly Made[] = [];
	#queue: Queue | null = null;
	#engine: Engine | null = null;
	#showing: ReturnType<typeof setTimeout> | null = null;
	#renderMs = 0;
	readonly #comparisons = new SvelteMap<string, Comparison>();

	constructor(
		readonly text: Text,
		readonly machinery: Machinery
	) {}

	get state(): QueueState {
		return this.#state;
	}

	/** Whether it has begun: false where nothing here translates. */
	async translate(items: readonly PageRow[], wish: Wish): Promise<boolean> {
		const queue = await this.#ready();
		if (!queue) return false;
		const wanted = byId(items);
		const jobs = this.text.rows().flatMap((item, at) => {
			const [block] = item.row.originals;
			const is = block && wanted.has(item.id) && isMissing(item);
			return is ? [{ id: item.id, at, wish, block }] : [];
		});
		if (wish !== 'reading') for (const { id, block } of jobs) this.asked.add(id, block.text.length);
		for (const { id } of jobs) this.rows.delete(id);
		this.#reserve(jobs);
		if (jobs.length > 0) queue.add(jobs);
		return true;
	}

	/** The paragraphs without a translation, but those of which a machine can make nothing. */
	missing = (): readonly PageRow[] =>
		this.text.rows().filter((item) => isMissing(item) && !this.#isHopeless(item));

	#isHopeless = ({ id }: PageRow): boolean => (this.rows.get(id)?.kind ?? 'working') !== 'working';

	/** The reader has moved: what is near shows as it comes, and with `reading` is translated. */
	async moved(reading: boolean): Promise<void> {
		const jobs = this.#queue?.jobs ?? [];
		const view = this.text.view();
		this.#reserve(jobs);
		this.#drop(({ at, wish }) => wish === 'reading' && !(reading && isNear(at, view)));
		if (!reading || this.#state.kind === 'failed' || this.#state.kind === 'paused') return;
		const isNew = (item: PageRow): boolean =>
			isMissing(item) && !this.#isHopeless(item) && !jobs.some(({ id }) => id === item.id);
		const near = this.text.rows().filter((item, at) => isNear(at, view) && isNew(item));
		if (near.length > 0) await this.translate(near, 'reading');
	}

	pause(): void {
		this.#queue?.pause();
	}

	/** After a pause, or a failure. */
	async resume(): Promise<void> {
		(await this.#ready())?.resume();
	}

	/** Drops what the reader asked for; what has come stays. */
	cancel(): void {
		this.asked.reset();
		this.#drop(({ id }) => !this.#comparisons.has(id));
	}

	/** The page was made anew: what has words now needs no machine. */
	changed(): void {
		const all = byId(this.text.rows());
		const isGone = (id: string): boolean => {
			const item = all.get(id);
			return !item || !isMissing(item);
		};
		this.#drop(({ id }) => !this.#comparisons.has(id) && isGone(id));
		for (const id of this.rows.keys()) if (isGone(id)) this.rows.delete(id);
	}

	close(): void {
		this.#drop(() => true);
		if (this.#showing !== null) clearTimeout(this.#showing);
	}

	/** Throws this device’s translation of the rows away. Gives the way back. */
	async throwAway(items: readonly PageRow[]): Stored<() => Stored<void>> {
		const { cache } = this.machinery;
		const blocks = items.flatMap(({ row }) => row.originals);
		const texts = blocks.flatMap((block) => draftOf(block, this.text.pair).texts);
		const gone = await cache.forget(texts.map(sentenceKey));
		if (!gone.ok) return gone;
		this.#queue?.forget(texts);
		const isAway = ({ unit }: Made): boolean =>
			blocks.some(({ fingerprint }) => unit.source.includes(fingerprint));
		const made = this.text.made();
		this.#keep(made.filter((one) => !isAway(one)));
		return ok(async () => {
			this.#keep([...this.text.made(), ...made.filter(isAway)]);
			return cache.keep(gone.value);
		});
	}

	/** A machine’s translation of a paragraph, to stand beside what is shown; null for none. */
	async compare({ id: row, row: { originals } }: PageRow): Promise<Comparison | null> {
		const queue = await this.#ready();
		if (!queue) {
			const made = await recall(originals, this.text.pair, this.machinery.cache, null);
			return made.length > 0 ? Comparison.of(originals, made) : null;
		}
		const jobs = originals.map((block, part) => ({
			...{ id: `compare ${row} ${part}`, at: 0, wish: 'paragraph' as const },
			block
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
		// What has failed may have been removed since, or replaced.
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
		// What the one before did not come to is still asked for.
		if (left.length > 0) this.#queue.add(left);
		return this.#queue;
	}

	#drop(gone: (job: Job) => boolean): void {
		const dropped = this.#queue?.jobs.filter(gone) ?? [];
		if (dropped.length === 0) return;
		for (const { id } of dropped) {
			this.asked.dropped(id);
			if (this.rows.get(id)?.kind === 'working') this.rows.delete(id);
		}
		this.#queue?.drop(gone);
	}

	/** Room for what comes, in the rows that the reader sees or will soon. */
	#reserve(jobs: readonly Job[]): void {
		const view = this.text.view();
		const seen = jobs.filter(({ id, at, wish }) =>
			wish === 'paragraph' ? !this.#comparisons.has(id) : isNear(at, view)
		);
		const fresh = seen.filter(({ id }) => !this.rows.has(id));
		this.text.unfold(fresh.map(({ id }) => id));
		for (const { id, block } of fresh) this.rows.set(id, waiting(block, this.text.pair));
	}

	#progressed({ id }: Job, sentences: readonly Progress[]): void {
		this.#comparisons.get(id)?.progressed(id, sentences);
		if (this.rows.has(id)) this.rows.set(id, { kind: 'working', sentences });
		const said = sentences.filter(({ translation }) => translation !== null);
		this.asked.progressed(
			id,
			said.reduce((sum, { original }) => sum + original.length, 0)
		);
	}

	#settled({ id }: Job, drafted: Drafted): void {
		const comparison = this.#comparisons.get(id);
		if (comparison) return comparison.settled(id, drafted);
		if (drafted.kind === 'unit') {
			this.#fresh = [...this.#fresh, drafted];
			this.#show();
		} else {
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

	#keep(made: readonly Made[]): void {
		void this.machinery.cache.setAsked(this.text.article, made.length > 0);
		this.text.show(made);
	}

	#show(): void {
		this.#showing ??= setTimeout(
			() => void this.#render(),
			Math.min(longestRestMs, restsPerRender * this.#renderMs)
		);
	}

	async #render(): Promise<void> {
		this.#showing = null;
		const begun = performance.now();
		const fresh = this.#fresh;
		this.#fresh = [];
		const sources = fresh.flatMap(({ unit }) => unit.source);
		const isOther = ({ unit }: Made) => !unit.source.some((one) => sources.includes(one));
		this.#keep([...this.text.made().filter(isOther), ...fresh]);
		this.changed();
		await tick();
		this.#renderMs = performance.now() - begun;
	}
}

const waiting = (block: Block, pair: Pair): RowState => ({
	kind: 'working',
	sentences: progress(draftOf(block, pair), () => undefined)
});
