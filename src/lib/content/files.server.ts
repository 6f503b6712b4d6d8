/**
 * The project’s content files, read from the disk when the site is built. Not through Vite: that makes
 * a module of every file, in both builds, and holds all of them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { FilesByPath } from './read';

/** Returns the files of a project folder with this ending, by path; none where there is no folder. */
export function filesIn(folder: string, ending: string): FilesByPath {
	const names = existsSync(folder) ? readdirSync(folder) : [];
	return Object.fromEntries(
		names
			.filter((name) => name.endsWith(ending))
			.sort()
			.map((name) => [`${folder}/${name}`, readFileSync(`${folder}/${name}`, 'utf8')])
	);
}
