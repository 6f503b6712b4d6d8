/** The project’s content, read when the site is built. Pages get their parts of it as data. */
import { storedEntry, type StoredArticle, type StoredEntry } from '../core/translation/stored';
import { filesIn } from './files.server';
import { lazily } from './lazily';
import { readContent } from './read';

export type LibraryEntry = StoredArticle;

/** Returns every stored article, by id. */
export const library = lazily((): readonly LibraryEntry[] =>
	readContent(filesIn('src/articles', '.md'), filesIn('translations/articles', '.json'))
);

const byId = lazily(() => new Map(library().map((stored) => [stored.id, stored])));

/** The text that a first visit begins with: it shows how the reader works, on itself. */
export const startHere = 'borja-har';

export const entry = (id: string): LibraryEntry | null => byId().get(id) ?? null;

/** Returns every stored article as the index lists it, by id. */
export const storedEntries = lazily((): readonly StoredEntry[] => library().map(storedEntry));

/**
 * Number of articles up to which every reader stores the whole library; beyond it, readers choose
 * (`storedUnasked` in scripts/plan.mjs, which also lets a library of short texts pass).
 */
const storedUnasked = 50;

/** Tells whether readers are asked what to store for reading offline. */
export const isChosen = (): boolean => library().length > storedUnasked;
