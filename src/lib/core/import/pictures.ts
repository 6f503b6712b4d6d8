/**
 * Picture files. A page’s text has their names glued to the captions; Markdown has them as images.
 */
import { leaveOut, type Piece } from './piece';

const extension = '\\.(?:png|PNG|jpe?g|JPE?G|gif|GIF|webp|svg|tiff?|bmp|avif|heic)';
/** Glued to a capital or a quotation mark, or alone, or a name with figures in it before a capital. */
const fileName = new RegExp(
	`^(?<name>[\\w%()+~.:/-]{1,200}?${extension})(?:(?=[\\p{Lu}”“"])|$|(?<=\\d[^.]{0,200}\\.\\w+)\\s+(?=\\p{Lu}))`,
	'u'
);
const image = /^!\[(?<alt>[^\]]{0,500})\]\([^()]{0,500}\)\s*/;

/** Takes the picture out of a caption that begins with it: what follows is a caption. */
export function pictures(pieces: readonly Piece[]): readonly Piece[] {
	return pieces.flatMap((piece) => (piece.role.kind === 'prose' ? parts(piece) : [piece]));
}

function parts(piece: Piece): Piece[] {
	const found = (image.exec(piece.text) ?? fileName.exec(piece.text.slice(0, 400)))?.[0];
	if (!found) return [piece];
	const rest = piece.text.slice(found.length).trim();
	const picture = leaveOut({ ...piece, text: found.trim() }, 'picture');
	return rest === ''
		? [picture]
		: [picture, { ...piece, text: rest, apart: false, role: { kind: 'caption' } }];
}
