/**
 * The only connection to the reader’s database. Two things can interrupt it: an older tab that
 * holds the database during an upgrade (`blocked`: work resumes once that tab closes), and a newer
 * tab that upgrades it (`newer`: this tab closes its connection for good, so that it neither blocks
 * the newer tab nor writes records that the newer version does not understand).
 */
import type { StoreFailure } from '$lib/core/library/storeFailure';
import { fail, ok, type Result } from '$lib/core/result';
import { failureOf } from './failure';
import { databaseName, databaseVersion, type Database } from './schema';

type Ready = Result<void, StoreFailure>;

export class Connection {
	#opening: Promise<Ready> | null = null;
	#newer = false;
	readonly #lost = new Set<() => void>();
	#blocked: Promise<Ready>;
	#unblock: () => void = () => undefined;

	constructor(
		readonly db: Database,
		readonly indexedDB: IDBFactory | undefined
	) {
		this.#blocked = this.#awaitBlock();
		db.on('blocked', () => this.#unblock());
		db.on('versionchange', ({ newVersion }) => {
			// A null version means deleted (by the browser or by hand): the next use creates it anew.
			if (newVersion !== null) this.#newer = true;
			this.close();
			if (this.#newer) for (const lost of this.#lost) lost();
			return false; // suppresses Dexie’s default, which would open the database again
		});
		// The browser closed the connection (site data cleared, or a disk error).
		db.on('close', () => (this.#opening = null));
	}

	/**
	 * Opens the database if it is not open. Fails at once with `blocked` while an older tab holds it.
	 */
	ready(): Promise<Ready> {
		if (this.db.isOpen()) return Promise.resolve(ok(undefined)); // does not wait for #blocked
		return Promise.race([this.opened(), this.#blocked]);
	}

	/** Like `ready`, but waits until the older tab has closed. */
	opened(): Promise<Ready> {
		if (this.#newer) return Promise.resolve(fail({ kind: 'newer' }));
		this.#opening ??= this.#open();
		return this.#opening;
	}

	/** Calls `lost` when a newer tab takes the database. Returns a function that stops this. */
	onLost(lost: () => void): () => void {
		this.#lost.add(lost);
		return () => this.#lost.delete(lost);
	}

	/** Returns the failure for an error; after a newer tab took the database, always `newer`. */
	failureOf(error: unknown): StoreFailure {
		return this.#newer ? { kind: 'newer' } : failureOf(error);
	}

	close(): void {
		this.#opening = null;
		this.db.close();
	}

	async #open(): Promise<Ready> {
		try {
			// Dexie would open a newer database, and even add the tables it misses there.
			if ((await installedVersion(this.indexedDB)) > databaseVersion)
				return fail({ kind: 'outdated' });
			if (this.#newer) return fail({ kind: 'newer' });
			await this.db.open();
			this.#blocked = this.#awaitBlock();
			return ok(undefined);
		} catch (error) {
			this.#opening = null; // lets the next use try again
			return fail(this.failureOf(error));
		}
	}

	#awaitBlock(): Promise<Ready> {
		return new Promise((resolve) => {
			this.#unblock = () => resolve(fail({ kind: 'blocked' }));
		});
	}
}

/**
 * Returns the version of the existing database, 0 for none. The browser’s version is ten times
 * Dexie’s.
 */
function installedVersion(indexedDB: IDBFactory | undefined): Promise<number> {
	return new Promise((resolve, reject) => {
		if (!indexedDB) throw new Error('indexedDB is missing');
		const request = indexedDB.open(databaseName);
		let made = false;
		request.onupgradeneeded = () => {
			made = true; // asking has created an empty database: undo that
			request.transaction?.abort();
		};
		request.onsuccess = () => {
			const { version } = request.result;
			request.result.close();
			resolve(Math.floor(version / 10));
		};
		request.onerror = (event) => {
			event.preventDefault();
			if (made) resolve(0);
			else reject(request.error ?? new Error('the database did not open'));
		};
	});
}
