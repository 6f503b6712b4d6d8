/**
 * Reads, writes and watches the database. Errors are returned as values; no write is left
 * half-done.
 */
import { liveQuery } from 'dexie';
import type { StoreResult, StoreFailure } from '$lib/core/library/storeFailure';
import type { Unsubscribe } from '$lib/core/library/store';
import { fail, ok } from '$lib/core/result';
import type { Connection } from './connection';
import type { Mirror } from './mirror';
import { sweep } from './sweep';
import { emptyTrash } from './sweepPictures';
import type { Database } from './schema';

type MirrorName = 'own' | 'highlights' | 'savedWords';

export class Access {
	/**
	 * `now` returns the time to record for changes that the store itself makes. `mirrors` are the
	 * lists of articles with something of the reader’s; null where nothing keeps them.
	 */
	constructor(
		readonly connection: Connection,
		readonly now: () => string,
		private readonly mirrors: Readonly<Record<MirrorName, Mirror>> | null
	) {}

	get db(): Database {
		return this.connection.db;
	}

	async read<T>(work: () => PromiseLike<T>): StoreResult<T> {
		const ready = await this.connection.ready();
		if (!ready.ok) return ready;
		try {
			return ok(await work());
		} catch (error) {
			return fail(this.connection.failureOf(error));
		}
	}

	/**
	 * Runs `work` in one transaction: all of it is written or nothing. `work` may await only the
	 * database, and must request all its writes together, after its reads: when a tab closes, Firefox
	 * commits the writes requested so far.
	 */
	async write<T>(work: () => Promise<T>): StoreResult<T> {
		const once = () => this.read(() => this.db.transaction('rw', this.db.tables, work));
		let written = await once();
		// If the disk is full, free room from the trash, then from cached answers: both can be lost.
		const room = [() => emptyTrash(this.db), () => sweep(this.db)];
		for (const make of room) {
			if (written.ok || written.failure.kind !== 'full') return written;
			const made = await this.read(make);
			if (made.ok && made.value > 0) written = await once();
		}
		return written;
	}

	/**
	 * Writes like `write`, and returns when the list has the article too: a tab that closes at once
	 * leaves no saved words that the next visit does not look for.
	 */
	async writeListed<T>(list: MirrorName, work: () => Promise<T>): StoreResult<T> {
		const written = await this.write(work);
		if (written.ok) await this.mirrors?.[list].refresh();
		return written;
	}

	/** Calls `next` with the result of `query` now and after each change to it, in any tab. */
	watch<T>(
		query: () => Promise<T>,
		next: (value: T) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe {
		const ended = new AbortController();
		const { signal } = ended;
		const end = (failure: StoreFailure) => {
			if (signal.aborted) return;
			ended.abort();
			failed(failure);
		};
		signal.addEventListener(
			'abort',
			this.connection.onLost(() => end({ kind: 'newer' }))
		);
		void this.#openFor(signal, failed).then((failure) => {
			if (failure) return end(failure);
			if (signal.aborted) return;
			const subscription = liveQuery(query).subscribe({
				next: (value) => signal.aborted || next(value),
				error: (error) => end(this.connection.failureOf(error))
			});
			signal.addEventListener('abort', () => subscription.unsubscribe());
		});
		return () => ended.abort();
	}

	/**
	 * Waits for the connection, for an older tab to close too. Returns the failure if it is
	 * permanent.
	 */
	async #openFor(
		signal: AbortSignal,
		failed: (failure: StoreFailure) => void
	): Promise<StoreFailure | null> {
		let ready = await this.connection.ready();
		if (!ready.ok && ready.failure.kind === 'blocked') {
			if (!signal.aborted) failed(ready.failure);
			ready = await this.connection.opened();
		}
		return ready.ok ? null : ready.failure;
	}
}
