/**
 * Separates a text from what Project Gutenberg puts around it: the header with the book’s title
 * and author, the credits, and the licence.
 */
import type { Metadata } from '../text/article';
import { withoutUndefined } from './importedFrontMatter';

export interface FramedText {
	/** The text without its frame. */
	readonly body: string;
	readonly metadata: Partial<Metadata>;
	/** Paragraphs of the frame before and after the text. */
	readonly head: readonly string[];
	readonly tail: readonly string[];
}

/** How far from the top, in lines, the header may end. */
const maxHeader = 1000;
const start =
	/^\*{3}\s*START OF (?:THE|THIS) PROJECT GUTENBERG|^\*+\s*START\*+\s*THE SMALL PRINT|^\*END\*\s*THE SMALL PRINT/i;
/** The first line may stand anywhere; the others end older files. */
const end = /^\*{3}\s*END OF (?:THE|THIS) PROJECT GUTENBERG/i;
const oldEnd = /^(?:\*{3}\s*)?End of (?:(?:the |this )?Project Gutenberg|The Project)/i;

export function readFrame(text: string): FramedText {
	const whole = { body: text, metadata: {}, head: [], tail: [] };
	if (!/project gutenberg/i.test(text)) return whole;
	const lines = text.split('\n');
	const from = bodyStart(lines);
	const to = bodyEnd(lines, from);
	if (from === 0 && to === lines.length) return whole;
	const head = lines.slice(0, from);
	return {
		body: lines.slice(from, to).join('\n'),
		metadata: metadataOf(head),
		head: paragraphs(head),
		tail: paragraphs(lines.slice(to))
	};
}

/** Returns the number of lines before the text: the header, its marker, and the credits. */
function bodyStart(lines: readonly string[]): number {
	const marker = lines.slice(0, maxHeader).findLastIndex((line) => start.test(line.trim()));
	if (marker < 0) return 0;
	let from = marker + 1;
	// A long title takes the marker to the next line.
	while (from < marker + 4 && !/\*\s*$/.test(lines[from - 1] ?? '*') && lines[from]?.trim()) from++;
	for (let found = credits(lines, from); found > from; found = credits(lines, from)) from = found;
	return from;
}

const credit =
	/^\[?(?:_|\*)*(?:(?:this )?e-?(?:text|book) (?:was )?(?:prepared|produced|transcribed|scanned)|(?:re)?produced (?:by|from)|prepared by|transcribed (?:by|from)|(?:html|text|digital) (?:version|edition|file) (?:by|prepared)|scanned (?:and|by)|proofread|credits?:|note: (?:project gutenberg|images?|the)|images? (?:of|from|generously)|transcriber['’]?s['’]? notes?|project gutenberg (?:also )?has)/i;

/** Returns the line after a paragraph of credits that begins at `from`, or `from` if there is none. */
function credits(lines: readonly string[], from: number): number {
	let first = from;
	while (first < lines.length && !lines[first]?.trim()) first++;
	const opening = lines[first]?.trim() ?? '';
	if (!credit.test(opening)) return from;
	let last = first;
	const bracketed = opening.startsWith('[');
	const isOpen = () => (bracketed ? !/\]\s*$/.test(lines[last - 1] ?? ']') : lines[last]?.trim());
	do last++;
	while (last < lines.length && last < first + maxCredit && isOpen());
	return last;
}

/** Longest paragraph of credits, in lines. */
const maxCredit = 60;

/** Returns the index of the first line after the text. */
function bodyEnd(lines: readonly string[], from: number): number {
	const marker = lines.findIndex((line, i) => i >= from && end.test(line.trim()));
	const limit = marker < 0 ? lines.length : marker;
	const near = marker < 0 ? from : Math.max(from, marker - maxOldEnd);
	const old = lines.findIndex((line, i) => i >= near && i < limit && oldEnd.test(line.trim()));
	return old < 0 ? limit : old;
}

/** Number of lines before the last marker in which older files say that the text has ended. */
const maxOldEnd = 40;

const field = /^(?<key>[A-Z][A-Za-z]+(?: [A-Za-z]+){0,2}):\s*(?<value>.*)$/;

/** Groups lines into paragraphs; each field of the header is one. */
function paragraphs(lines: readonly string[]): string[] {
	const groups: string[][] = [];
	let open = false;
	for (const raw of lines) {
		const line = raw.trim();
		const group = groups.at(-1);
		if (line === '') open = false;
		else if (open && group && !field.test(line)) group.push(line);
		else groups.push([line]);
		if (line !== '') open = true;
	}
	return groups.map((group) => group.join(' '));
}

function metadataOf(header: readonly string[]): Partial<Metadata> {
	const fields = fieldsOf(header);
	const authors = (fields.get('author') ?? []).filter(
		(name) => !/^(?:various|anonymous|unknown)$/i.test(name)
	);
	const title = fields.get('title');
	const lang = languages.get((fields.get('language')?.[0] ?? '').toLowerCase());
	return withoutUndefined({
		title: title && titleOf(title),
		authors: authors.length > 0 ? authors : undefined,
		lang
	});
}

/** The languages that can be imported, as the header names them. */
const languages = new Map([
	['swedish', 'sv'],
	['english', 'en']
]);

/** Reads the fields; the lines of a field are its value and the lines under it, to a blank one. */
function fieldsOf(header: readonly string[]): ReadonlyMap<string, readonly string[]> {
	const fields = new Map<string, string[]>();
	let open: string[] | null = null;
	for (const line of header) {
		const found = field.exec(line.trim())?.groups;
		if (found?.key && !fields.has(found.key.toLowerCase())) {
			open = found.value ? [found.value] : [];
			fields.set(found.key.toLowerCase(), open);
		} else if (open && line.trim() && !found) open.push(line.trim());
		else open = null;
	}
	return fields;
}

/** Longest first line of a title that is whole, in UTF-16 units. A longer one was broken. */
const maxTitleLine = 55;

/** Joins the lines of a title: a broken line, or a title and its subtitle. */
const titleOf = (lines: readonly string[]): string =>
	lines.reduce((title, line) =>
		title.length > maxTitleLine || /^[(\p{Ll}]/u.test(line) || /[,:;–—-]$/.test(title)
			? `${title} ${line}`
			: `${title}: ${line}`
	);
