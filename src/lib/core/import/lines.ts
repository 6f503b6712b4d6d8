/** The lines of a file that are not blank, and the space around them. */

export interface SourceLine {
	/** The line’s text without white space at its ends. */
	readonly text: string;
	/** Width in UTF-16 units, with the indent but without the white space at the end. */
	readonly width: number;
	/** In columns: a tab is four. */
	readonly indent: number;
	/** The line follows a blank line or a page’s end; also true for the first line. */
	readonly apart: boolean;
	/** Number of blank lines above. */
	readonly gap: number;
	/** One space ends the line: the sign of `fold -s` and format=flowed for a line that goes on. */
	readonly flows: boolean;
	/** The line is marked with `>` as a quotation. */
	readonly quoted: boolean;
	/** A line break ends the line: a backslash or two spaces, as in Markdown. */
	readonly hard: boolean;
}

/** A backslash at a line’s end, not escaped and not alone. */
const hardMark = /[^\\](?:\\\\)*\\$/;

/** A tab’s width, as in Markdown. */
const tab = '    ';

const margin = /^(?<indent>[ \t]*)(?<mark>>[> \t]*)?/;

export function readLines(text: string): readonly SourceLine[] {
	const lines: SourceLine[] = [];
	let apart = true;
	let gap = 0;
	for (const raw of rawLines(text)) {
		const line = readLine(raw, apart, gap);
		if (line) lines.push(line);
		apart = !line;
		gap = line ? 0 : gap + 1;
	}
	return lines;
}

/** Parts a text at its line ends, and around the ends of its pages. */
const rawLines = (text: string): readonly string[] =>
	text.includes('\f') ? text.split(/\n|(?=\f)|(?<=\f)/) : text.split('\n');

/** Whether a line has an indent or the mark of a quotation. */
const hasMargin = (raw: string): boolean => raw.charCodeAt(0) <= 0x20 || raw.startsWith('>');

function readLine(raw: string, apart: boolean, gap: number): SourceLine | null {
	if (raw === '') return null;
	const { indent = '', mark = '' } = (hasMargin(raw) && margin.exec(raw)?.groups) || {};
	const text = raw.slice(indent.length + mark.length).trim();
	if (text === '') return null;
	return {
		text,
		width: raw.trimEnd().length,
		indent: indent.replaceAll('\t', tab).length,
		apart,
		gap,
		flows: /\S $/.test(raw.slice(-2)),
		quoted: mark !== '',
		hard: (text.endsWith('\\') && hardMark.test(text)) || /\S {2,}$/.test(raw.slice(-4))
	};
}
