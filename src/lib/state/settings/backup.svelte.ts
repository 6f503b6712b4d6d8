/** The reader’s data: exported to one file, restored from one, or deleted. */
import type { OpenStore } from '$lib/adapters/db/store';
import type { FileFailure } from '$lib/adapters/files/protocol';
import { inFileWorker } from '$lib/compose/files';
import { store } from '$lib/compose/store';
import type { BackupFailure } from '$lib/core/library/backup';
import { askStore, failedCall } from '$lib/core/library/askStore';
import { moment } from '$lib/core/library/moment';
import type { StoreFailure, StoreResult } from '$lib/core/library/storeFailure';
import type { Counts, MergeReport } from '$lib/core/library/mergeReport';
import { forgetSeen } from '../library/seen';
import { clearAllUnsaved } from '../reading/unsaved';
import { settings, type Values } from './settings.svelte';

export type { Counts };

export type BackupOutcome =
	| { readonly kind: 'none' }
	| { readonly kind: 'exported'; readonly file: string; readonly counts: Counts }
	| {
			readonly kind: 'restored';
			readonly made: string;
			readonly report: MergeReport;
			readonly settings: boolean;
			/** The articles that the backup has removed and that can be put back. */
			readonly removed: readonly string[];
	  }
	| { readonly kind: 'put back'; readonly count: number }
	| { readonly kind: 'cleared' }
	| {
			readonly kind: 'refused';
			readonly file: string;
			readonly failure: BackupFailure | { readonly kind: 'unreadable'; readonly message: string };
	  }
	| { readonly kind: 'failed'; readonly failure: StoreFailure };

/** All that the reader has in this browser: also what is in no backup. */
export interface Held {
	readonly counts: Counts;
	readonly dictionaries: number;
}

export class Safekeeping {
	#outcome = $state.raw<BackupOutcome>({ kind: 'none' });
	#working = $state.raw(false);
	/** The share of a backup that is read or written, from 0 to 1; null where nothing is under way. */
	#done = $state.raw<number | null>(null);
	#abort: AbortController | null = null;

	get outcome(): BackupOutcome {
		return this.#outcome;
	}
	get working(): boolean {
		return this.#working;
	}
	get done(): number | null {
		return this.#done;
	}

	/** Returns the backup as a file to save; null where it could not be made. */
	backUp(): Promise<{ readonly file: string; readonly content: Blob } | null> {
		return this.#during(async () => {
			if (!(await this.#opens())) return null;
			const made = await inFileWorker(
				{ kind: 'backup', made: moment(Date.now()), settings: chosen() },
				this.#running()
			);
			const file = `jamsides-backup-${today()}.json`;
			if (!made.ok) return this.#unmade(file, made.failure);
			this.#outcome = { kind: 'exported', file, counts: made.value.counts };
			return { file, content: made.value.file };
		});
	}

	/** Merges a backup into the library. A backup with a fault changes nothing. */
	restore(file: File): Promise<null> {
		return this.#during(async () => {
			if (!(await this.#opens())) return null;
			const merged = await inFileWorker({ kind: 'restore', file }, this.#running());
			if (!merged.ok) return this.#unmade(file.name, merged.failure);
			const { made, report, removed } = merged.value;
			const restored = settings.restore(merged.value.settings);
			this.#outcome = { kind: 'restored', made, report, settings: restored, removed };
			return null;
		});
	}

	/** Puts back the articles that the last restored backup has removed. */
	putBack = (): Promise<null> =>
		this.#during(async (before) => {
			let count = 0;
			for (const id of before.kind === 'restored' ? before.removed : []) {
				const put = await ask((store) => store.restoreArticle(id));
				if (!put.ok) return this.#failed(put.failure);
				if (put.value) count += 1;
			}
			this.#outcome = { kind: 'put back', count };
			return null;
		});

	/** Stops reading or writing a backup: nothing has changed then. */
	cancel = (): void => this.#abort?.abort();

	/** Whether the database opens. A worker waits for an older tab, and cannot say so. */
	async #opens(): Promise<boolean> {
		const opened = await ask((store) => store.opens());
		if (!opened.ok) this.#failed(opened.failure);
		return opened.ok;
	}

	/** Starts a long task, which shows its progress and can be cancelled. */
	#running() {
		const abort = new AbortController();
		this.#abort = abort;
		this.#done = 0;
		return { signal: abort.signal, progress: (done: number) => (this.#done = done) };
	}

	#unmade(file: string, failure: FileFailure): null {
		switch (failure.kind) {
			case 'refused':
				return this.#refused(file, failure.failure);
			case 'store':
				return this.#failed(failure.failure);
			case 'aborted':
				return null;
			case 'broken':
				return this.#failed({ kind: 'failed', message: failure.message });
		}
	}

	clear(): Promise<null> {
		return this.#during(async () => {
			const cleared = await ask((store) => store.clear());
			if (!cleared.ok) return this.#failed(cleared.failure);
			settings.clear();
			forgetSeen();
			clearAllUnsaved();
			this.#outcome = { kind: 'cleared' };
			return null;
		});
	}

	/** Returns what deleting everything would delete; null where the database does not answer. */
	async holdings(): Promise<Held | null> {
		const counted = await ask((store) => store.counts());
		const listed = await ask((store) => store.dictionaries());
		if (!counted.ok || !listed.ok) return null;
		return { counts: counted.value, dictionaries: listed.value.length };
	}

	/** `work` is given what was shown before. */
	async #during<T>(work: (before: BackupOutcome) => Promise<T | null>): Promise<T | null> {
		const before = this.#outcome;
		this.#working = true;
		this.#outcome = { kind: 'none' };
		try {
			return await work(before);
		} catch (error) {
			return this.#failed(failedCall(error));
		} finally {
			this.#working = false;
			this.#abort = this.#done = null;
		}
	}

	#failed(failure: StoreFailure): null {
		this.#outcome = { kind: 'failed', failure };
		return null;
	}

	#refused(file: string, failure: Extract<BackupOutcome, { kind: 'refused' }>['failure']): null {
		this.#outcome = { kind: 'refused', file, failure };
		return null;
	}
}

const ask = <T>(question: (library: OpenStore) => StoreResult<T>) => askStore(store, question);

/** Returns the date in the reader’s time zone. */
const today = (): string => new Intl.DateTimeFormat('sv-SE').format(Date.now());

const chosen = (): Record<string, string> => ({ ...(settings.values satisfies Values) });
