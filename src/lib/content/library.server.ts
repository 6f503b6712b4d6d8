/** The project’s content, read when the site is built. Pages get what they need of it as data. */
import type { StoredArticle } from '../core/translation/stored';
import { readContent } from './read';

// Vite reads the options as they stand here, so they are written twice.
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

/** Every stored article, by id. */
export const library = (): readonly LibraryEntry[] => content;

export const entry = (id: string): LibraryEntry | null =>
	content.find((stored) => stored.id === id) ?? null;
