/** How the store reads, writes and watches: what goes wrong is a value, and nothing is half-done. */
import { liveQuery } from 'dexie';
import type { Stored, StoreFailure, Unsubscribe } from '$lib/core/library/store';
import { fail, ok } from '$lib/core/result';
import type { Connection } from './connection';
import { sweep } from './sweep';
import type { Database } from './schema';

export class Access {
	/** `now` gives the moment of a change that the store makes by itself. */
	constructor(
		readonly connection: Connection,
		readonly now: () => string
	) {}

	get db(): Database {
		return this.connection.db;
	}

	async read<T>(work: () => PromiseLike<T>): Stored<T> {
		const ready = await this.connection.ready();
		if (!ready.ok) return ready;
		try {
			return ok(await work());
		} catch (error) {
			return fail(this.connection.failureOf(error));
		}
	}

	/**
	 * One transaction: all of `work`, or nothing of it. It may await nothing but the database, and
	 * asks for its writes all at once, after its reads: Firefox commits what a closing tab has asked
	 * for so far.
	 */
	async write<T>(work: () => Promise<T>): Stored<T> {
		const once = () => this.read(() => this.db.transaction('rw', this.db.tables, work));
		let written = await once();
		// What the reader has thrown away, and what can be made anew, makes room for what they keep.
		const room = [() => this.db.trash.toCollection().delete(), () => sweep(this.db)];
		for (const make of room) {
			if (written.ok || written.failure.kind !== 'full') return written;
			const made = await this.read(make);
			if (made.ok && made.value > 0) written = await once();
		}
		return written;
	}

	/** Calls `next` with the answer of `query`, at once and after each change of it in any tab. */
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

	/** Waits for the connection, past an older tab if need be. Gives what prevents it for good. */
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
