/**
 * The browser's localStorage, which may be full, blocked or absent: a value that cannot be read is
 * null, and a value that cannot be written lasts for this visit only.
 */

/** Returns the text kept under `key`, or null. */
export function readLocal(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

/** Keeps `text` under `key`; null removes the key. */
export function writeLocal(key: string, text: string | null): void {
	try {
		if (text === null) localStorage.removeItem(key);
		else localStorage.setItem(key, text);
	} catch {
		// Storage is full or blocked.
	}
}

/** Returns the keys of all that is kept; none where storage is blocked. */
export function localKeys(): readonly string[] {
	try {
		return Object.keys(localStorage);
	} catch {
		return [];
	}
}

/** Returns the JSON value kept under `key`: null where there is none, or where it does not parse. */
export function readLocalJson(key: string): unknown {
	try {
		return JSON.parse(readLocal(key) ?? 'null');
	} catch {
		return null;
	}
}

/** Returns the JSON list kept under `key`: empty where there is none. */
export function readLocalList(key: string): readonly unknown[] {
	const list = readLocalJson(key);
	return Array.isArray(list) ? list : [];
}
