/** `search`: finds paragraphs of the site’s library, by the index that the site is built with. */
import { segmentsOf, storedText } from '../lib/content/searchIndex';
import { fail, ok, type Result } from '../lib/core/result';
import { inMemory } from '../lib/core/search/find';
import { search, type SearchFound } from '../lib/core/search/hits';
import { listedForms } from '../lib/core/search/marks';
import { parseQuery, type Query } from '../lib/core/search/query';
import type { WordSource } from '../lib/core/search/queryWords';
import { termsOf } from '../lib/core/search/terms';
import { compareResults, resultsOf, type Result as Found } from '../lib/core/search/results';
import { idOf } from '../lib/core/search/segment';
import type { Command, Remark } from './command';
import { content } from './content';

export const searchCommand: Command = {
	summary: 'find paragraphs of the library, in both languages',
	help: [
		'Usage: jamsides search "QUERY" [--limit N] [--json]',
		'',
		'Finds paragraphs that have all words of the query, in any of their forms, and titles.',
		'',
		'  "röda rummet"    these words beside each other, in these forms',
		'  -word            not with this word',
		'  title:word       only texts with this word in their title',
		'  lang:sv          only on the side in this language',
		'',
		'  --limit N        print at most N results (20 where nothing is said); 0 counts them',
		'  --json           print { query, total, results: [{ article, title, paragraph, side, lang,',
		'                   text, counterpart, matches: [[from, to]] }] }: `paragraph` is the id of the',
		'                   paragraph on the page (#p-…), null for a title; `side` is "original" or',
		'                   "translation"; `matches` are the words in `text`, in UTF-16 units'
	].join('\n'),
	async run(args, remark = () => {}) {
		const parsed = parseSearchArgs(args);
		if (!parsed.ok) return parsed;
		const { typed, limit, json } = parsed.value;
		const found = await searchLibrary(typed, remark);
		const shown = { query: typed, total: found.length, results: found.slice(0, limit) };
		return ok(json ? JSON.stringify(shown, null, 2) : summary(shown));
	}
};

interface SearchArgs {
	readonly typed: string;
	readonly limit: number;
	readonly json: boolean;
}

const defaultLimit = 20;

/** Reads the arguments by hand: a query may begin with a hyphen. */
function parseSearchArgs(args: readonly string[]): Result<SearchArgs, string> {
	const words: string[] = [];
	let [limit, json] = [String(defaultLimit), false];
	for (let at = 0; at < args.length; at++) {
		const arg = args[at] ?? '';
		if (arg === '--json') json = true;
		else if (arg === '--limit') limit = args[++at] ?? '';
		else if (arg.startsWith('--limit=')) limit = arg.slice('--limit='.length);
		else if (/^--\w/.test(arg) && !arg.includes(' ')) return fail(`no such option: ${arg}`);
		else words.push(arg);
	}
	if (words.length === 0) return fail('name a query');
	if (!/^\d+$/.test(limit)) return fail(`--limit takes a number, not “${limit}”`);
	return ok({ typed: words.join(' '), limit: Number(limit), json });
}

/** A result as it is printed. */
export interface ResultJson {
	readonly article: string;
	readonly title: string;
	readonly paragraph: string | null;
	readonly side: 'original' | 'translation';
	readonly lang: string;
	readonly text: string;
	readonly counterpart: string;
	readonly matches: readonly (readonly [from: number, to: number])[];
}

let indexed: ReturnType<typeof index> | null = null;

/** Indexes the library as the site does when it is built, in memory. */
async function index() {
	const texts = content().map(storedText);
	const segments = await segmentsOf(texts, '');
	const known = new Map<string, ReturnType<typeof termsOf>>();
	const terms = (lang: string) => {
		const made = known.get(lang) ?? termsOf(lang);
		known.set(lang, made);
		return made;
	};
	const source: WordSource = {
		formsOf: async (lang, word) => listedForms(word, await terms(lang), lang),
		termsOf: terms
	};
	return {
		texts: new Map(texts.map((text) => [text.key, text])),
		segments: segments.map((segment) => inMemory(segment)),
		source
	};
}

async function searchLibrary(typed: string, remark: Remark): Promise<readonly ResultJson[]> {
	const { texts, segments, source } = await (indexed ??= index());
	const query = parseQuery(typed);
	const found = await search(query, segments, source);
	const shown = await resultsOf(found.hits, query, {
		texts: Infinity,
		read: (key) => Promise.resolve(texts.get(key) ?? null)
	});
	for (const line of remarks(query, found)) remark(line);
	return shown.texts
		.flatMap(({ titles, results }) => results.map((result) => ({ titles, result })))
		.toSorted((a, b) => compareResults(a.result, b.result))
		.map(({ titles, result }) => toJson(result, titles));
}

function toJson(
	{ hit, row, text, counterpart, matches }: Found,
	titles: Readonly<Record<'original' | 'translation', string>>
): ResultJson {
	const { column, lang } = hit;
	return {
		...{ article: idOf(column.text), title: titles.original || titles.translation },
		...{ paragraph: row, side: column.side, lang, text, counterpart },
		matches: matches.map(({ from, to }) => [from, to])
	};
}

/** Says what was looked for other than what was typed. */
function remarks(query: Query, { by, terms, langs }: SearchFound): readonly string[] {
	const said = (words: readonly string[]) => words.join(' ');
	const absent = terms.filter(({ kinds }) => kinds.size === 0).map(({ term }) => said(term.words));
	const folded = terms.flatMap((one) => (one.kinds.has('exact') ? [] : [...one.folded]));
	return [
		...(query.terms.length === 0 ? ['the query has no words to look for'] : []),
		...(query.isCut ? ['the query is long: only its beginning was looked for'] : []),
		...(query.lang !== null && langs.length === 0 ? [`the library has no ${query.lang}`] : []),
		...(absent.length > 0 && langs.length > 0 ? [`not in the library: ${absent.join(', ')}`] : []),
		...(folded.length > 0 ? [`read with other marks: ${folded.join(', ')}`] : []),
		...(by === 'some' ? ['no paragraph has all the words; these have the most'] : [])
	];
}

function summary({ total, results }: { total: number; results: readonly ResultJson[] }): string {
	const of = results.length < total ? `, the first ${results.length}` : '';
	return [
		`${total} ${total === 1 ? 'result' : 'results'}${of}`,
		...results.map(({ article, title, paragraph, text, counterpart, matches }) =>
			[
				`\n${title} (${article}${paragraph === null ? '' : `#p-${paragraph}`})`,
				lit(text, matches),
				...(counterpart === '' ? [] : [counterpart])
			].join('\n  ')
		)
	].join('\n');
}

/** Puts brackets around what was found. */
function lit(text: string, matches: ResultJson['matches']): string {
	let end = 0;
	const pieces = matches.map(([from, to]) => {
		const piece = `${text.slice(end, from)}[${text.slice(from, to)}]`;
		end = to;
		return piece;
	});
	return pieces.join('') + text.slice(end);
}
