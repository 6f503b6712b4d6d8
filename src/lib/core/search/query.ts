/**
 * What is asked of the search, as it is typed: `bok "röda rummet" -hylla title:polisen lang:sv`.
 * Anything can be typed: what has no meaning here is words, and markup is left out.
 *
 * Laws (`query.test.ts`): nothing throws; `parseQuery(formatQuery(query))` is `query`.
 */
import type { Lang } from '../text/article';
import { primaryLang } from '../text/languageTag';
import { tokensOf } from './tokens';

/** A word that is looked for in all its forms, or words that stand beside each other. */
export interface QueryTerm {
	/** Forms as they are compared (`exactForm`). */
	readonly words: readonly string[];
	/** Whether only these forms count: of several words, or one in quotation marks. */
	readonly isExact: boolean;
	/** `title`: a text counts whose title has it; `text`: a paragraph. */
	readonly in: 'text' | 'title';
}

export interface Query {
	/** All of them must be there. Empty: nothing is asked. */
	readonly terms: readonly QueryTerm[];
	readonly without: readonly QueryTerm[];
	/** The language of the side that is searched; null for any. */
	readonly lang: Lang | null;
	/** Whether more was typed than is looked for. */
	readonly isCut: boolean;
}

/** UTF-16 units of a query; what is beyond is not looked for. */
const longestQuery = 500;
/** Words and phrases of a query: those beyond it are not looked for. */
const mostTerms = 16;

const tag = /<\/?[a-z][^<>]*>/giu;
const quotationMark = /[“”„«»]/gu;
const part = /(-?)(?:(title|titel|lang|språk):\s*)?(?:"([^"]*)(?:"|$)|(\S+))/giu;
const langPart = /(?<=^|\s)(?:lang|språk):\s*\S*/giu;
const langTag = /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i;

export function parseQuery(typed: string): Query {
	const text = lookedFor(typed).replace(tag, ' ').replace(quotationMark, '"');
	let lang: Lang | null = null;
	const found: { readonly term: QueryTerm; readonly isWithout: boolean }[] = [];
	for (const [whole, minus, name, quoted, bare = ''] of text.matchAll(part)) {
		const field = name?.toLowerCase() ?? '';
		if (/^(?:lang|språk)$/.test(field) && minus === '' && langTag.test(bare))
			lang = primaryLang(bare);
		else {
			const isTitle = /^tit/.test(field);
			const said = isTitle ? (quoted ?? bare) : (quoted ?? whole.slice(minus?.length));
			const words = wordsOf(said);
			const isExact = quoted !== undefined || words.length > 1;
			if (words.length > 0)
				found.push({
					term: { words, isExact, in: isTitle ? 'title' : 'text' },
					isWithout: minus === '-'
				});
		}
	}
	const once = [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
	const kept = once.slice(0, mostTerms);
	return {
		terms: kept.flatMap(({ term, isWithout }) => (isWithout ? [] : [term])),
		without: kept.flatMap(({ term, isWithout }) => (isWithout ? [term] : [])),
		lang,
		isCut: typed.length > longestQuery || once.length > mostTerms
	};
}

/** Returns the part of a query that is looked for: no part of a word, unless it is all there is. */
export const lookedFor = (typed: string): string =>
	typed.length <= longestQuery ? typed : typed.slice(0, longestQuery).replace(/(?<=\s)\S*$/u, '');

/** Returns the words and figures, without figures that are part of a word. */
function wordsOf(text: string): readonly string[] {
	let end = 0;
	return tokensOf(text).flatMap(({ form, from, to }) => {
		if (from < end) return [];
		end = to;
		return [form];
	});
}

/** Returns what is typed with another language, with none for null. */
export function withLang(typed: string, lang: Lang | null): string {
	const bare = typed.replace(langPart, ' ').replace(/\s+/gu, ' ').trim();
	return lang === null ? bare : `${bare} lang:${lang}`.trim();
}

/** Writes a query as it is typed. */
export const formatQuery = ({ terms, without, lang }: Query): string =>
	[
		...terms.map(formatTerm),
		...without.map((term) => `-${formatTerm(term)}`),
		...(lang === null ? [] : [`lang:${lang}`])
	].join(' ');

function formatTerm({ words, isExact, in: place }: QueryTerm): string {
	const said = isExact ? `"${words.join(' ')}"` : words.join(' ');
	return place === 'title' ? `title:${said}` : said;
}
