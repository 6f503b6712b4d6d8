/**
 * Words that are being written and not saved yet: kept in localStorage at every stroke, so that a
 * closed tab loses nothing. Where there is no storage, the editor goes on without.
 */
const prefix = 'jamsides.unsaved.';

export function unsaved(key: string): string | null {
	try {
		return localStorage.getItem(prefix + key);
	} catch {
		return null;
	}
}

export function keepUnsaved(key: string, text: string): void {
	try {
		localStorage.setItem(prefix + key, text);
	} catch {
		// Full or forbidden: what is in the field still stands there.
	}
}

export function clearUnsaved(key: string): void {
	try {
		localStorage.removeItem(prefix + key);
	} catch {
		// Nothing was kept.
	}
}
