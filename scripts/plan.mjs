/**
 * Writes build/offline.json: the files of the built site that are stored for reading offline, each
 * with its size and digest. The service worker fetches the listed files, and the page "Available
 * offline" checks the caches against them. Of a large library only the shell is listed there, and
 * what readers choose from in build/offline/<part>.json. Read from the finished site, since the
 * build's own lists lack the files that workers load and the data of prerendered pages.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Files that a reader asks for, and that are megabytes: models and what runs them
 * (adapters/mt/opus/runtimeFiles.ts).
 */
const onRequest =
	/^\/models\/|\/(?:translator|ort-wasm-simd-threaded|marian\w*)[.-][\w.-]+\.(?:js|mjs|wasm)$/;

/**
 * Files that must be fresh, or that the browser itself fetches; and the fingerprints of all articles:
 * offline, a text is compared with the articles that are kept.
 */
const fresh =
	/\.(?:br|gz)$|^\/stored\/fingerprints\/|^\/(?:service-worker\.js|robots\.txt|sitemap\.xml|\w+\/feed\.xml|offline\.json|_app\/version\.json)$/;

/**
 * Tells whether only readers who ask for it load a file.
 * @param {string} path
 */
export const isOnRequest = (path) => onRequest.test(path);

/**
 * Finished pages of articles, and their data in one language of the interface: offline, the shell
 * draws them from `/stored/<id>.json`, which is kept once (docs/decisions/0020-offline-by-choice.md).
 */
const drawn = /^\/(?:[a-z]{2,3}\/)?read\/[\w-]+\/(?:index\.html|page\.json)$/;

/** The forms of the lexicons, for queries: offline, the lexicons answer, which are part of the shell. */
const wordTables = /^\/stored\/search\/[\w-]+\/words\//;

/**
 * Tells whether a file is stored for reading offline, by every reader or by those who choose it.
 * @param {string} path
 */
export const isPlanned = (path) =>
	!isOnRequest(path) && ![fresh, drawn, wordTables].some((kind) => kind.test(path));

/** A library of at most so many articles, or so many bytes, is stored unasked, and whole. */
export const storedUnasked = { articles: 50, bytes: 10_000_000 };

/** Number of items that one file lists: some 5 kB of brotli. */
const itemsPerPart = 50;

/** Number of shards of the index in one item: some 250 kB. */
const shardsPerItem = 64;

/**
 * @typedef {{ path: string, bytes: number, digest: string, title?: string, lang?: string }} Entry
 * @typedef {{ kind: 'article' | 'dossier' | 'search', id: string, entries: Entry[], articles?: string[] }} Item
 */

/**
 * @param {string} site the folder of the built site
 * @param {string} version
 * @param {{ articles: number, bytes: number }} [unasked] up to which size a library is stored unasked
 */
export function writePlan(site, version, unasked = storedUnasked) {
	rmSync(join(site, 'offline'), { recursive: true, force: true });
	const entries = readdirSync(site, { recursive: true, withFileTypes: true })
		.filter((file) => file.isFile())
		.map((file) => join(file.parentPath, file.name))
		.map((file) => ({ file, path: `/${file.slice(site.length + 1).replaceAll(sep, '/')}` }))
		.filter(({ path }) => isPlanned(path))
		.map(({ file, path }) => entry(readFileSync(file), path.replace(/(?<=\/)index\.html$/, '')))
		.sort((a, b) => (a.path < b.path ? -1 : 1));
	const { shared, items } = divided(entries, site);
	const articles = items.filter(({ kind }) => kind === 'article').length;
	const bytes = bytesOf(items.flatMap(({ entries }) => entries));
	const isWhole = articles <= unasked.articles || bytes <= unasked.bytes;
	const parts = Math.ceil(items.length / itemsPerPart);
	if (!isWhole) writeParts(site, version, items, parts);
	const plan = isWhole
		? { version, entries }
		: { version, entries: shared, library: { articles, bytes, parts } };
	const lines = plan.entries.map((entry) => `\t\t${JSON.stringify(entry)}`).join(',\n');
	const library = plan.library ? `,\n\t"library": ${JSON.stringify(plan.library)}` : '';
	writeFileSync(
		join(site, 'offline.json'),
		`{\n\t"version": ${JSON.stringify(version)},\n\t"entries": [\n${lines}\n\t]${library}\n}\n`
	);
}

