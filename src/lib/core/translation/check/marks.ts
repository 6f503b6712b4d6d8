/** Counts the marks around words that are nearly the same in every language. */
import type { Lang } from '../../text/article';
import { parseInline, plain, references } from '../../text/inline';
import type { Inline } from '../../text/inlineTree';
import { primaryLang } from '../../text/languageTag';
import { paragraphEnd } from './pair';

/** Counts the quotation marks of a text; an opening and a closing one are two. */
export function quotationMarks(markdown: string): number {
	const text = plain(markdown);
	const double = text.match(/["“”„«»]/g)?.length ?? 0;
	// A closing ’ may be an apostrophe, so an opening one counts for both, unless both look the
	// same.
	const opening = text.match(/(?<![\p{L}\p{N}])[‘‚'’](?=[\p{L}\p{N}“])/gu)?.length ?? 0;
	return double + 2 * opening;
}

/** Quotation marks of each language, outer and nested. */
const quoting: Readonly<Record<string, string>> = { sv: '”’', en: '“”‘’' };

/** Returns the quotation marks that the text’s language does not use, each once. */
export function foreignMarks(markdown: string, lang: Lang): readonly string[] {
	const own = quoting[primaryLang(lang)];
	if (own === undefined) return [];
	const used = new Set(plain(markdown).match(/["“”„«»‘’‚'`´]/g) ?? []);
	return [...used].filter((mark) => !own.includes(mark));
}

export const bracketPairs = ['()', '[]'] as const;

/**
 * Abbreviations such as `Collective Security Treaty Organization (CSTO)`: each language adds its
 * own.
 */
const abbreviations = /\(\p{Lu}{2,}\)/gu;

/** Counts the brackets of a pair: `2`, or `1 (, 2 )` if they do not pair. */
export function brackets(markdown: string, pair: (typeof bracketPairs)[number]): string {
	const text = plain(markdown).replace(abbreviations, '');
	const [opening = 0, closing = 0] = [...pair].map((bracket) => text.split(bracket).length - 1);
	return opening === closing ? `${opening}` : `${opening} ${pair[0]}, ${closing} ${pair[1]}`;
}

/** Counts emphasis and strong emphasis in a text. */
export function emphases(markdown: string): Readonly<Record<'emphasis' | 'strong', number>> {
	const count = { emphasis: 0, strong: 0 };
	each(parse(markdown), ({ type }) => {
		if (type === 'emphasis' || type === 'strong') count[type]++;
	});
	return count;
}

/** Returns the addresses of links, in order. */
export function links(markdown: string): readonly string[] {
	const found: string[] = [];
	each(parse(markdown), (node) => {
		if (node.type === 'link') found.push(node.href);
	});
	return found;
}

/** Returns the markers of footnotes, in order. */
export const markers = (markdown: string): readonly string[] => references(parse(markdown));

/** Parses each paragraph on its own: no mark spans two. */
const parse = (markdown: string): readonly Inline[] =>
	markdown.split(paragraphEnd).flatMap(parseInline);

function each(nodes: readonly Inline[], visit: (node: Inline) => void): void {
	for (const node of nodes) {
		visit(node);
		if ('children' in node) each(node.children, visit);
	}
}
