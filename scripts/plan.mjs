/**
 * Writes build/offline.json: every file of the built site with its size and digest. The service
 * worker fetches the listed files, and the page "Available offline" checks the caches against it.
 * Read from the finished site, since the build's own lists lack the files that workers load and the
 * data of prerendered pages.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Files that a reader asks for, and that are megabytes: models and what runs them
 * (adapters/mt/opus/runtimeFiles.ts).
 */
const onRequest =
	/^\/models\/|\/(?:translator|ort-wasm-simd-threaded|marian\w*)[.-][\w.-]+\.(?:js|mjs|wasm)$/;

/** Files that must be fresh, or that the browser itself fetches. */
const fresh =
	/\.(?:br|gz)$|^\/(?:service-worker\.js|robots\.txt|offline\.json|_app\/version\.json)$/;

/**
 * Tells whether only readers who ask for it load a file.
 * @param {string} path
 */
export const isOnRequest = (path) => onRequest.test(path);

/**
 * Tells whether every reader stores a file.
 * @param {string} path
 */
export const isPlanned = (path) => !isOnRequest(path) && !fresh.test(path);

/**
 * @param {string} site the folder of the built site
 * @param {string} version
 */
export function writePlan(site, version) {
	const entries = readdirSync(site, { recursive: true, withFileTypes: true })
		.filter((file) => file.isFile())
		.map((file) => join(file.parentPath, file.name))
		.map((file) => ({ file, path: `/${file.slice(site.length + 1).replaceAll(sep, '/')}` }))
		.filter(({ path }) => isPlanned(path))
		.map(({ file, path }) => entry(readFileSync(file), path.replace(/(?<=\/)index\.html$/, '')))
		.sort((a, b) => (a.path < b.path ? -1 : 1));
	const lines = entries.map((entry) => `\t\t${JSON.stringify(entry)}`).join(',\n');
	const plan = `{\n\t"version": ${JSON.stringify(version)},\n\t"entries": [\n${lines}\n\t]\n}\n`;
	writeFileSync(join(site, 'offline.json'), plan);
}

/**
 * @param {Buffer} content
 * @param {string} path
 */
const entry = (content, path) => ({
	path,
	bytes: content.length,
	digest: createHash('sha256').update(content).digest('hex'),
	...(path.endsWith('/') && { title: title(content.toString('utf8')) })
});

/** @param {string} html */
const title = (html) =>
	(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '')
		.replace(/&(?:amp|lt|gt|quot|#39);/g, (name) => named[name] ?? name)
		.trim();

/**
 * The characters that Svelte escapes in text.
 * @type {Record<string, string>}
 */
const named = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
