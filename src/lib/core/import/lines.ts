/** The lines of a file that have something on them, and what stood around them. */

export interface Line {
	/** No white space at either end. */
	readonly text: string;
	/** Width as it stands, in UTF-16 units: indent and all but the white space at the end. */
	readonly width: number;
	readonly indent: number;
	/** A blank line or a page’s end stands before it; true of the first. */
	readonly apart: boolean;
	/** One space at the end: so `fold -s` and format=flowed mark a line that goes on. */
	readonly flows: boolean;
	/** Marked `>` as a quotation. */
	readonly quoted: boolean;
}

const margin = /^(?<indent>[ \t]*)(?<mark>>[> \t]*)?/;

export function readLines(text: string): readonly Line[] {
	const lines: Line[] = [];
	let apart = true;
	for (const raw of text.split(/\n|(?=\f)|(?<=\f)/)) {
		const line = readLine(raw, apart);
		if (line) lines.push(line);
		apart = !line;
	}
	return lines;
}

function readLine(raw: string, apart: boolean): Line | null {
	const { indent = '', mark = '' } = margin.exec(raw)?.groups ?? {};
	const text = raw.slice(indent.length + mark.length).trim();
	if (text === '') return null;
	return {
		text,
		width: raw.trimEnd().length,
		indent: indent.length,
		apart,
		flows: /\S $/.test(raw.slice(-2)),
		quoted: mark !== ''
	};
}
