/**
 * Finds the names of picture files. Text copied from a page has them glued to the captions;
 * Markdown has them as images.
 */
import { leaveOut, type Piece } from './piece';

const extension = '\\.(?:png|PNG|jpe?g|JPE?G|gif|GIF|webp|svg|tiff?|bmp|avif|heic)';
/**
 * Matches a file name that is glued to a capital or a quotation mark, or alone, or with figures
 * in it before a capital.
 */
const fileName = new RegExp(
	`^(?<name>[\\w%()+~.:/-]{1,200}?${extension})(?:(?=[\\p{Lu}”“"])|$|(?<=\\d[^.]{0,200}\\.\\w+)\\s+(?=\\p{Lu}))`,
	'u'
);
const image = /^!\[(?<alt>[^\]]{0,500})\]\([^()]{0,500}\)\s*/;

/** The place of a picture, as libraries of free texts mark it, perhaps with its caption. */
const placeholder =
	/^(?<mark>\[(?:illustration|bild|vinjett|vignett|dekoration|decoration)(?:\]|:\s*(?=[^\]]+\]$)))/iu;

/** Leaves the picture out of a text that begins with it: the rest is a caption. */
export function pictures(pieces: readonly Piece[]): readonly Piece[] {
	return pieces.flatMap((piece) => (piece.role.kind === 'prose' ? parts(piece) : piece));
}

/** Longest caption at the place of a picture, in UTF-16 units. */
const maxPlace = 600;

function parts(piece: Piece): Piece | Piece[] {
	const place = piece.text.length <= maxPlace ? placeholder.exec(piece.text)?.groups?.mark : null;
	const found = place ?? (image.exec(piece.text) ?? fileName.exec(piece.text.slice(0, 400)))?.[0];
	if (!found) return piece;
	const rest = piece.text
		.slice(found.length, place?.endsWith(']') === false ? -1 : undefined)
		.trim();
	const picture = leaveOut({ ...piece, text: found.trim() }, 'picture');
	return rest === ''
		? [picture]
		: [picture, { ...piece, text: rest, apart: false, role: { kind: 'caption' } }];
}
