/** Normalises texts so that they survive XML and other tools. */
import { formatInline, parseInline } from '../../text/inline';
import type { Inline } from '../../text/inlineTree';
import { lineBreak } from '../../text/lineBreaks';

/** Matches what XML 1.0 cannot hold: control characters, lone surrogates, U+FFFE and U+FFFF. */
const illegal =
	// eslint-disable-next-line no-control-regex -- these are what it is about
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// eslint-disable-next-line no-control-regex -- these are what it is about
const mayBeIllegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/** Returns `text` without the characters that XML cannot hold. */
export const withoutIllegalCharacters = (text: string): string =>
	mayBeIllegal.test(text) ? text.replace(illegal, '') : text;

/**
 * Joins lines into one, since a name or a note has one line. Trims the ends; white space within a
 * line stays.
 */
export const joinLines = (text: string): string =>
	(/[\n\r\u2028\u2029]/.test(text) ? text.replace(lineEnds, ' ') : text).trim();

const lineEnds = /[ \t]*[\n\r\u2028\u2029]+[ \t]*/g;

/** Joins notes into the single note that a unit has; null if all are empty. */
export function oneNote(notes: readonly string[]): string | null {
	const lines = notes.map(joinLines).filter((note) => note !== '');
	return lines.length === 0 ? null : lines.join(' ');
}

/**
 * Returns inline Markdown in its normal form, the form in which an exported file returns it: the
 * same words and marks. Idempotent. The result holds only words, emphasis, links, references and
 * line breaks.
 */
export const normalForm = (markdown: string): string =>
	anyMark.test(markdown)
		? formatNodes(parseInline(withoutIllegalCharacters(markdown)))
		: joinLines(withoutIllegalCharacters(markdown));

/** Formats nodes as a paragraph in normal form; the nodes may come from any parser. */
export function formatNodes(nodes: readonly Inline[]): string {
	const [only, ...others] = nodes;
	if (only?.type === 'text' && others.length === 0 && !anyMark.test(only.text))
		return joinLines(withoutIllegalCharacters(only.text));
	return parted(formatInline(parseInline(withoutIllegalCharacters(formatInline(tight(nodes))))));
}

/** Returns inline Markdown in canonical form with its lines in normal form, and none of them empty. */
const parted = (markdown: string): string =>
	markdown
		.split(lineBreak)
		.map(joinLines)
		.filter((line) => line !== '')
		.join(lineBreak);

/** Moves white space out of the ends of emphasis and links: inside, Markdown would see no mark. */
function tight(nodes: readonly Inline[]): readonly Inline[] {
	return nodes.flatMap((node) => ('children' in node ? spaced(node) : [node])).reduce(append, []);
}

function spaced(node: Extract<Inline, { children: unknown }>): readonly Inline[] {
	const children = tight(node.children).flatMap(apart);
	const from = children.findIndex((child) => !isSpace(child));
	if (from < 0) return children;
	const to = children.findLastIndex((child) => !isSpace(child)) + 1;
	const inner = { ...node, children: children.slice(from, to).reduce(append, []) };
	return [...children.slice(0, from), inner, ...children.slice(to)];
}

const isSpace = (node: Inline): boolean =>
	node.type === 'break' || (node.type === 'text' && node.text.trim() === '');

/** Parts a text from the white space at its ends. */
function apart(node: Inline): readonly Inline[] {
	if (node.type !== 'text' || node.text.trim() === '') return [node];
	const start = node.text.length - node.text.trimStart().length;
	const end = node.text.trimEnd().length;
	const parts = [node.text.slice(0, start), node.text.slice(start, end), node.text.slice(end)];
	return parts.filter((part) => part !== '').map((part) => ({ type: 'text', text: part }));
}

/** Appends a node; adjacent texts are joined, because escaping needs the whole text. */
function append(to: readonly Inline[], node: Inline): readonly Inline[] {
	const last = to.at(-1);
	return last?.type === 'text' && node.type === 'text'
		? [...to.slice(0, -1), { type: 'text', text: last.text + node.text }]
		: [...to, node];
}

/**
 * Characters that can start a mark. A text without them is only words and skips the parser, as do
 * most of the texts in a memory of 100,000.
 */
const anyMark = /[\\*_[\]<\n]/;
