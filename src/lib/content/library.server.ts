/** The project’s content, read when the site is built. Pages get their parts of it as data. */
import type { StoredArticle } from '../core/translation/stored';
import { readContent } from './read';

// Vite needs the options as literals at each call, so they are repeated.
const content = readContent(
	import.meta.glob<string>('/src/articles/*.md', {
		query: '?raw',
		import: 'default',
		eager: true
	}),
	import.meta.glob<string>('/translations/articles/*.json', {
		query: '?raw',
		import: 'default',
		eager: true
	})
);

export type LibraryEntry = StoredArticle;

/** Returns every stored article, by id. */
export const library = (): readonly LibraryEntry[] => content;

/** The text that a first visit begins with: it shows how the reader works, on itself. */
export const startHere = 'borja-har';

export const entry = (id: string): LibraryEntry | null =>
	content.find((stored) => stored.id === id) ?? null;
