/** The stored articles that are kept for reading offline, as they are recognised without a network. */
import { keptPaths, keptVersions, kept } from '../offline/versionCaches';
import { parseStoredArticle, storedEntry, type StoredEntry } from '../../core/translation/stored';

/** Articles that were read, by address and version: reading one takes some milliseconds. */
const read = new Map<string, StoredEntry | null>();

/** Returns the stored articles whose data the caches have, of the newest version that has it. */
export async function keptEntries(): Promise<readonly StoredEntry[]> {
	try {
		const newest = new Map<string, string>();
		for (const version of await keptVersions())
			for (const path of await keptPaths(version))
				if (/^\/stored\/[\w-]+\.json$/.test(path)) newest.set(path, version);
		const entries: StoredEntry[] = [];
		for (const [path, version] of newest) {
			const entry = await keptEntry(path, version);
			if (entry) entries.push(entry);
		}
		return entries;
	} catch {
		return []; // caches are blocked by the browser’s settings
	}
}

async function keptEntry(path: string, version: string): Promise<StoredEntry | null> {
	const name = `${version} ${path}`;
	const known = read.get(name);
	if (known !== undefined) return known;
	const response = await kept(version, path);
	const parsed = parseStoredArticle(response && (await response.json().catch(() => null)));
	const entry = parsed.ok ? storedEntry(parsed.value) : null;
	read.set(name, entry);
	return entry;
}
