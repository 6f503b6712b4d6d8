/**
 * The inline Markdown of a block: emphasis, strong, link, footnote reference, line break, nothing
 * else. Everything else is text, so there is no HTML and nothing that could run.
 *
 *     *emphasis*  **strong**  [text](https://…)  <https://…>  [^5]  \* (a literal mark)
 *
 * `_emphasis_` and `__strong__` are read too, but never written, and never read inside a word. A
 * link with no real target, or in a place where no link is allowed, becomes its words:
 * `[text](#)` means `text`. A line that ends in a backslash is broken there; two spaces at a line’s
 * end are read too. Any other line end is a space. In plain text a line break is one `\n`.
 *
 * Laws (`inline.test.ts`): no text makes anything throw, and time grows linearly with its
 * length; `parseInline(formatInline(nodes))` returns `nodes` for all nodes that were parsed;
 * `plain(escapeInline(text)) === text`; `plain` drops marks and addresses and adds nothing.
 */
import { parseEmphasis, wordCharacter, type DelimiterRun } from './emphasis';
import type { Inline } from './inlineTree';
import { lineBreak } from './lineBreaks';

const linkable = /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i;

/** Whether an address is allowed in a link: web and mail addresses are, scripts are not. */
export const isLinkable = (href: string): boolean => linkable.test(href);

// A label holds no brackets; an address holds parentheses only in pairs. With this and the length
// limits every failing alternative fails within one scan, so parsing stays linear.
const scheme = String.raw`(?:https?:\/\/|mailto:)`;
const label = String.raw`(?:\\.|[^[\]\\]){1,2000}`;
const address = String.raw`(?:[^\s()<>"]|\([^\s()<>"]*\)){0,2000}`;
const title = String.raw`(?:\s{1,8}"[^"]{0,500}")?`;
const punctuation = String.raw`[!-/:-@[-\x60{-~]`;

const marks = new RegExp(
	[
		String.raw`(?<broken>\\\n|(?<! ) {2,}\n)`,
		String.raw`\\(?<escaped>${punctuation})`,
		String.raw`\[\^(?<marker>[^\s[\]^]{1,16})\]`,
		String.raw`<(?<auto>${scheme}[^\s<>"]{1,2000})>`,
		String.raw`\[(?<label>${label})\]\((?<href>${scheme}${address})${title}\)`,
		String.raw`(?<run>[*_]+)`
	].join('|'),
	'gis'
);

