/** The reader’s library in IndexedDB, by Dexie: `core/library/store.ts` says what it promises. */
import type { DexieOptions } from 'dexie';
import { moment } from '$lib/core/library/moment';
import type { Store } from '$lib/core/library/store';
import type { MachineCache } from '$lib/core/machine/cache';
import type { ModelRecords } from '$lib/core/machine/modelStore';
import { Access } from './access';
import { answers } from './answers';
import { articles } from './articles';
import { Connection } from './connection';
import { exchange } from './exchange';
import { modelRecords } from './models';
import { mirrorOwn } from './own';
import { Database } from './schema';
import { work } from './work';

/** What is thrown away can be put back for an hour; the next start after that empties it. */
const trashMs = 60 * 60 * 1000;

export interface Surroundings {
	/** The browser’s IndexedDB where nothing else is given. */
	readonly indexedDB?: IDBFactory;
	readonly IDBKeyRange?: typeof IDBKeyRange;
	/** Where the list of the reader’s own articles is kept for the boot script. */
	readonly storage?: Pick<Storage, 'setItem'>;
	readonly now?: () => number;
}

export interface OpenStore extends Store {
	readonly models: ModelRecords;
	readonly answers: MachineCache;
	close(): void;
}

/** Opens at the first use; nothing here fails before it is asked. */
export function openStore(around: Surroundings = {}): OpenStore {
	const now = around.now ?? Date.now;
	const indexedDB = around.indexedDB ?? browserDB();
	const db = new Database(dexieOptions(around));
	const connection = new Connection(db, indexedDB);
	const access = new Access(connection, () => moment(now()));
	const stop = new AbortController();

	void connection.opened().then(async (ready) => {
		if (!ready.ok || stop.signal.aborted) return;
		if (around.storage) stop.signal.addEventListener('abort', mirrorOwn(db, around.storage));
		const old = moment(now() - trashMs);
		await access.write(() => db.trash.where('removedAt').below(old).delete());
	});

	return {
		...articles(access),
		...work(access),
		...exchange(access),
		models: modelRecords(access),
		answers: answers(access),
		close: () => {
			stop.abort();
			connection.close();
		}
	};
}

/** Undefined where the browser has none, or will not let this page look at it. */
function browserDB(): IDBFactory | undefined {
	try {
		return globalThis.indexedDB;
	} catch {
		return undefined;
	}
}

const dexieOptions = ({ indexedDB, IDBKeyRange }: Surroundings): DexieOptions => ({
	...(indexedDB ? { indexedDB } : {}),
	...(IDBKeyRange ? { IDBKeyRange } : {})
});
