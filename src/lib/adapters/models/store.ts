/** The models on this device: `core/machine/modelStore.ts` says what it promises. */
import { choose } from '$lib/core/machine/given';
import { announced } from '$lib/core/machine/manifest';
import { modelById, models, sum, type Model, type ModelFile } from '$lib/core/machine/model';
import type {
	Given,
	KeptModel,
	ModelFailure,
	ModelRecords,
	ModelStore,
	Offer,
	OpenModel,
	Progress,
	Work
} from '$lib/core/machine/modelStore';
import { revision } from '$lib/core/machine/revision';
import { fail, ok, type Result } from '$lib/core/result';
import type { Brought } from './bring';
import { failureOf } from './failure';
import { Overview } from './overview';
import { heldBytes, openCache, removeModel, type PartCache } from './parts';
import type { Answers, JobRequest } from './protocol';
import { run, type Start } from './run';
import { browserTabs, type Tabs } from './tabs';

export interface Surroundings {
	readonly records: ModelRecords;
	readonly start: Start;
	/** Asks the browser to keep what lies here; nobody waits for its answer. */
	readonly persist: () => void;
	/**
	 * What runs a model: kept beside the first that is whole, for the day there is no network, and
	 * dropped with the last. Nobody waits for it.
	 */
	readonly translator: { readonly keep: () => void; readonly drop: () => void };
	readonly cache?: () => Promise<PartCache>;
	readonly tabs?: Tabs;
}

/** Whoever stops has so long to put away what came. */
const patienceMs = 8_000;

type Done<T = void> = Result<T, ModelFailure>;

/** What a job is stopped by, and whom it tells how it goes: at once, when it knows how much there is. */
interface At {
	readonly signal: AbortSignal;
	readonly progress: (progress: Progress) => void;
}

interface Seen {
	readonly kept: KeptModel;
	readonly lost: readonly string[];
}

export class Models implements ModelStore<Blob> {
	readonly #records: ModelRecords;
	readonly #start: Start;
	readonly #persist: () => void;
	readonly #translator: Surroundings['translator'];
	readonly #cache: () => Promise<PartCache>;
	readonly #tabs: Tabs;
	readonly #overview: Overview;
	/** What this tab is at, and how it is stopped. */
	readonly #jobs = new Map<string, AbortController>();

