/**
 * The project’s content, read when the site is built. Pages get their parts of it as data. An article
 * is read when it is asked for, and forgotten after some others: ten thousand do not fit in memory.
 */
import { readFileSync } from 'node:fs';
import { storedEntry, type StoredArticle, type StoredEntry } from '../core/translation/stored';
import { lastChanged } from './about';
import { articlePaths, type ArticlePaths } from './articlePaths';
import { namesIn } from './files.server';
import { lazily } from './lazily';
import { readContent, type FilesByPath } from './read';

const paths = lazily(
	(): ReadonlyMap<string, ArticlePaths> =>
		new Map(
			articlePaths(namesIn('src/articles', '.md'), namesIn('translations/articles', '.json')).map(
				(files) => [files.id, files]
			)
		)
);

/** Returns the id of every stored article, in order. */
export const articleIds = lazily((): readonly string[] => [...paths().keys()]);

/** Articles that are remembered: the pages of one are made one after the other. */
const remembered = 16;

const recent = new Map<string, StoredArticle>();

/** Returns a stored article; null where there is none with this id. Throws where a file is wrong. */
export function entry(id: string): StoredArticle | null {
	const files = paths().get(id);
	const found =
		recent.get(id) ?? (files && readContent(read(files.originals), read(files.translations))[0]);
	if (!found) return null;
	recent.delete(id);
	recent.set(id, found);
	const [oldest] = recent.keys();
	if (recent.size > remembered && oldest !== undefined) recent.delete(oldest);
	return found;
}

const read = (files: readonly string[]): FilesByPath =>
	Object.fromEntries(files.map((path) => [path, readFileSync(path, 'utf8')]));

/** Returns the text of all files of a stored article, in order; none where there is none with this id. */
export function sourceOf(id: string): readonly string[] {
	const { originals = [], translations = [] } = paths().get(id) ?? {};
	return Object.values({ ...read(originals), ...read(translations) });
}

interface Summary {
	readonly listed: StoredEntry;
	/** When a translation of it was changed last. */
	readonly changed: string | null;
}

/** Reads every article once, and keeps of each what lists of all need. */
const summaries = lazily((): readonly Summary[] =>
	articleIds().flatMap((id) => {
		const found = entry(id);
		return found ? { listed: storedEntry(found), changed: lastChanged(found) } : [];
	})
);

/** Returns every stored article as the index lists it, by id. */
export const storedEntries = lazily((): readonly StoredEntry[] =>
	summaries().map(({ listed }) => listed)
);

/** Returns the date of the last change of each article, by id; null where nothing says. */
export const changes = (): readonly { readonly id: string; readonly changed: string | null }[] =>
	summaries().map(({ listed, changed }) => ({ id: listed.id, changed }));

/** The text that a first visit begins with: it shows how the reader works, on itself. */
export const startHere = 'borja-har';

/**
 * Number of articles up to which every reader stores the whole library; beyond it, readers choose
 * (`storedUnasked` in scripts/plan.mjs, which also lets a library of short texts pass).
 */
const storedUnasked = 50;

/** Tells whether readers are asked what to store for reading offline. */
export const isChosen = (): boolean => articleIds().length > storedUnasked;
