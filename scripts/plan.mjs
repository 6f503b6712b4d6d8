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
 * Files left out of the plan: models and the files that run them, which are megabytes that a reader
 * asks for (adapters/mt/opus/runtimeFiles.ts), and files that must be fresh or that the browser
 * itself fetches.
 */
const left =
	/\.(?:br|gz)$|^\/models\/|\/(?:translator|ort-wasm-simd-threaded|marian\w*)[.-][\w.-]+\.(?:js|mjs|wasm)$|^\/(?:service-worker\.js|robots\.txt|offline\.json|_app\/version\.json)$/;

/**
 * Tells whether every reader stores a file.
 * @param {string} path
 */
export const isPlanned = (path) => !left.test(path);

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
