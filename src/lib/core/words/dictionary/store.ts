/** The interface of the store of the reader’s dictionaries; `adapters/db` implements it. */
import type { StoreFailure, StoreResult } from '../../library/storeFailure';
import type { Unsubscribe } from '../../library/store';
import type { DictionaryFiles, OwnDictionary, ReadDictionary } from './dictionary';

export interface DictionaryStore {
	/** Calls back at once and after every change, with all that are not removed, in their order. */
	watchDictionaries(
		next: (dictionaries: readonly OwnDictionary[]) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe;
	dictionaries(): StoreResult<readonly OwnDictionary[]>;
	/** Adds a dictionary at the end. Null: the same one is there already. */
	addDictionary(id: string, read: ReadDictionary): StoreResult<OwnDictionary | null>;
	/** Null: there is none of this id. */
	dictionaryFiles(id: string): StoreResult<DictionaryFiles | null>;
	/** Puts dictionaries in this order; others follow them. */
	orderDictionaries(ids: readonly string[]): StoreResult<void>;
	/** Takes a dictionary out of the list and of look-up. Its files stay until the next sweep. */
	removeDictionary(id: string): StoreResult<void>;
	/** False: its files are gone. */
	restoreDictionary(id: string): StoreResult<boolean>;
}
