/** The index of the site’s texts, made when the site is built. */
import { readdirSync, readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { digestOf, kept } from '../../../scripts/cache.mjs';
import { hashOf } from '../core/search/letters';
import { writeSiteIndex, type SiteIndexFile } from '../core/search/siteIndex';
import type { Segment } from '../core/search/segment';
import { columnsOf } from '../core/search/textRows';
import { segmentsInParts } from './indexParts';
import { articleIds, entry, sourceOf } from './library.server';
import { storedText, tableOf, type FilesOfTable } from './searchIndex';

/** All by which words become keys: a change to any of it makes another index. */
const rules = import.meta.glob<string>(
	[
		'/src/lib/core/words/**/*.ts',
		'/src/lib/core/search/*.ts',
		'/src/lib/core/align/stem.ts',
		'!**/*.test.ts',
		'!**/*.fixture.ts',
		'!**/{anki,answering,dictionary}/**'
	],
	{ query: '?raw', import: 'default', eager: true }
);

const versionOf = (files: Readonly<Record<string, string>>): string =>
	hashOf(JSON.stringify(Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toString(
		36
	);

let made: Promise<readonly Segment[]> | undefined;

/** Returns the segments of the site, one a language. */
export const siteSegments = (): Promise<readonly Segment[]> =>
	(made ??= segmentsInParts(articleIds(), {
		version: versionOf(rules),
		code: codeDigest(),
		sourceOf: (id) => digestOf(id, ...sourceOf(id)),
		columnsOf: (id) => {
			const article = entry(id);
			return article ? columnsOf(storedText(article)) : [];
		},
		kept
	}));

/** Returns a digest of all code that makes an index: what it made is kept for the next build. */
const codeDigest = (): string =>
	digestOf(
		JSON.stringify(process.versions),
		...[
			'package-lock.json',
			...['searchIndex', 'indexParts', 'read', 'library.server'].map(
				(name) => `src/lib/content/${name}.ts`
			)
		].map((path) => readFileSync(path)),
		...readdirSync('src/lib/core', { recursive: true, encoding: 'utf8' })
			.filter((path) => path.endsWith('.ts'))
			.sort()
			.flatMap((path) => [path, readFileSync(`src/lib/core/${path}`)])
	);

let tables: Promise<readonly FilesOfTable[]> | undefined;

/** Returns the tables of the lexicons of the site’s languages, with their files. */
export const siteTables = (): Promise<readonly FilesOfTable[]> =>
	(tables ??= siteSegments().then((segments) =>
		Promise.all(
			segments.map(async ({ head: { lang } }) => {
				const version = versionOf(rules);
				const digest = digestOf('words', codeDigest(), version, lang);
				const make = async () => serialize(await tableOf(lang, version));
				// The cache has a checksum: what is read is what this program wrote.
				return deserialize(await kept(digest, make)) as FilesOfTable;
			})
		)
	));

/** Returns what `/stored/search/index.json` says. */
export const siteIndex = async (): Promise<SiteIndexFile> =>
	writeSiteIndex({
		version: versionOf(rules),
		segments: (await siteSegments()).map(({ head }) => head),
		tables: (await siteTables()).map(({ table }) => table)
	});
