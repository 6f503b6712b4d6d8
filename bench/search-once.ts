/**
 * Run by `search-peers.ts` in a process of its own: loads an index, answers queries, and prints how much
 * living memory that takes. `ours`: as the search’s worker does, from the files of a served site;
 * `minisearch`: a document for each paragraph of each side, made and searched in memory, which is how
 * MiniSearch works.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { searchAnswer } from '../src/lib/adapters/search/searchAnswer';
import { storedArticle } from '../src/lib/adapters/stored/article';
import {
	storedSearchIndex,
	storedSegments,
	storedTableFile
} from '../src/lib/adapters/stored/search';
import { storedText } from '../src/lib/content/searchIndex';
import { ok } from '../src/lib/core/result';
import { everything } from '../src/lib/core/search/facets';
import { idOf } from '../src/lib/core/search/segment';
import { termsOf, type Terms } from '../src/lib/core/search/terms';
import { sourceOf } from '../src/lib/core/search/queryWords';
import { columnsOf } from '../src/lib/core/search/textRows';
import { parseStoredArticle } from '../src/lib/core/translation/stored';

export interface MemoryOnce {
	/** Bytes of living objects and buffers. */
	readonly all: number;
	/** Of these, bytes of the lexicon of both languages. */
	readonly lexicon: number;
	/** Paragraphs or titles that were found. */
	readonly found: readonly number[];
}

const [, , how, site = '', folder = ''] = process.argv;
const queries = JSON.parse(readFileSync(0, 'utf8')) as readonly string[];

function living(): number {
	for (let time = 0; time < 3; time++) globalThis.gc?.();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

async function ours(): Promise<MemoryOnce> {
	globalThis.fetch = (address) =>
		Promise.resolve(new Response(readFileSync(join(site, String(address)))));
	const began = living();
	const terms = new Map<string, Terms>();
	for (const lang of ['sv', 'en']) terms.set(lang, await termsOf(lang));
	const lexicon = living() - began;
	const index = await storedSearchIndex();
	if (!index.ok) throw new Error(`no index: ${JSON.stringify(index.failure)}`);
	const files = storedSegments(index.value, () => true);
	const { version } = index.value;
	const source = sourceOf(
		index.value.tables,
		(table, nth) => storedTableFile(version, table, nth),
		(lang) => Promise.resolve(terms.get(lang)).then((one) => one ?? termsOf(lang))
	);
	const found: number[] = [];
	for (const typed of queries) {
		const asked = {
			kind: 'search',
			typed,
			filter: everything,
			texts: 8,
			opened: [],
			notes: 0
		} as const;
		const answer = await searchAnswer(asked, {
			...{ files, gaps: [], notesOf: () => Promise.resolve(ok([])) },
			source,
			read: async (key) => {
				const article = await storedArticle(idOf(key));
				return ok(article && storedText(article));
			}
		});
		if (answer.ok) found.push(answer.value.total);
	}
	const all = living() - began;
	// All of it is still in use here.
	if (files.length + terms.size === 0) throw new Error('no languages');
	return { all, lexicon, found };
}

interface MiniSearchIndex {
	add(document: { id: string; title: string; text: string }): void;
	search(typed: string, options: { combineWith: 'AND' }): readonly unknown[];
}

function miniSearch(): MemoryOnce {
	const MiniSearch = createRequire(join(folder, 'package.json'))('minisearch') as new (options: {
		fields: readonly string[];
	}) => MiniSearchIndex;
	const began = living();
	const index = new MiniSearch({ fields: ['title', 'text'] });
	for (const name of readdirSync(join(site, 'stored')).filter((one) => one.endsWith('.json')))
		addArticle(index, join(site, 'stored', name));
	const found = queries.map((typed) => index.search(typed, { combineWith: 'AND' }).length);
	return {
		all: living() - began,
		lexicon: 0,
		found: [...found, index.search('', { combineWith: 'AND' }).length]
	};
}

function addArticle(index: MiniSearchIndex, file: string): void {
	const article = parseStoredArticle(JSON.parse(readFileSync(file, 'utf8')));
	if (!article.ok) throw new Error(file);
	for (const { column, paragraphs } of columnsOf(storedText(article.value)))
		for (const [at, text] of paragraphs.entries())
			index.add({
				id: `${column.text} ${column.side} ${at}`,
				title: at === 0 ? column.title : '',
				text
			});
}

console.log(JSON.stringify(how === 'ours' ? await ours() : miniSearch()));