const anyMark = /[\\*_[<\n]/;

/** Parses inline Markdown. Never throws: an unpaired mark is text. */
export const parseInline = (markdown: string): readonly Inline[] =>
	anyMark.test(markdown) ? parseEmphasis(pieces(unlinked(markdown), true)) : textNodes(markdown);

/** A line end that is no break is a space, as in Markdown. */
const textNodes = (text: string): Inline[] =>
	text === '' ? [] : [{ type: 'text', text: text.replaceAll('\n', ' ') }];

/** The source of a pattern that finds the `label` and `href` of anything written like a link. */
export const anyLink = String.raw`\[(?!\^)(?<label>${label})\]\((?<href>${address})${title}\)`;

const maybeLink = new RegExp(String.raw`\\.|${anyLink}`, 'gs');

/** Whether a link has no real target but looks like an address: `[text](#)`. `[sic](!)` is text. */
export const isDead = (href: string): boolean => !isLinkable(href) && /^$|[#/.:?=]/.test(href);

/** Reduces links without a real target to their words. */
const unlinked = (markdown: string): string =>
	markdown.includes('](')
		? markdown.replace(maybeLink, (whole, words?: string, href = '') =>
				words !== undefined && isDead(href) ? words : whole
			)
		: markdown;

/**
 * Splits Markdown into nodes and runs of marks. `links`: whether links and references are
 * allowed; inside a link they are not.
 */
function pieces(markdown: string, links: boolean): (Inline | DelimiterRun)[] {
	const found: (Inline | DelimiterRun)[] = [];
	let from = 0;
	for (const match of markdown.matchAll(marks)) {
		const end = match.index + match[0].length;
		const { broken, escaped, run, marker, auto, label, href } = match.groups ?? {};
		found.push(...textNodes(markdown.slice(from, match.index)));
		from = end;
		// Two UTF-16 units on either side hold any character, also one beyond the basic plane.
		const before = () => markdown.slice(Math.max(0, match.index - 2), match.index);
		// A break’s backslash is white space to the mark before it.
		const after = () => markdown.slice(end, end + 2).replace('\\\n', '\n');
		if (broken !== undefined) found.push({ type: 'break' });
		else if (escaped !== undefined) found.push(...textNodes(escaped));
		else if (run !== undefined)
			found.push({ type: 'run', marks: run, before: before(), after: after() });
		else if (!links) found.push(...textNodes(match[0]));
		else if (marker !== undefined) found.push({ type: 'reference', marker });
		else if (auto !== undefined)
			found.push({ type: 'link', href: auto, children: textNodes(auto) });
		else if (label !== undefined && href !== undefined)
			found.push({ type: 'link', href, children: parseEmphasis(pieces(label, false)) });
	}
	found.push(...textNodes(markdown.slice(from)));
	return found;
}

/** Writes inline Markdown that parses to `nodes`: the inverse of `parseInline`. */
export const formatInline = (nodes: readonly Inline[]): string =>
	nodes.map((node) => formatNode(node, escapeInline)).join('');

function formatNode(node: Inline, escape: (text: string) => string): string {
	const inner = (children: readonly Inline[], by = escape) =>
		children.map((child) => formatNode(child, by)).join('');
	switch (node.type) {
		case 'text':
			return escape(node.text);
		case 'break':
			return lineBreak;
		case 'reference':
			return `[^${node.marker}]`;
		case 'emphasis':
			return `*${inner(node.children)}*`;
		case 'strong':
			return `**${inner(node.children)}**`;
		case 'link':
			return isBare(node.href, node.children)
				? `<${node.href}>`
				: `[${inner(node.children, escapeLabel)}](${node.href})`;
	}
}

/** Whether the link's text is its own address. */
const isBare = (href: string, [only, ...others]: readonly Inline[]): boolean =>
	only?.type === 'text' && only.text === href && others.length === 0;

/** The characters that a mark begins with: most texts have none. */
const mayMark = /[\\\n*_[\]<]/;

/** The places where a plain character would be read as a mark. Only these are escaped. */
const wouldMark = new RegExp(
	[
		String.raw`\\(?=${punctuation}|\n|$)`,
		String.raw`\n`,
		// `*` between two spaces neither opens nor closes anything; nor does `_` within a word.
		String.raw`(?<!\s)\*|\*(?!\s)`,
		String.raw`(?<!\s|${wordCharacter})_|_(?!\s|${wordCharacter})`,
		String.raw`(?<=\s)_(?!\s)|(?<!\s)_(?=\s)`,
		String.raw`\[(?=\^)|\](?=\()|<(?=${scheme})`
	].join('|'),
	'giu'
);

/**
 * Writes plain text as inline Markdown that means exactly that text. Escape a whole text, or the
 * text between two marks, at once: two escaped texts joined differ from the joined text escaped.
 */
export const escapeInline = (text: string): string =>
	mayMark.test(text) ? text.replace(wouldMark, '\\$&') : text;

const escapeLabel = (text: string): string => text.replace(/[\\*_[\]<^]/g, '\\$&');

/**
 * Returns the words of inline Markdown, without marks and footnote references; each line break is
 * one `\n`.
 */
export const plain = (markdown: string): string =>
	anyMark.test(markdown) ? plainOf(parseInline(markdown)) : markdown;

export function plainOf(nodes: readonly Inline[]): string {
	return nodes
		.map((node) => {
			switch (node.type) {
				case 'text':
					return node.text;
				case 'reference':
					return '';
				case 'break':
					return '\n';
				default:
					return plainOf(node.children);
			}
		})
		.join('');
}

/** Returns the markers of the footnotes that a text refers to, in order. */
export function references(nodes: readonly Inline[]): string[] {
	return nodes.flatMap((node) => {
		switch (node.type) {
			case 'text':
			case 'break':
				return [];
			case 'reference':
				return [node.marker];
			default:
				return references(node.children);
		}
	});
}
