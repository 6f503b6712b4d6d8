import { readdirSync, readFileSync } from 'node:fs';
import { readContent, type FilesByPath } from '../lib/content/read';

const root = new URL('../../', import.meta.url);

/** Returns the files of a project folder with this ending, by path. */
export function filesIn(folder: string, ending: string): FilesByPath {
	const names = readdirSync(new URL(`${folder}/`, root)).filter((name) => name.endsWith(ending));
	return Object.fromEntries(
		names.map((name) => [
			`${folder}/${name}`,
			readFileSync(new URL(`${folder}/${name}`, root), 'utf8')
		])
	);
}

let read: ReturnType<typeof readContent> | null = null;

/** Returns the project’s content, read from disk once: the content that the built site has. */
export const content = () =>
	(read ??= readContent(filesIn('src/articles', '.md'), filesIn('translations/articles', '.json')));
