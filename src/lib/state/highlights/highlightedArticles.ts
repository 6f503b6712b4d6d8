import { readLocalList } from '../localStore';

/** The localStorage key of the list that the store writes (`adapters/db/own.ts`). */
export const highlightedKey = 'jamsides.highlights';

/** Returns the ids of the articles with highlights, without opening the database. */
export const highlightedArticles = (): readonly unknown[] => readLocalList(highlightedKey);
