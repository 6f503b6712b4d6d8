/**
 * Reads pages set in columns, as `pdftotext -layout` writes them: a strip of blanks runs down the
 * page, with prose on both sides. The columns are put one after the other.
 */
import { endsInHyphen, endsParagraph, startsLower } from './ending';

export interface ReadingOrder {
	readonly text: string;
	/** Number of places set in columns. */
	readonly places: number;
}

export function readColumns(text: string): ReadingOrder {
	if (!/\S {3,}\S/.test(text)) return { text, places: 0 };
	let places = 0;
	const pages = text.split('\f').map((page) => {
		const lines = page.split('\n');
		const found = inOrder(lines, 0);
		places += found.places;
		return found.places > 0 ? found.lines.join('\n') : page;
	});
	return { text: pages.join('\f'), places };
}

interface Ordered {
	readonly lines: readonly string[];
	readonly places: number;
}

/** Most times that a column is itself parted into columns. */
const maxDepth = 3;

function inOrder(lines: readonly string[], depth: number): Ordered {
	const gutter = depth < maxDepth ? gutterOf(lines) : null;
	if (gutter === null) return { lines, places: 0 };
	const out: string[] = [];
	let places = 0;
	for (const { run, sided } of runsAt(lines, gutter)) {
		const columns = sided ? columnsOf(run, gutter) : null;
		if (!columns) {
			for (const line of run) out.push(line);
			continue;
		}
		places++;
		const [left, right] = columns.map((column) => inOrder(column, depth + 1).lines);
		const above = left?.at(-1) ?? '';
		for (const line of [
			...(left ?? []),
			...(endsParagraph(above) ? [''] : []),
			...(right ?? []),
			''
		])
			out.push(line);
	}
	return { lines: out, places };
}

/** Least number of lines with text on both sides of the strip. */
const minLines = 4;

/** Returns where most texts after a wide gap begin; null if there are too few. */
function gutterOf(lines: readonly string[]): number | null {
	const votes = new Map<number, number>();
	for (const line of lines)
		for (const { 0: gap, index } of line.matchAll(/(?<=\S) {3,}(?=\S)/g)) {
			const column = index + gap.length;
			votes.set(column, (votes.get(column) ?? 0) + 1);
		}
	let best: number | null = null;
	for (const [column, count] of votes)
		if (count >= minLines && count > (votes.get(best ?? -1) ?? 0)) best = column;
	return best;
}

interface Run {
	readonly run: readonly string[];
	/** The strip is blank, and its first line has text on both sides. */
	readonly sided: boolean;
}

/** Parts lines where the strip ends: at a line across it. */
function runsAt(lines: readonly string[], gutter: number): readonly Run[] {
	const runs: { run: string[]; sided: boolean }[] = [];
	let blank: string[] = [];
	for (const line of lines) {
		const last = runs.at(-1);
		const fits = /^\s*$/.test(line.slice(Math.max(0, gutter - 2), gutter));
		if (!/\S/.test(line)) {
			blank.push(line);
			continue;
		}
		const sided = fits && isSided(line, gutter);
		// After a blank line a line on one side may be a paragraph as wide as the page.
		const goesOn = last?.sided ? sided || (fits && blank.length === 0) : !sided;
		if (last && goesOn) for (const one of [...blank, line]) last.run.push(one);
		else {
			last?.run.push(...blank);
			runs.push({ run: last ? [line] : [...blank, line], sided });
		}
		blank = [];
	}
	runs.at(-1)?.run.push(...blank);
	return runs;
}

/** Returns whether a line has text on both sides of the strip. */
const isSided = (line: string, gutter: number): boolean =>
	/\S/.test(line.slice(0, gutter)) && /^ {0,6}\S/.test(line.slice(gutter));

/** Least usual length of a column’s lines, in UTF-16 units. A table’s cells are shorter. */
const minLength = 20;
/** Least share of a column’s lines that go on in the next one. A list of pairs has fewer. */
const minFlow = 0.25;

/** Returns the two columns of a run of lines; null if they are no prose. */
function columnsOf(run: readonly string[], gutter: number): readonly (readonly string[])[] | null {
	if (run.filter((line) => isSided(line, gutter)).length < minLines) return null;
	const columns = [
		run.map((line) => line.slice(0, gutter).trimEnd()),
		run.map((line) => line.slice(gutter).trimEnd())
	].map(trimmed);
	return columns.every(isProse) ? columns : null;
}

function isProse(lines: readonly string[]): boolean {
	const full = lines.filter((line) => /\S/.test(line));
	const lengths = full.map((line) => line.trim().length).sort((a, b) => a - b);
	const flows = full.filter((line, i) => {
		const next = full[i + 1];
		return (
			next !== undefined && (endsInHyphen(line) || (startsLower(next) && !endsParagraph(line)))
		);
	});
	return (
		(lengths[Math.floor(lengths.length / 2)] ?? 0) >= minLength &&
		flows.length >= full.length * minFlow
	);
}

/** Removes blank lines at both ends. */
function trimmed(lines: readonly string[]): readonly string[] {
	const first = lines.findIndex((line) => /\S/.test(line));
	const last = lines.findLastIndex((line) => /\S/.test(line));
	return first < 0 ? [] : lines.slice(first, last + 1);
}
