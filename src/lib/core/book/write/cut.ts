/** Cuts a long text into pieces that an e-reader still opens as notes over the page. */
import type { Inline } from '../../text/inlineTree';

/**
 * Most UTF-16 units of a note’s text. Kobo opens notes of up to 5,000 characters over the page; the
 * rest is for the link back and the name of the translator.
 */
export const maxNoteText = 4_500;

type Pieces = readonly (readonly Inline[])[];

/** Length of the piece that is being filled. */
interface Filling {
	readonly limit: number;
	length: number;
}

/** Returns the pieces, in order: each of at most `limit` units, cut at a space where there is one. */
export const cut = (nodes: readonly Inline[], limit = maxNoteText): Pieces =>
	piecesOf(nodes, { limit, length: 0 }).filter((piece) => piece.length > 0);

function piecesOf(nodes: readonly Inline[], filling: Filling): Pieces {
	let last: Inline[] = [];
	const pieces = [last];
	for (const node of nodes)
		for (const [at, part] of partsOf(node, filling).entries()) {
			if (at > 0) pieces.push((last = []));
			last.push(...part);
		}
	return pieces;
}

/** Returns the parts of a node: the first is of the piece before it, each other begins a piece. */
function partsOf(node: Inline, filling: Filling): Pieces {
	switch (node.type) {
		case 'text':
			return textParts(node.text, filling).map((text) =>
				text === '' ? [] : [{ type: 'text', text }]
			);
		case 'break':
		case 'reference':
			return wholePart(node, node.type === 'break' ? 1 : node.marker.length, filling);
		default:
			return piecesOf(node.children, filling).map((children) =>
				children.length > 0 ? [{ ...node, children }] : []
			);
	}
}

function wholePart(node: Inline, length: number, filling: Filling): Pieces {
	const fits = filling.length === 0 || filling.length + length <= filling.limit;
	filling.length = fits ? filling.length + length : length;
	return fits ? [[node]] : [[], [node]];
}

function textParts(text: string, filling: Filling): readonly string[] {
	const parts: string[] = [];
	let from = 0;
	for (;;) {
		const room = Math.max(0, filling.limit - filling.length);
		if (text.length - from <= room) break;
		const fitting = text.slice(from, from + room);
		const atSpace = fitting.lastIndexOf(' ') + 1;
		const end = atSpace > 0 || filling.length > 0 ? atSpace : wholeCharacter(text, from, room);
		parts.push(text.slice(from, from + end));
		from += end;
		filling.length = 0;
	}
	filling.length += text.length - from;
	return [...parts, text.slice(from)];
}

/** Moves a cut out of a pair of surrogates. */
const wholeCharacter = (text: string, from: number, length: number): number =>
	/[\ud800-\udbff]/.test(text.charAt(from + length - 1)) ? length + 1 : length;
