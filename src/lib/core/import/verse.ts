/**
 * Tells lines that were broken by hand (a verse, an address) from prose that was broken at a width.
 * Only the former stay lines.
 *
 * The lines of a stanza are short, none is so full that the next word had no room, and they belong
 * together: some end in a comma or go on with a small letter, few end a sentence. They begin with
 * capitals, or are set off by an indent. Speech, lists, headings and contents have short lines too,
 * but each of their lines ends or begins something.
 */
import { endsParagraph, endsSentence, startsLower, startsUpper } from './ending';
import { hasRoom, type LineLayout } from './layout';
import type { SourceLine } from './lines';
import { opensBlock, opensItem } from './markdownMarks';
import { isWrapped, looksLikeVerse, share } from './wrapped';

/** Longest line that looks like a verse’s, and of one that may well be, in UTF-16 units. */
const maxVerse = { plain: 64, likely: 45 };
/** Least lines of a stanza: set off, among prose, and where a title or a signature may stand. */
const minLines = { setOff: 2, among: 3, atEnd: 4 };
/** Spaces, at least, by which a verse is set off. */
const minSetOff = 2;
/** Least length of a line of prose, in UTF-16 units: shorter ones may be a verse. */
const minProse = 40;

/** Marks the lines of every stanza and address: all but the last of each go on with a line break. */
export function markLines(
	runs: readonly (readonly SourceLine[])[],
	layout: LineLayout
): readonly SourceLine[] {
	const all = runs.flat();
	const [base, prose] = [baseIndent(all), proseWidth(all)];
	let above = false;
	return runs.flatMap((run, i) => {
		if (run.length < minLines.setOff) {
			above = false;
			return run;
		}
		const atEnd = i === 0 || (i === runs.length - 1 && !above);
		const stands = (part: readonly SourceLine[], end: boolean): boolean =>
			isAddressed(part) || isStanza(part, { layout, base, prose, atEnd: end });
		above = stands(run, atEnd);
		if (above) return together(run);
		const parts = setOffParts(run, base);
		return parts.length === 1
			? run
			: parts.flatMap((part) => (stands(part, false) ? together(part) : part));
	});
}

/** Makes a stanza of lines: none of them continues the text before or after. */
const together = (part: readonly SourceLine[]): readonly SourceLine[] =>
	part.map((line, i) => ({ ...line, apart: i === 0, hard: i < part.length - 1 }));

/** Returns the most common indent of the lines that are long enough to be prose. */
function baseIndent(lines: readonly SourceLine[]): number {
	const counts = new Map<number, number>();
	for (const { text, indent } of lines)
		if (text.length >= minProse) counts.set(indent, (counts.get(indent) ?? 0) + 1);
	const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
	return most?.[0] ?? 0;
}

/** Returns the median width of the lines that are long enough to be prose; null without any. */
function proseWidth(lines: readonly SourceLine[]): number | null {
	const widths = lines.filter(({ text }) => text.length >= minProse).map(({ width }) => width);
	return widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? null;
}

/** Parts a run where an indent of several lines begins and ends. */
function setOffParts(run: readonly SourceLine[], base: number): readonly (readonly SourceLine[])[] {
	const parts: SourceLine[][] = [];
	let before: boolean | null = null;
	for (const line of run) {
		const setOff = line.indent >= base + minSetOff;
		if (setOff === before) parts.at(-1)?.push(line);
		else parts.push([line]);
		before = setOff;
	}
	const isSetOff = (part: readonly SourceLine[]) => (part[0]?.indent ?? 0) >= base + minSetOff;
	return parts.some((part) => isSetOff(part) && part.length >= minLines.setOff) ? parts : [run];
}

interface StanzaSetting {
	readonly layout: LineLayout;
	/** The indent of the prose. */
	readonly base: number;
	/** The usual width of the prose; null where no line is long enough. */
	readonly prose: number | null;
	/** The first or the last lines of the text, where a title, a byline or a signature may stand. */
	readonly atEnd: boolean;
}