	constructor(around: Surroundings) {
		this.#records = around.records;
		this.#start = around.start;
		this.#persist = around.persist;
		this.#translator = around.translator;
		this.#cache = around.cache ?? openCache;
		this.#tabs = around.tabs ?? browserTabs();
		this.#overview = new Overview(this.#tabs, this.#records, this.#cache);
		this.#tabs.listen((message) => {
			if (message.type === 'stop') this.#jobs.get(message.model)?.abort();
			else this.#overview.hear(message);
		});
	}

	watch: ModelStore<Blob>['watch'] = (next, failed) => this.#overview.watch(next, failed);

	ask: ModelStore<Blob>['ask'] = (id, source) =>
		this.#run({ type: 'ask', model: known(id), source }, new AbortController().signal);

	begin(offer: Offer): Promise<Done> {
		return this.#work(known(offer.model), 'download', (at) => this.#download(offer, 'anew', at));
	}

	resume(id: string): Promise<Done> {
		return this.#work(known(id), 'download', async (at) => {
			const kept = await this.#kept(id);
			return kept.ok ? this.#download({ ...kept.value, model: id }, 'on', at) : kept;
		});
	}

	async take(id: string, given: readonly Given<Blob>[]): Promise<Done> {
		const model = known(id);
		const chosen = choose(model, given);
		if (!chosen.ok) return chosen; // and what is there stays
		return this.#work(model, 'copy', async ({ signal, progress }) => {
			progress({ bytes: 0, ofBytes: null });
			const source = { kind: 'disk' } as const;
			const about = { id, source, commit: null, files: announced(model, null) };
			const begun = await this.#put({ ...about, condition: { kind: 'coming' } });
			if (!begun.ok) return begun;
			await removeModel(await this.#cache(), id);
			this.#persist();
			const brought = await this.#run({ type: 'copy', model, given }, signal, progress);
			if (brought.ok) return this.#whole({ id, source }, brought.value);
			await this.#forget(id);
			return brought;
		});
	}

	pause(id: string): void {
		this.#jobs.get(id)?.abort();
		this.#tabs.say({ type: 'stop', model: id });
	}

	verify(id: string): Promise<Done<readonly string[]>> {
		const model = known(id);
		return this.#work(model, 'verify', async ({ signal, progress }) => {
			const kept = await this.#kept(id);
			if (!kept.ok) return kept;
			const { files } = kept.value;
			progress({ bytes: 0, ofBytes: sum(files) });
			const read = await this.#run({ type: 'verify', model, files }, signal, progress);
			if (!read.ok) return read;
			const names = read.value;
			const condition =
				names.length > 0 ? ({ kind: 'damaged', names } as const) : ({ kind: 'whole' } as const);
			const put = await this.#put({ ...kept.value, condition });
			return put.ok ? ok(names) : put;
		});
	}

	async remove(id: string): Promise<Done> {
		this.pause(id);
		try {
			const removed = await this.#tabs.inTurn(id, patienceMs, async () => {
				const forgotten = await this.#forget(id);
				if (!forgotten.ok) return forgotten;
				await this.#overview.done(id, ok(null));
				if (await this.#isLast()) this.#translator.drop();
				return forgotten;
			});
			return removed ?? fail({ kind: 'busy' });
		} catch (error) {
			return fail(failureOf(error));
		}
	}

	async open(id: string): Promise<Done<OpenModel | null>> {
		try {
			const seen = await this.#seen(id);
			if (!seen.ok) return seen;
			if (seen.value === null) return ok(null);
			const { kept, lost } = seen.value;
			const { commit, files } = kept;
			if (lost.length === 0) return ok({ id, revision: revision(commit, files), files });
			// Another tab may just be bringing or removing them: what is lost is lost with nobody there.
			await this.#tabs.alone(id, () => this.#markDamaged(id));
			return ok(null);
		} catch (error) {
			return fail(failureOf(error));
		}
	}

	/** A model that is whole by its record, and which of its files the browser has dropped since. */
	async #seen(id: string): Promise<Done<Seen | null>> {
		const kept = await this.#records.get(id);
		if (!kept.ok) return fail({ kind: 'store', failure: kept.failure });
		if (kept.value?.condition.kind !== 'whole') return ok(null);
		const cache = await this.#cache();
		const lost: string[] = [];
		for (const { name, bytes } of kept.value.files)
			if ((await heldBytes(cache, id, name)) !== bytes) lost.push(name);
		return ok({ kept: kept.value, lost });
	}

	async #markDamaged(id: string): Promise<void> {
		const seen = await this.#seen(id);
		if (!seen.ok || seen.value === null || seen.value.lost.length === 0) return;
		const { kept, lost } = seen.value;
		await this.#put({ ...kept, condition: { kind: 'damaged', names: lost } });
	}

	/** Anew, or on from what is there: of that, each file that is not right is brought again. */
	async #download(
		{ model: id, source, commit, files }: Offer,
		from: 'anew' | 'on',
		{ signal, progress }: At
	): Promise<Done> {
		progress({ bytes: 0, ofBytes: sum(files) });
		const begun = await this.#put({ id, source, commit, files, condition: { kind: 'coming' } });
		if (!begun.ok) return begun;
		if (from === 'anew') await removeModel(await this.#cache(), id);
		this.#persist();
		const request = {
			type: 'bring',
			model: known(id),
			offer: { model: id, source, commit, files }
		} as const;
		const brought = await this.#run(request, signal, progress);
		if (brought.ok) return this.#whole({ id, source }, brought.value);
		// Another model than was meant, or none at all: there is nothing to go on with.
		const { kind } = brought.failure;
		const isNone = kind === 'absent' && (await this.#isEmpty(id, files));
		if (kind === 'other' || isNone) await this.#forget(id);
		return brought;
	}

	/**
	 * Does a job on a model that no tab is at, and shows how it goes. What the job goes by it reads
	 * itself: before its turn another tab may have changed it.
	 */
	async #work<T>({ id }: Model, work: Work, job: (at: At) => Promise<Done<T>>): Promise<Done<T>> {
		const stop = new AbortController();
		try {
			const done = await this.#tabs.alone(id, async () => {
				this.#jobs.set(id, stop);
				const progress = (now: Progress) => this.#overview.progress(id, work, now);
				try {
					return await job({ signal: stop.signal, progress });
				} finally {
					this.#jobs.delete(id);
					await this.#overview.done(id, await this.#records.get(id));
				}
			});
			return done ?? fail({ kind: 'busy' });
		} catch (error) {
			return fail(failureOf(error));
		}
	}

	#run<R extends JobRequest>(
		request: R,
		signal: AbortSignal,
		progress?: (progress: Progress) => void
	): Promise<Done<Answers[R['type']]>> {
		return run(this.#start, request, signal, progress);
	}

	async #whole(about: Pick<KeptModel, 'id' | 'source'>, { files, commit }: Brought): Promise<Done> {
		const put = await this.#put({ ...about, commit, files, condition: { kind: 'whole' } });
		if (put.ok) this.#translator.keep();
		return put;
	}

	/** Whether no model is left; where that cannot be read, one may be. */
	async #isLast(): Promise<boolean> {
		const kept = await Promise.all(models.map(({ id }) => this.#records.get(id)));
		return kept.every((one) => one.ok && one.value === null);
	}

	async #isEmpty(id: string, files: readonly ModelFile[]): Promise<boolean> {
		const cache = await this.#cache();
		const held = await Promise.all(files.map(({ name }) => heldBytes(cache, id, name)));
		return held.every((bytes) => bytes === 0);
	}

	async #kept(id: string): Promise<Done<KeptModel>> {
		const kept = await this.#records.get(id);
		if (!kept.ok) return fail({ kind: 'store', failure: kept.failure });
		return kept.value ? ok(kept.value) : fail({ kind: 'gone' });
	}

	async #put(kept: KeptModel): Promise<Done> {
		const put = await this.#records.put(kept);
		return put.ok ? put : fail({ kind: 'store', failure: put.failure });
	}

	/** The record goes first: what lies without one is removed before anything else comes. */
	async #forget(id: string): Promise<Done> {
		const removed = await this.#records.remove(id);
		if (!removed.ok) return fail({ kind: 'store', failure: removed.failure });
		await removeModel(await this.#cache(), id);
		return ok(undefined);
	}
}

/** Asking for a model that there is none of is a bug. */
function known(id: string): Model {
	const model = modelById(id);
	if (!model) throw new RangeError(`no model ${id}`);
	return model;
}
