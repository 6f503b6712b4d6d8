import { readdirSync, readFileSync } from 'node:fs';
import { articlePaths, type ArticlePaths } from '../lib/content/articlePaths';
import { readContent, type FilesByPath } from '../lib/content/read';
import type { StoredArticle } from '../lib/core/translation/stored';

const root = new URL('../../', import.meta.url);

/** Returns the names of the files of a project folder with this ending. */
const namesIn = (folder: string, ending: string): readonly string[] =>
	readdirSync(new URL(`${folder}/`, root)).filter((name) => name.endsWith(ending));

/** Returns files of the project, by path. */
const read = (paths: readonly string[]): FilesByPath =>
	Object.fromEntries(paths.map((path) => [path, readFileSync(new URL(path, root), 'utf8')]));

/** Returns the files of a project folder with this ending, by path. */
export const filesIn = (folder: string, ending: string): FilesByPath =>
	read(namesIn(folder, ending).map((name) => `${folder}/${name}`));

/** Returns the files of every article, which are not read. */
export const contentPaths = (): readonly ArticlePaths[] =>
	articlePaths(namesIn('src/articles', '.md'), namesIn('translations/articles', '.json'));

/** Reads an article. Throws, with its path, where a file is wrong. */
export const readStored = ({ originals, translations }: ArticlePaths): readonly StoredArticle[] =>
	readContent(read(originals), read(translations));

let known: readonly StoredArticle[] | null = null;

/** Returns the project’s content, read from disk once: the content that the built site has. */
export const content = (): readonly StoredArticle[] =>
	(known ??= readContent(
		filesIn('src/articles', '.md'),
		filesIn('translations/articles', '.json')
	));
