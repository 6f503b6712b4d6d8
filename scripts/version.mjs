import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** The sources of a build. */
const sources = [
	'package-lock.json',
	'scripts',
	'src',
	'static',
	'svelte.config.js',
	'translations',
	'vite.config.ts'
];

/**
 * Returns the version of the app: a digest of its sources, so that a rebuild of the same sources
 * does not announce a new version to every reader.
 */
export function sourceVersion() {
	const digest = createHash('sha256');
	for (const file of sources.flatMap(files).sort()) digest.update(`${file}\0`).update(read(file));
	return digest.digest('hex').slice(0, 12);
}

/** @param {string} file */
const read = (file) => readFileSync(join(root, file));

/**
 * @param {string} path
 * @returns {string[]}
 */
const files = (path) =>
	statSync(join(root, path)).isFile()
		? [path]
		: readdirSync(join(root, path)).flatMap((name) => files(`${path}/${name}`));
