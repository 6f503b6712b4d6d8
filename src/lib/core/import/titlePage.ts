/** Leaves out the title and the author from the title page of a book whose frame names them. */
import type { Metadata } from '../text/article';
import { wordsOf } from './inlineMarks';
import { isProse, leaveOut, type Piece } from './piece';

/** How far down, in pieces, the title page may reach. */
const maxPage = 40;

/** `known`: what the frame says of the book. */
export function titlePage(pieces: readonly Piece[], known: Partial<Metadata>): readonly Piece[] {
	const titles = new Set([known.title ?? '', ...(known.title ?? '').split(/[:;(]/)].map(fold));
	const names = new Set((known.authors ?? []).map(fold));
	const first = pieces.slice(0, maxPage).findIndex(isText);
	const page = pieces.slice(0, first < 0 ? maxPage : first).map(({ text }) => fold(text));
	return pieces.map((piece, i) => {
		const line = page[i] ?? '';
		if (!isProse(piece) || line === '') return piece;
		const broken = [`${line} ${page[i + 1] ?? ''}`, `${page[i - 1] ?? ''} ${line}`];
		if ([line, ...broken].some((words) => titles.has(words)))
			return leaveOut(piece, 'repeated-title');
		return names.has(line.replace(/^(?:by|av|af) /, '')) ? leaveOut(piece, 'byline') : piece;
	});
}

const isText = (piece: Piece): boolean => piece.role.kind === 'heading' || piece.text.length > 200;

const fold = (text: string): string =>
	wordsOf(text)
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
