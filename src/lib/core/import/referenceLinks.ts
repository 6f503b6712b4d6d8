/**
 * Resolves Markdown’s reference links: `[text][label]`, `[text][]` and `[text]` become links to the
 * address that a line `[label]: https://…` gives.
 */
import { isLinkable } from '../text/inline';
import { isProse, leaveOut, type Piece } from './piece';

/** A definition: an address, perhaps with a title in quotation marks, and nothing more. */
export const linkDefinition =
	/^\[(?!\^)(?<label>[^[\]]{1,200})\]:\s*<?(?<href>(?:https?:\/\/|mailto:|www\.|\.{0,2}\/|#)[^\s<>]{0,2000})>?(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*$/i;

/** Longest definition, in UTF-16 units. */
const maxDefinition = 2500;

const use = /\[(?!\^)(?<text>[^[\]]{1,500})\](?:\[(?<label>[^[\]]{0,200})\])?(?![[(:])/g;

export function referenceLinks(pieces: readonly Piece[]): readonly Piece[] {
	const addresses = new Map<string, string>();
	const defined = pieces.map((piece) => {
		if (!isProse(piece) || piece.text.length > maxDefinition) return piece;
		const { label, href } = linkDefinition.exec(piece.text)?.groups ?? {};
		if (label === undefined || href === undefined) return piece;
		if (!addresses.has(fold(label))) addresses.set(fold(label), href);
		return leaveOut(piece, 'link');
	});
	if (addresses.size === 0) return pieces;
	return defined.map((piece) =>
		piece.role.kind === 'left-out' || !piece.text.includes(']')
			? piece
			: { ...piece, text: resolved(piece.text, addresses) }
	);
}

const resolved = (markdown: string, addresses: ReadonlyMap<string, string>): string =>
	markdown.replace(use, (whole, text: string, label?: string) => {
		const href = addresses.get(fold(label || text));
		if (href === undefined) return whole;
		return isLinkable(href) ? `[${text}](${href})` : text;
	});

/** Labels differ neither by case nor by white space. */
const fold = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();
