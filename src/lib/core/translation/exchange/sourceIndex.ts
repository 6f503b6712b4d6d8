/** Finds which source texts of a file a text begins with at some place. */

/** Lookups take the first letters of a key, or the whole of a shorter one. */
const prefixLength = 24;

export class SourceIndex<Entry> {
	readonly #keys = new Map<string, string[]>();
	readonly #entries = new Map<string, Entry[]>();

	add(key: string, entry: Entry): void {
		const found = this.#entries.get(key);
		if (found) return void found.push(entry);
		this.#entries.set(key, [entry]);
		const prefix = key.slice(0, prefixLength);
		const keys = this.#keys.get(prefix);
		if (keys) keys.push(key);
		else this.#keys.set(prefix, [key]);
	}

	/** Returns the keys that stand in `text` at `at`, the longest first. */
	keysAt(text: string, at: number): readonly string[] {
		const long = this.#keys.get(text.slice(at, at + prefixLength)) ?? [];
		const found = long.filter((key) => text.startsWith(key, at));
		for (let length = prefixLength - 1; length > 0; length--)
			if (this.#keys.has(text.slice(at, at + length))) found.push(text.slice(at, at + length));
		return [...new Set(found)].toSorted((a, b) => b.length - a.length);
	}

	entries = (key: string): readonly Entry[] => this.#entries.get(key) ?? [];
}
