/**
 * The content of an entry: a tree of plain pieces. Nothing in it can run, load or link; the page
 * shows each with markup of its own.
 */
export type Piece =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'break' }
	/** `class`: the part of speech. */
	| {
			readonly kind: 'bold' | 'italic' | 'example' | 'class';
			readonly pieces: readonly Piece[];
	  }
	| { readonly kind: 'list'; readonly items: readonly (readonly Piece[])[] };

export const text = (words: string): Piece => ({ kind: 'text', text: words });

const lineBreak: Piece = { kind: 'break' };

/** Returns all words of pieces; a line break for each break and after each item. */
export const pieceText = (pieces: readonly Piece[]): string =>
	pieces
		.map((piece) => {
			switch (piece.kind) {
				case 'text':
					return piece.text;
				case 'break':
					return '\n';
				case 'list':
					return piece.items.map((item) => `${pieceText(item)}\n`).join('');
				default:
					return pieceText(piece.pieces);
			}
		})
		.join('');

/** Returns plain text as pieces: its lines, with breaks between them. */
export const lines = (plain: string): readonly Piece[] =>
	tidyPieces(
		plain
			.replace(/\r\n?/g, '\n')
			.split('\n')
			.flatMap((line, at) => (at === 0 ? [text(line)] : [lineBreak, text(line)]))
	);

/** Joins text to the text before it; leaves out what is empty and breaks that set nothing apart. */
export function tidyPieces(pieces: readonly Piece[]): readonly Piece[] {
	const tidy: Piece[] = [];
	for (const piece of pieces) {
		const last = tidy.at(-1);
		if (piece.kind === 'break') {
			if (last && last.kind !== 'break' && last.kind !== 'list') tidy.push(piece);
			continue;
		}
		if (isEmpty(piece)) continue;
		if (piece.kind === 'list' && last?.kind === 'break') tidy.pop();
		if (piece.kind !== 'text') tidy.push(piece);
		else if (last?.kind === 'text')
			tidy.splice(-1, 1, text((last.text + piece.text).replace(/ {2,}/g, ' ')));
		else {
			const words = !last || last.kind === 'break' ? piece.text.trimStart() : piece.text;
			if (words !== '') tidy.push(text(words));
		}
	}
	while (tidy.at(-1)?.kind === 'break') tidy.pop();
	return tidy;
}

function isEmpty(piece: Piece): boolean {
	switch (piece.kind) {
		case 'text':
			return piece.text === '';
		case 'break':
			return false;
		case 'list':
			return piece.items.length === 0;
		default:
			return piece.pieces.length === 0;
	}
}
