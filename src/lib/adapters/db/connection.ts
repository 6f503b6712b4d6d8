/**
 * The one connection to the reader’s database, and what can come between: an older tab that holds
 * it during an upgrade (`blocked`: goes on by itself once that tab is closed), a newer tab that
 * upgrades it (`newer`: this tab lets go at once, for good, so that it never stands in the way and
 * never writes what the newer one does not understand).
 */
import type { StoreFailure } from '$lib/core/library/store';
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
			// Deleted, not upgraded (by the browser, by hand): the next use makes it anew.
			if (newVersion !== null) this.#newer = true;
			this.close();
			if (this.#newer) for (const lost of this.#lost) lost();
			return false; // and not Dexie’s own answer, which would open it again
		});
		// The browser took the connection (site data cleared, a fault of the disk).
		db.on('close', () => (this.#opening = null));
	}

	/** Opens where it is not open. While an older tab stands in the way it fails with `blocked` at once. */
	ready(): Promise<Ready> {
		if (this.db.isOpen()) return Promise.resolve(ok(undefined)); // and nothing waits on #blocked
		return Promise.race([this.opened(), this.#blocked]);
	}

	/** As `ready`, but waits until the older tab is gone. */
	opened(): Promise<Ready> {
		if (this.#newer) return Promise.resolve(fail({ kind: 'newer' }));
		this.#opening ??= this.#open();
		return this.#opening;
	}

	/** Calls back when a newer tab takes the database. Gives the way to stop that. */
	onLost(lost: () => void): () => void {
		this.#lost.add(lost);
		return () => this.#lost.delete(lost);
	}

	/** What an error means, now that it came. */
	failureOf(error: unknown): StoreFailure {
		return this.#newer ? { kind: 'newer' } : failureOf(error);
	}

	close(): void {
		this.#opening = null;
		this.db.close();
	}

	async #open(): Promise<Ready> {
		try {
			// Dexie would open a newer database, and even add to it what it finds missing there.
			if ((await installedVersion(this.indexedDB)) > databaseVersion) this.#newer = true;
			if (this.#newer) return fail({ kind: 'newer' });
			await this.db.open();
			this.#blocked = this.#awaitBlock();
			return ok(undefined);
		} catch (error) {
			this.#opening = null; // the next use tries again
			return fail(this.failureOf(error));
		}
	}

	#awaitBlock(): Promise<Ready> {
		return new Promise((resolve) => {
			this.#unblock = () => resolve(fail({ kind: 'blocked' }));
		});
	}
}

/** The version of the database that is there, 0 for none. Dexie’s versions are tenths of the browser’s. */
function installedVersion(indexedDB: IDBFactory | undefined): Promise<number> {
	return new Promise((resolve, reject) => {
		if (!indexedDB) throw new Error('indexedDB is missing');
		const request = indexedDB.open(databaseName);
		let made = false;
		request.onupgradeneeded = () => {
			made = true; // by asking: undo that
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
