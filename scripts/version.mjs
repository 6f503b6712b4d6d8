import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** All that a build is made of. */
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
 * The version of the app: a digest of its sources, so that building the same thing twice does not
 * tell every reader of a new version.
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
