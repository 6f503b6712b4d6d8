import { readdirSync, readFileSync } from 'node:fs';
import { readContent, type Files } from '../lib/content/read';

const root = new URL('../../', import.meta.url);

/** The files of a folder of the project whose names end so, by path. */
export function filesIn(folder: string, ending: string): Files {
	const names = readdirSync(new URL(`${folder}/`, root)).filter((name) => name.endsWith(ending));
	return Object.fromEntries(
		names.map((name) => [
			`${folder}/${name}`,
			readFileSync(new URL(`${folder}/${name}`, root), 'utf8')
		])
	);
}

/** The project’s content, read from disk: what pages get when the site is built. */
export const content = () =>
	readContent(filesIn('src/articles', '.md'), filesIn('translations/articles', '.json'));
