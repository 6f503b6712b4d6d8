import { parseEntry, type LexiconEntry } from './entry';

/** The words of a language with their meanings, and what finds them. */
export interface LexiconIndex {
	readonly lang: string;
	readonly entries: readonly LexiconEntry[];
	/** Heads that are more common than others with the same form. */
	readonly common: ReadonlySet<string>;
	/** Returns the entries with this head, spelt with these capitals. */
	headed(head: string): readonly LexiconEntry[];
	/** Returns the entries that have this head or list this form, whatever the capitals. */
	listed(form: string): readonly LexiconEntry[];
	/** Returns the entries that list this joining form: `gatu`. */
	joined(form: string): readonly LexiconEntry[];
	/** Returns the entries of several words whose first word this is. */
	phrases(first: string): readonly LexiconEntry[];
}

/** Parses shards: entries a line, `#` before a heading for the reader. */
export const parseEntries = (shards: readonly string[]): readonly LexiconEntry[] =>
	shards.flatMap((shard) =>
		shard
			.split('\n')
			.flatMap((line) => (line === '' || line.startsWith('#') ? [] : [parseEntry(line)]))
	);

/** An array only where several entries share a key: most have their own. */
type Index = Map<string, LexiconEntry | LexiconEntry[]>;

export function lexicon(
	lang: string,
	entries: readonly LexiconEntry[],
	common: ReadonlySet<string> = new Set()
): LexiconIndex {
	const listed: Index = new Map();
	const joined: Index = new Map();
	const phrases: Index = new Map();
	for (const entry of entries) {
		const { head } = entry;
		add(listed, head.toLowerCase(), entry);
		for (const form of entry.forms) if (form !== null) add(listed, form.toLowerCase(), entry);
		for (const form of entry.joining) add(joined, form, entry);
		const space = head.indexOf(' ');
		if (space !== -1 && entry.code !== 'ab')
			add(phrases, head.slice(0, space).toLowerCase(), entry);
	}
	return {
		lang,
		entries,
		common,
		headed: (head) => found(listed, head.toLowerCase()).filter((entry) => entry.head === head),
		listed: (form) => found(listed, form.toLowerCase()),
		joined: (form) => found(joined, form),
		phrases: (first) => found(phrases, first)
	};
}

const none: readonly LexiconEntry[] = [];

function found(index: Index, key: string): readonly LexiconEntry[] {
	const entries = index.get(key);
	if (entries === undefined) return none;
	return Array.isArray(entries) ? entries : [entries];
}

function add(index: Index, key: string, entry: LexiconEntry): void {
	const list = index.get(key);
	if (list === undefined) index.set(key, entry);
	else if (!Array.isArray(list)) {
		if (list !== entry) index.set(key, [list, entry]);
	} else if (!list.includes(entry)) list.push(entry);
}