function isStanza(part: readonly SourceLine[], setting: StanzaSetting): boolean {
	const isSetOff = part.every(({ indent }) => indent >= setting.base + minSetOff);
	const least = isSetOff ? minLines.setOff : setting.atEnd ? minLines.atEnd : minLines.among;
	if (part.length < least) return false;
	const texts = part.map(({ text }) => text);
	const longest = looksLikeVerse(texts) ? maxVerse.plain : maxVerse.likely;
	return (
		texts.every(({ length }) => length <= longest) &&
		!isWrapped(texts) &&
		isByHand(part, setting) &&
		!part.some(({ text }, i) => isOther(text, part[i - 1]?.text ?? '')) &&
		share(texts, isLone) <= (isSetOff ? 1 / 3 : 0) &&
		belongTogether(texts, isSetOff)
	);
}

/**
 * Returns whether every line had room for the next word: nobody had to break it there. Where all
 * lines are short, the verse itself has given the width.
 */
function isByHand(part: readonly SourceLine[], { layout, prose }: StanzaSetting): boolean {
	if (prose === null) return looksLikeVerse(part.map(({ text }) => text));
	const pairs = part.slice(1).map((below, i) => [part[i] ?? below, below] as const);
	switch (layout.kind) {
		case 'greedy':
			return pairs.every(([above, below]) => hasRoom(layout, above, below));
		case 'ragged':
			return pairs.every(([above]) => above.width < prose * 0.85);
		case 'flowed':
			return pairs.every(([above]) => !above.flows);
		default:
			return true;
	}
}

/** What a line of a verse does not hold: addresses on the web, tables, dots before a page number. */
const noVerse = /[|@\t]|https?:|\.{3,}\s*\d+$|\s{3,}\S/;

/** Returns whether a line begins a list item, a note or a heading, or is part of a table. */
const isOther = (text: string, above: string): boolean =>
	opensBlock(text, above) || opensItem(text) || noVerse.test(text);

/** Returns whether a line begins a speech, or is in capitals as a heading and a name under a verse. */
const isLone = (text: string): boolean => /^[-–—]/.test(text) || !/\p{Ll}/u.test(text);

const quoted = /^["”“»«'’‘]/;
const goesOn = /(?:[,;:–—]|--)["”’»]?$/;

/**
 * Returns whether some lines go on in the next, and few end a sentence or begin with a quotation
 * mark. A verse that is set off may also run on without a mark, from capital to capital, to its end.
 */
function belongTogether(texts: readonly string[], isSetOff: boolean): boolean {
	const inner = texts.slice(0, -1);
	if (share(inner, endsSentence) > (isSetOff ? 0.75 : 0.5)) return false;
	if (share(texts, (text) => quoted.test(text)) > 0.5) return false;
	const open = inner.filter((text, i) => goesOn.test(text) || startsLower(texts[i + 1] ?? ''));
	if (open.length >= Math.max(1, inner.length / 4)) return true;
	return (
		isSetOff &&
		texts.length > 2 &&
		share(texts, startsUpper) >= 0.8 &&
		endsParagraph(texts.at(-1) ?? '')
	);
}

/** Most lines of an address, and the longest of them in UTF-16 units. */
const address = { lines: 7, length: 45 };
/** A Swedish, an American or a British postal code, with the town. */
const postal =
	/^(?:SE?-)?\d{3} ?\d{2} \p{Lu}|\p{L},? [A-Z]{2} \d{5}$|\p{L},? [A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/u;

const isAddressed = (part: readonly SourceLine[]): boolean =>
	part.length > 1 &&
	part.length <= address.lines &&
	part.every(({ text }) => text.length <= address.length && !endsSentence(text)) &&
	part.some(({ text }, i) => i > 0 && postal.test(text));
