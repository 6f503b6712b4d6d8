/** What stands around words and is the same in every language, or nearly: counted on both sides. */
import type { Lang } from '../../text/article';
import { parseInline, plain, references, type Inline } from '../../text/inline';

/** Quotation marks of a text: how many, an opening and a closing one being two. */
export function quotationMarks(markdown: string): number {
	const text = plain(markdown);
	const double = text.match(/["“”„«»]/g)?.length ?? 0;
	// A closing ’ may be an apostrophe, so an opening one stands for both, but where both are alike.
	const opening = text.match(/(?<![\p{L}\p{N}])[‘‚'’](?=[\p{L}\p{N}“])/gu)?.length ?? 0;
	return double + 2 * opening;
}

/** Marks that quote in a language, alone or within another quotation. */
const quoting: Readonly<Record<string, string>> = { sv: '”’', en: '“”‘’' };

/** Quotation marks in a text that its language does not use, each once. */
export function foreignMarks(markdown: string, lang: Lang): readonly string[] {
	const own = quoting[lang.split('-', 1).join('')];
	if (own === undefined) return [];
	const used = new Set(plain(markdown).match(/["“”„«»‘’‚'`´]/g) ?? []);
	return [...used].filter((mark) => !own.includes(mark));
}

export const bracketPairs = ['()', '[]'] as const;

/** `Collective Security Treaty Organization (CSTO)`: each language brings in its own. */
const abbreviations = /\(\p{Lu}{2,}\)/gu;

/** How many brackets of a pair: `2`, or `1 (, 2 )` where they do not pair. */
export function brackets(markdown: string, pair: (typeof bracketPairs)[number]): string {
	const text = plain(markdown).replace(abbreviations, '');
	const [opening = 0, closing = 0] = [...pair].map((bracket) => text.split(bracket).length - 1);
	return opening === closing ? `${opening}` : `${opening} ${pair[0]}, ${closing} ${pair[1]}`;
}

/** How often each mark of inline Markdown stands in a text, but footnote references. */
export function emphases(markdown: string): Readonly<Record<'emphasis' | 'strong', number>> {
	const count = { emphasis: 0, strong: 0 };
	each(parse(markdown), ({ type }) => {
		if (type === 'emphasis' || type === 'strong') count[type]++;
	});
	return count;
}

/** Addresses of links, in order. */
export function links(markdown: string): readonly string[] {
	const found: string[] = [];
	each(parse(markdown), (node) => {
		if (node.type === 'link') found.push(node.href);
	});
	return found;
}

/** Markers of footnotes, in order. */
export const markers = (markdown: string): readonly string[] => references(parse(markdown));

/** Paragraphs on lines of their own: no mark reaches over two. */
const parse = (markdown: string): readonly Inline[] => markdown.split('\n').flatMap(parseInline);

function each(nodes: readonly Inline[], visit: (node: Inline) => void): void {
	for (const node of nodes) {
		visit(node);
		if ('children' in node) each(node.children, visit);
	}
}
