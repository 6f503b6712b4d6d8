/**
 * Compresses the built site with Brotli, each file once, as many files at a time as there are cores.
 * What an earlier build has compressed is taken from there (`cache.mjs`).
 * `PRECOMPRESS=no npm run build` leaves it out, for a host that compresses by itself.
 */
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { digestOf, kept } from './cache.mjs';
import { isOnRequest } from './plan.mjs';

const compress = promisify(brotliCompress);

/** Files of text, and programs: others are compressed already. */
const endings = new Set(
	['html', 'js', 'mjs', 'json', 'css', 'svg', 'xml', 'txt', 'wasm'].map((ending) => `.${ending}`)
);

/**
 * Quality and window (as a power of two) of pages and their data. 9 takes five times as long and saves
 * nothing; 5 saves a third of the time, and costs 0.5 %. 256 kB are longer than nearly all pages
 * (docs/decisions/0019-a-build-for-many-articles.md).
 */
const page = { quality: 7, window: 18 };
/**
 * Of the pages of a small site: 10 takes twenty times as long as 7, 0.3 s a page, and saves 4 % of it.
 */
const fewPages = { quality: 10, window: 18 };
/** Number of pages; a site with more is compressed faster. */
const smallSite = 100;
/**
 * Of what every reader loads, and of the library’s page and table: as far as it goes, which takes forty
 * times as long as a page.
 */
const shared = { quality: constants.BROTLI_MAX_QUALITY, window: constants.BROTLI_DEFAULT_WINDOW };
/** Of megabytes that few readers load. */
const rare = { quality: 9, window: constants.BROTLI_MAX_WINDOW_BITS };

/**
 * @param {string} path within the site
 * @param {boolean} isSmall
 */
function wayOf(path, isSmall) {
	if (isOnRequest(`/${path}`)) return rare;
	const isShared = /^(?:_app\/|[^/]+$|[a-z]{2,3}\/index\.html$|stored\/list\/facets\.json$)/;
	if (isShared.test(path) && !path.endsWith('.xml')) return shared;
	return isSmall && path.endsWith('.html') ? fewPages : page;
}

/**
 * @param {string} path within the site
 * @param {number} bytes
 * @param {{ quality: number, window: number }} way
 */
function options(path, bytes, { quality, window }) {
	return {
		params: {
			[constants.BROTLI_PARAM_MODE]: path.endsWith('.wasm')
				? constants.BROTLI_MODE_GENERIC
				: constants.BROTLI_MODE_TEXT,
			[constants.BROTLI_PARAM_SIZE_HINT]: bytes,
			[constants.BROTLI_PARAM_QUALITY]: quality,
			[constants.BROTLI_PARAM_LGWIN]: window
		}
	};
}

/**
 * Compresses a file; what takes long is kept for the next build.
 * @param {string} path within the site
 * @param {Buffer} content
 * @param {boolean} isSmall whether the site is
 */
function compressed(path, content, isSmall) {
	const way = wayOf(path, isSmall);
	const how = options(path, content.length, way);
	const make = () => compress(content, how);
	if (way === page) return make();
	return kept(digestOf(process.versions.brotli ?? '', JSON.stringify(how), content), make);
}

/**
 * Writes `<file>.br` beside every file that is worth it.
 * @param {string} site the folder of the built site
 */
export async function compressSite(site) {
	const queue = readdirSync(site, { recursive: true, withFileTypes: true })
		.filter((file) => file.isFile() && endings.has(extname(file.name)))
		.map((file) => join(file.parentPath, file.name));
	const isSmall = queue.filter((file) => file.endsWith('.html')).length <= smallSite;
	const work = async () => {
		for (let file = queue.pop(); file; file = queue.pop()) {
			const content = await readFile(file);
			const path = relative(site, file).replaceAll(sep, '/');
			await writeFile(`${file}.br`, await compressed(path, content, isSmall));
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() }, work));
}
