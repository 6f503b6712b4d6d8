/** The index of the site’s texts, made when the site is built. */
import { columnsOf, libraryText } from '../core/search/textRows';
import { grouped } from '../core/search/grouped';
import { hashOf } from '../core/search/letters';
import type { SiteIndex } from '../core/search/schema';
import { segmentOf, textKey, type Segment } from '../core/search/segment';
import { Terms } from '../core/search/terms';
import { otherSiteLang } from '../core/text/languageTag';
import { dictionaryOf } from '../core/words/dictionary';
import { library, type LibraryEntry } from './library.server';

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
export const siteSegments = (): Promise<readonly Segment[]> => (made ??= index(library()));

/** Returns what `/stored/search/index.json` says. */
export const siteIndex = async (): Promise<SiteIndex> => ({
	version: versionOf(rules),
	segments: (await siteSegments()).map(({ head }) => head)
});

async function index(entries: readonly LibraryEntry[]): Promise<readonly Segment[]> {
	const version = versionOf(rules);
	const columns = entries.flatMap(({ id, metadata, original, translations }) =>
		columnsOf(
			libraryText({
				...{ key: textKey('read', id), metadata, original, translations },
				...{ words: [], reviews: [], device: [] }
			})
		)
	);
	return Promise.all(
		[...grouped(columns, ({ lang }) => lang)].map(async ([lang, texts]) =>
			segmentOf(
				lang,
				version,
				texts,
				new Terms(lang, await dictionaryOf(lang, otherSiteLang(lang)))
			)
		)
	);
}
