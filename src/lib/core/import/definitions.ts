/**
 * Where footnotes are defined: pieces that begin with a marker. In the order of the pages, so in
 * any order, and anywhere in the body.
 */
import { dateLine } from './dates';
import { startsLower } from './ending';
import { isProse, type Piece } from './piece';

export const superscripts = '⁰¹²³⁴-⁹';

/**
 * `dropped`: only the space after the marker is left. `lost`: a `?` where a marker was. These and
 * `figure` prove nothing by themselves: a marker in the text must answer.
 */
export type Form =
	'labelled' | 'superscript' | 'bracketed' | 'lost' | 'figure' | 'item' | 'dropped';

export interface Definition {
	/** Index of its piece. */
	readonly at: number;
	readonly form: Form;
	/** As printed, in plain figures; `?` for each figure that is lost. */
	readonly mark: string;
	readonly text: string;
}

const sentence = '(?=["“”„\'‘’«*_(<[]*\\p{Lu})';
const forms: readonly (readonly [Form, RegExp])[] = [
	['labelled', /^\[\^(?<mark>[^\s[\]^]{1,16})\]:\s*(?=\S)/u],
	// A figure that windows-1252 has no superscript for may follow one that it has.
	['superscript', new RegExp(`^(?<mark>[${superscripts}]+(?:[0-9?](?=\\s))?)\\s*(?=\\S)`, 'u')],
	// `^ [1]`: so an encyclopedia on the web leads back.
	['bracketed', /^(?:\^\s*)?\[(?<mark>\d{1,3})\]\s*(?=\S)/u],
	['lost', new RegExp(`^(?<mark>\\?)\\s*${sentence}`, 'u')],
	['figure', new RegExp(`^(?<mark>\\d{1,3})\\s*${sentence}`, 'u')],
	['item', new RegExp(`^(?<mark>\\d{1,3})\\.\\s+${sentence}`, 'u')]
];

/** Every piece that may define a footnote. */
export function definitionsIn(pieces: readonly Piece[]): readonly Definition[] {
	const end = endOfText(pieces);
	const marked = pieces.flatMap((piece, at) => {
		if (!isProse(piece)) return [];
		const found = definitionOf(piece.text, at);
		return found && (found.form !== 'item' || at >= end) ? [found] : [];
	});
	return marked.some(({ form }) => form === 'superscript' || form === 'lost')
		? [...marked, ...dropped(pieces, marked)].sort((a, b) => a.at - b.at)
		: marked;
}

/** Where the last row of numbered items begins, if the text ends with one: its notes, perhaps. */
const endOfText = (pieces: readonly Piece[]): number =>
	1 + pieces.findLastIndex((piece) => isProse(piece) && !/^\d{1,3}\.\s/.test(piece.text));

function definitionOf(text: string, at: number): Definition | null {
	const start = text.slice(0, 120);
	for (const [form, pattern] of forms) {
		const match = pattern.exec(start);
		const mark = match?.groups?.mark;
		if (!match || mark === undefined) continue;
		if (form === 'figure' && dateLine(text) !== null) return null;
		return { at, form, mark: mark.normalize('NFKC'), text: text.slice(match[0].length) };
	}
	return null;
}

/** Pieces that one space is left of the marker of, in a file that indents nothing else. */
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