/**
 * Divides a plan into what every reader stores and what readers choose.
 * @param {Entry[]} entries
 * @param {string} site
 */
function divided(entries, site) {
	/** @type {Entry[]} */
	const shared = [];
	/** @type {Map<string, Item>} */
	const items = new Map();
	for (const entry of entries) {
		const { article, dossier, page, search, shard } = partOfLibrary(entry.path);
		const stretch = shard && `${search}-${Math.floor(Number(shard) / shardsPerItem)}`;
		const id = article ?? dossier ?? stretch ?? search;
		if (id !== undefined) {
			const kind = article ? 'article' : dossier ? 'dossier' : 'search';
			const item = items.get(`${kind} ${id}`) ?? { kind, id, entries: [] };
			item.entries.push(kind === 'dossier' ? withTitle(entry, site) : entry);
			if (dossier !== undefined && entry.path.startsWith('/stored/'))
				item.articles = articlesOf(readFileSync(join(site, entry.path), 'utf8'));
			items.set(`${kind} ${id}`, item);
		} else if (page === undefined) shared.push(entry);
	}
	return { shared, items: [...items.values()] };
}

/**
 * Gives a dossier’s data the title of the page that the shell draws from it.
 * @param {Entry} entry
 * @param {string} site
 * @returns {Entry}
 */
const withTitle = (entry, site) =>
	entry.path.endsWith('/__data.json')
		? {
				...entry,
				title: title(
					readFileSync(join(site, entry.path.replace(/__data\.json$/, 'index.html')), 'utf8')
				)
			}
		: entry;

/**
 * Returns what a file belongs to. `search`: the language of a `shard` of the index, or its list of texts.
 * `page`: one that is not stored of a large library: a dossier’s finished page, which the shell draws
 * from its data, and the lists of all articles.
 * @param {string} path
 * @returns {{ article?: string, dossier?: string, page?: string, search?: string, shard?: string }}
 */
const partOfLibrary = (path) =>
	/^\/stored\/(?<article>[\w-]+)\.json$/.exec(path)?.groups ??
	/^\/stored\/search\/(?<search>[\w-]+)(?:\/(?<shard>\d+)\.bin|\.json)$/.exec(path)?.groups ??
	/^\/stored\/dossiers\/(?<dossier>[\w-]+)\.json$/.exec(path)?.groups ??
	/^\/\w+\/dossier\/(?<dossier>[\w-]+)\/__data\.json$/.exec(path)?.groups ??
	/^\/\w+\/dossier\/(?<page>[\w-]+)\/$/.exec(path)?.groups ??
	/^\/stored\/(?<page>list\/[\w/]+)\.json$/.exec(path)?.groups ??
	{};

/**
 * @param {string} dossier
 * @returns {string[]}
 */
const articlesOf = (dossier) =>
	JSON.parse(dossier).articles.map((/** @type {{ id: string }} */ { id }) => id);

/** @param {Entry[]} entries */
const bytesOf = (entries) => entries.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * Returns the number of the file that lists an item: as `partOf` in src/lib/core/offline/items.ts.
 * @param {string} id
 * @param {number} parts
 */
function partOf(id, parts) {
	let hash = 0x811c9dc5;
	for (let at = 0; at < id.length; at++)
		hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
	return hash % parts;
}

/**
 * Writes the files that list the items.
 * @param {string} site
 * @param {string} version
 * @param {Item[]} items
 * @param {number} parts
 */
function writeParts(site, version, items, parts) {
	mkdirSync(join(site, 'offline'));
	/** @type {Item[][]} */
	const lists = Array.from({ length: parts }, () => []);
	for (const item of items) lists[partOf(item.id, parts)]?.push(item);
	for (const [part, items] of lists.entries())
		writeFileSync(join(site, `offline/${part}.json`), JSON.stringify({ version, items }));
}

/**
 * @param {Buffer} content
 * @param {string} path
 * @returns {Entry}
 */
const entry = (content, path) => ({
	path,
	bytes: content.length,
	digest: createHash('sha256').update(content).digest('hex'),
	...(path.endsWith('/') && { title: title(content.toString('utf8')) }),
	...(partOfLibrary(path).article !== undefined && titleOf(content.toString('utf8')))
});

/**
 * Returns an article’s own title, with its language.
 * @param {string} data
 */
function titleOf(data) {
	const { title, lang } = JSON.parse(data).metadata;
	return title === undefined ? {} : { title, lang };
}

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
