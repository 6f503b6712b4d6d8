import { liveQuery } from 'dexie';

/**
 * A localStorage entry that is the answer of a query. Boot scripts and pages read it, when the
 * database cannot yet be asked.
 */
export interface Mirror {
	/** Makes the entry equal to the database now. */
	refresh(): Promise<void>;
	/** Keeps it equal from now on. Returns a function that stops this. */
	follow(): () => void;
}

export function mirror(
	storage: Pick<Storage, 'setItem'>,
	key: string,
	query: () => Promise<unknown>
): Mirror {
	const keep = (found: unknown): void => {
		try {
			storage.setItem(key, JSON.stringify(found));
		} catch {
			// Storage is full or blocked: the page asks the database shortly after its first paint.
		}
	};
	return {
		// Reads and writes report an error of the database themselves.
		refresh: () => query().then(keep, () => undefined),
		follow() {
			const subscription = liveQuery(query).subscribe({ next: keep, error: () => undefined });
			return () => subscription.unsubscribe();
		}
	};
}
