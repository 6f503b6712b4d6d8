/** Which files an article has, by their names alone: no file is read. */

/** The files of an article: its original, and its translations. */
export interface ArticlePaths {
	readonly id: string;
	readonly originals: readonly string[];
	readonly translations: readonly string[];
}

/**
 * Returns the files of every article, by id.
 * @param originals names of files in `src/articles`
 * @param translations names of files in `translations/articles`
 */
export function articlePaths(
	originals: readonly string[],
	translations: readonly string[]
): readonly ArticlePaths[] {
	const found = new Map<string, { id: string; originals: string[]; translations: string[] }>();
	const of = (id: string) => {
		const known = found.get(id) ?? { id, originals: [], translations: [] };
		found.set(id, known);
		return known;
	};
	for (const name of originals)
		of(name.replace(/\.md$/, '')).originals.push(`src/articles/${name}`);
	for (const name of translations)
		of(name.replace(/\.[^.]*\.json$/, '')).translations.push(`translations/articles/${name}`);
	return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
