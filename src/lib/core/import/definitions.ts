/**
 * Finds the definitions of footnotes: pieces that begin with a marker. They follow the pages, so
 * they can be in any order and anywhere in the body.
 */
import { dateLine } from './dates';
import { startsLower } from './ending';
import { isProse, type Piece } from './piece';

export const superscripts = '⁰¹²³⁴-⁹';

/**
 * How a definition is marked. `dropped`: only the space after the marker is left. `lost`: a `?`
 * replaces the marker. `labelled`, `superscript` and `bracketed` are notes by their form; for all
 * others the text must have a matching marker.
 */
export type MarkerForm =
	| 'labelled'
	| 'superscript'
	| 'bracketed'
	| 'parenthesis'
	| 'symbol'
	| 'lost'
	| 'figure'
	| 'item'
	| 'dropped';

export interface Definition {
	/** Index of the definition’s piece. */
	readonly at: number;
	readonly form: MarkerForm;
	/** The mark as printed, in plain figures; `?` for each figure that is lost. */
	readonly mark: string;
	readonly text: string;
}

const sentence = '(?=["“”„\'‘’«*_(<[]*\\p{Lu})';
const forms: readonly (readonly [MarkerForm, RegExp])[] = [
	['labelled', /^\[\^(?<mark>[^\s[\]^]{1,16})\]:\s*(?=\S)/u],
	// A figure without a superscript in windows-1252 may follow one that has a superscript.
	['superscript', new RegExp(`^(?<mark>[${superscripts}]+(?:[0-9?](?=\\s))?)\\s*(?=\\S)`, 'u')],
	// `^ [1]`: the link back to the text in an online encyclopedia.
	['bracketed', /^(?:\^\s*)?\[(?<mark>\d{1,3})\]:?\s*(?=\S)/u],
	['parenthesis', /^\((?<mark>\d{1,3})\)\s*(?=\S)/u],
	['symbol', new RegExp(`^(?<mark>\\*{1,3}|[†‡§‖¶]{1,2})(?:\\s+(?=\\S)|${sentence})(?!\\*)`, 'u')],
	['lost', new RegExp(`^(?<mark>\\?)\\s*${sentence}`, 'u')],
	// Not `1ST SAILOR`.
	['figure', new RegExp(`^(?<mark>\\d{1,3})(?!(?:ST|ND|RD|TH|D)\\b)\\s*${sentence}`, 'u')],
	['item', /^(?<mark>\d{1,3})[.)]\s+(?=\S)/u]
];

/** Returns every piece that may define a footnote. */
export function definitionsIn(pieces: readonly Piece[]): readonly Definition[] {
	const marked: Definition[] = [];
	pieces.forEach((piece, at) => {
		if (!isProse(piece)) return;
		const found = definitionOf(piece.text, at) ?? nextNumber(piece.text, at, marked.at(-1));
		if (found) marked.push(found);
	});
	return marked.some(({ form }) => form === 'superscript' || form === 'lost')
		? [...marked, ...dropped(pieces, marked)].sort((a, b) => a.at - b.at)
		: marked;
}

/** Returns a definition that begins with a small letter, if its number is the next after that above. */
function nextNumber(text: string, at: number, above: Definition | undefined): Definition | null {
	if (above?.form !== 'figure' || above.at !== at - 1) return null;
	const match = /^(?<mark>\d{1,3})\s+(?=\p{Ll})/u.exec(text.slice(0, 120));
	const mark = match?.groups?.mark;
	if (!match || mark === undefined || Number(mark) !== Number(above.mark) + 1) return null;
	return { at, form: 'figure', mark, text: text.slice(match[0].length) };
}

function definitionOf(text: string, at: number): Definition | null {
	const start = text.slice(0, 120);
	for (const [form, pattern] of forms) {
		const match = pattern.exec(start);
		const mark = match?.groups?.mark;
		if (!match || mark === undefined) continue;
		if (form === 'figure' && dateLine(text) !== null) return null;
		// `*Emphasis* at the beginning` is no note.
		if (form === 'symbol' && match[0] === mark && text.indexOf('*', mark.length) > 0) return null;
		return { at, form, mark: mark.normalize('NFKC'), text: text.slice(match[0].length) };
	}
	return null;
}

/** Returns pieces whose marker is lost but for one space, in a file with no other indents. */
function dropped(pieces: readonly Piece[], marked: readonly Definition[]): Definition[] {
	const indented = pieces.flatMap((piece, at) =>
		isProse(piece) && piece.indent === 1 && piece.apart && !startsLower(piece.text) ? [at] : []
	);
	if (indented.length > pieces.length / 4) return [];
	const known = new Set(marked.map(({ at }) => at));
	return indented
		.filter((at) => !known.has(at))
		.map((at) => ({ at, form: 'dropped', mark: '?', text: pieces[at]?.text ?? '' }));
}
