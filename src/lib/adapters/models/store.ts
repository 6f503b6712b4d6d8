/** The models on this device, as `core/machine/modelStore.ts` defines it. */
import { pickModelFiles } from '$lib/core/machine/pickModelFiles';
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
	ModelProgress,
	ModelTask
} from '$lib/core/machine/modelStore';
import { revision } from '$lib/core/machine/revision';
import { fail, ok, type Result } from '$lib/core/result';
import type { StoredFiles } from './bring';
import type { ModelsEnvironment } from './environment';
import { failureOf } from './failure';
import { Overview } from './overview';
import { heldBytes, openCache, removeModel, type PartCache } from './fileParts';
import type { Answers, JobRequest } from './protocol';
import { run, type Start } from './run';
import { browserTabs, type Tabs } from './tabs';

/**
 * Longest wait for a stopped job to store its data, in milliseconds. After it, `remove` fails as
 * `busy`.
 */
const stopTimeoutMs = 8_000;

type Done<T = void> = Result<T, ModelFailure>;

/** The signal that stops a job, and its progress callback, called first when the size is known. */
interface JobControls {
	readonly signal: AbortSignal;
	readonly progress: (progress: ModelProgress) => void;
}

interface SeenModel {
	readonly kept: KeptModel;
	readonly lost: readonly string[];
}

export class Models implements ModelStore<Blob> {
	readonly #records: ModelRecords;
	readonly #start: Start;
	readonly #persist: () => void;
	readonly #translator: ModelsEnvironment['translator'];
	readonly #cache: () => Promise<PartCache>;
	readonly #tabs: Tabs;
	readonly #overview: Overview;
	/** The jobs of this tab by model, each with the controller that stops it. */
	readonly #jobs = new Map<string, AbortController>();

	constructor(environment: ModelsEnvironment) {
		this.#records = environment.records;
		this.#start = environment.start;
		this.#persist = environment.persist;
		this.#translator = environment.translator;
		this.#cache = environment.cache ?? openCache;
		this.#tabs = environment.tabs ?? browserTabs();
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
		const chosen = pickModelFiles(model, given);
		if (!chosen.ok) return chosen; // what is stored stays
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
			const removed = await this.#tabs.inTurn(id, stopTimeoutMs, async () => {
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
			// Another tab may be downloading or removing them: mark the loss only if no tab works on the
			// model.
			await this.#tabs.alone(id, () => this.#markDamaged(id));
			return ok(null);
		} catch (error) {
			return fail(failureOf(error));
		}
	}

	/**
	 * Returns a model that its record calls whole, and its files that the browser has dropped since.
	 */
	async #seen(id: string): Promise<Done<SeenModel | null>> {
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

	/**
	 * Downloads from the beginning or continues. When it continues, it downloads wrong files again.
	 */
	async #download(
		{ model: id, source, commit, files }: Offer,
		from: 'anew' | 'on',
		{ signal, progress }: JobControls
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
		// Another model than was meant, or an empty download: there is nothing to continue from.
		const { kind } = brought.failure;
		const isNone = kind === 'absent' && (await this.#isEmpty(id, files));
		if (kind === 'other' || isNone) await this.#forget(id);
		return brought;
	}

	/**
	 * Runs a job on a model that no tab works on, and publishes its progress. The job itself reads
	 * the records that it depends on: another tab may change them before its turn.
	 */
	async #work<T>(
		{ id }: Model,
		work: ModelTask,
		job: (at: JobControls) => Promise<Done<T>>
	): Promise<Done<T>> {
		const stop = new AbortController();
		try {
			const done = await this.#tabs.alone(id, async () => {
				this.#jobs.set(id, stop);
				const progress = (now: ModelProgress) => this.#overview.progress(id, work, now);
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
		progress?: (progress: ModelProgress) => void
	): Promise<Done<Answers[R['type']]>> {
		return run(this.#start, request, signal, progress);
	}

	async #whole(
		about: Pick<KeptModel, 'id' | 'source'>,
		{ files, commit }: StoredFiles
	): Promise<Done> {
		const put = await this.#put({ ...about, commit, files, condition: { kind: 'whole' } });
		if (put.ok) this.#translator.keep();
		return put;
	}

	/** Tells whether no model is left. If the records cannot be read, one may be. */
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

	/** Deletes the record first: files without a record are removed before the next download. */
	async #forget(id: string): Promise<Done> {
		const removed = await this.#records.remove(id);
		if (!removed.ok) return fail({ kind: 'store', failure: removed.failure });
		await removeModel(await this.#cache(), id);
		return ok(undefined);
	}
}

/** Returns a model by its id. An unknown id is a bug and throws. */
function known(id: string): Model {
	const model = modelById(id);
	if (!model) throw new RangeError(`no model ${id}`);
	return model;
}
