/** The reader’s library in IndexedDB, with Dexie, as `core/library/store.ts` defines it. */
import type { DexieOptions } from 'dexie';
import { moment } from '$lib/core/library/moment';
import type { Store } from '$lib/core/library/store';
import type { StoreResult } from '$lib/core/library/storeFailure';
import type { MachineCache } from '$lib/core/machine/cache';
import type { ModelRecords } from '$lib/core/machine/modelStore';
import type { OwnIndexStore } from '$lib/core/search/ownIndex';
import type { DictionaryStore } from '$lib/core/words/dictionary/store';
import type { LemmaStore } from '$lib/core/words/lemmaStore';
import { Access } from './access';
import { alignments } from './alignments';
import { answers } from './answers';
import { articles } from './articles';
import { books } from './books';
import { Connection } from './connection';
import { dictionaries } from './dictionaries';
import { exchange } from './exchange';
import { highlights } from './highlights';
import { lemmaCounts } from './lemmaCounts';
import { modelRecords } from './models';
import { highlightMirror, ownMirror, savedMirror } from './own';
import { ownIndex } from './ownIndex';
import { pairings } from './pairings';
import { placeMirror } from './places';
import { savedWords } from './savedWords';
import { Database } from './schema';
import { emptyTrash } from './sweepPictures';
import { translations } from './translations';
import { watchWork } from './watchWork';
import { work } from './work';

/**
 * Time for which a removed article can be restored, in milliseconds. The next start after it
 * empties the trash.
 */
const trashMs = 60 * 60 * 1000;

/** What the database needs from the browser; tests pass their own. */
export interface DatabaseEnvironment {
	/** Defaults to the browser’s IndexedDB. */
	readonly indexedDB?: IDBFactory;
	readonly IDBKeyRange?: typeof IDBKeyRange;
	/** Stores the lists of own articles and of reading positions for the boot scripts. */
	readonly storage?: Pick<Storage, 'setItem'>;
	readonly now?: () => number;
}

export interface OpenStore extends Store, DictionaryStore, LemmaStore, OwnIndexStore {
	readonly models: ModelRecords;
	readonly answers: MachineCache;
	/** Opens the database, or returns why it does not open. */
	opens(): StoreResult<void>;
	close(): void;
}

/** Returns the store, which opens the database at its first use. Reports no failure before that. */
export function openStore(environment: DatabaseEnvironment = {}): OpenStore {
	const now = environment.now ?? Date.now;
	const indexedDB = environment.indexedDB ?? browserDB();
	const db = new Database(dexieOptions(environment));
	const connection = new Connection(db, indexedDB);
	const { storage } = environment;
	const mirrors = storage
		? {
				own: ownMirror(db, storage),
				highlights: highlightMirror(db, storage),
				savedWords: savedMirror(db, storage)
			}
		: null;
	const access = new Access(connection, () => moment(now()), mirrors);
	const stop = new AbortController();

	void connection.opened().then(async (ready) => {
		if (!ready.ok || stop.signal.aborted) return;
		if (mirrors && storage)
			for (const mirror of [...Object.values(mirrors), placeMirror(db, storage)])
				stop.signal.addEventListener('abort', mirror.follow());
		const old = moment(now() - trashMs);
		await access.read(() => emptyTrash(db, old));
	});

	return {
		...articles(access),
		...books(access),
		...work(access),
		watchWork: watchWork(access),
		...translations(access),
		...alignments(access),
		...pairings(access),
		...highlights(access),
		...savedWords(access),
		...exchange(access),
		...dictionaries(access),
		...lemmaCounts(access),
		...ownIndex(access),
		models: modelRecords(access),
		answers: answers(access),
		opens: () => access.read(async () => undefined),
		close: () => {
			stop.abort();
			connection.close();
		}
	};
}

/** Returns undefined if the browser has no IndexedDB or denies this page access to it. */
function browserDB(): IDBFactory | undefined {
	try {
		return globalThis.indexedDB;
	} catch {
		return undefined;
	}
}

const dexieOptions = ({ indexedDB, IDBKeyRange }: DatabaseEnvironment): DexieOptions => ({
	...(indexedDB ? { indexedDB } : {}),
	...(IDBKeyRange ? { IDBKeyRange } : {})
});
