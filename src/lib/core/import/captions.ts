/**
 * Finds captions by their credits: `… Foto: X/Y`, `… Photo: X`, `… © X`, on the same line or on
 * the next. The credit stays as printed.
 */
import { wordsOf } from './inlineMarks';
import { introducedNames } from './personNames';
import type { Piece } from './piece';

const label =
	'(?:Foto(?:graf(?:i|er)?)?|FOTO|Bild|BILD|Illustration|Teckning|Photo(?:graph|grapher|s)?|PHOTO|Picture|Image|Credit)';
const opening = `(?:${label}\\s*:|(?:Photo|Photograph|Picture|Illustration)\\s(?:by|courtesy)\\s|Foto\\sav\\s|©|\\([cC]\\)\\s)`;
/** Matches a credit to the end of the piece, with no sentence after it. */
const credit = new RegExp(
	`(?:^|[\\s.!?…)”"’,])(?<credit>\\(?${opening}(?:(?![.!?]\\s+\\p{Lu}\\p{Ll}+\\s\\p{Ll}).){0,200})$`,
	'u'
);

/** Longest caption, in UTF-16 units. A longer piece is none, even with a credit at its end. */
const maxCaption = 600;

export function captions(pieces: readonly Piece[]): readonly Piece[] {
	const out: Piece[] = [];
	const spaced = pieces.some(({ apart }, i) => i > 0 && apart);
	for (const piece of pieces) {
		const split = splitCredit(piece);
		if (!split) out.push(isNumbered(piece) ? { ...piece, role: { kind: 'caption' } } : piece);
		else if (split.text !== '') out.push(captionOf(piece, split.text, split.credit));
		else {
			const above = out.at(-1);
			if (above && isCaptionAbove(above, piece, spaced))
				out.splice(-1, 1, captionOf(above, above.text, split.credit));
			else out.push({ ...piece, role: { kind: 'caption' } });
		}
	}
	return out;
}

function splitCredit(piece: Piece): { text: string; credit: string } | null {
	const { kind } = piece.role;
	if ((kind !== 'prose' && kind !== 'caption') || piece.text.length > maxCaption) return null;
	const match = credit.exec(piece.text);
	const found = match?.groups?.credit;
	if (!match || !found || isCopyright(piece.text) || introducedNames(wordsOf(piece.text)))
		return null;
	return { text: piece.text.slice(0, -found.length).trim(), credit: found };
}

/** Returns whether a piece is the copyright of the text, not of a picture: `© 2022 The Paper`. */
export const isCopyright = (text: string): boolean =>
	/^(?:©|\([cC]\)|Copyright)\s*(?:©\s*)?\d{4}/.test(text) || /^Copyright\b/.test(text);

/**
 * Returns whether a piece is a numbered caption: `Figur 2: Båtar i hamnen`, but not `Figur 2
 * visar …`.
 */
const isNumbered = ({ role, text }: Piece): boolean =>
	role.kind === 'prose' &&
	text.length <= maxNumbered &&
	/^(?:[Bb]ild|[Ff]igure?|[Ff]ig\.|[Tt]abell|[Tt]able|[Dd]iagram|[Kk]arta|[Mm]ap|[Cc]hart|BILD|FIGURE?|TABELL|TABLE)\s\d{1,3}(?:[.:]|\s[–—-])\s+\p{Lu}/u.test(
		text
	);

const maxNumbered = 300;

/**
 * Longest caption, in UTF-16 units, where only newlines separate it from its credit. Longer is a
 * paragraph.
 */
const maxUnspaced = 160;

/** Returns whether the credit belongs to the line right above it, and is not the writer’s own. */
const isCaptionAbove = (above: Piece, credit: Piece, spaced: boolean): boolean =>
	above.role.kind === 'caption' ||
	(above.role.kind === 'prose' &&
		!credit.apart &&
		above.text.length <= (spaced ? maxCaption : maxUnspaced) &&
		introducedNames(wordsOf(above.text)) === null);

/** Makes a piece a caption. It may have two credits, one after the other. */
const captionOf = (piece: Piece, text: string, printed: string): Piece => {
	const before = piece.role.kind === 'caption' ? piece.role.credit : undefined;
	const credit = before === undefined ? printed : `${before} ${printed}`;
	return { ...piece, text, role: { kind: 'caption', credit } };
};
