/**
 * The project’s content files, read from the disk when the site is built. Not through Vite: that makes
 * a module of every file, in both builds, and holds all of them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { FilesByPath } from './read';

/** Returns the names of the files of a project folder with this ending; none without the folder. */
export const namesIn = (folder: string, ending: string): readonly string[] =>
	(existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith(ending)).sort();

/** Returns the files of a project folder with this ending, by path. */
export const filesIn = (folder: string, ending: string): FilesByPath =>
	Object.fromEntries(
		namesIn(folder, ending).map((name) => [
			`${folder}/${name}`,
			readFileSync(`${folder}/${name}`, 'utf8')
		])
	);
