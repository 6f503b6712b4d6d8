/**
 * Headings. Marked ones (`#`, an underline, a line wholly in bold) are what they say. Others are
 * known by being short, ending like no sentence, and standing before something longer.
 */
import { core, endsOpen, isAddress, startsLower } from './ending';
import { markedHeading, underlineLevel } from './markdown';
import { isProfession, namesPattern } from './names';
import { isProse, leaveOut, type Piece } from './piece';

const maxLength = 120;
const maxWords = 16;
/** What a heading stands before is longer than this, or than the heading itself and a half. */
const minBelow = 80;

/** A title’s level is 1. */
const partLevel = 2;

const part =
	/^(?:del|part|kapitel|chapter|avdelning|avsnitt|section|bok|book|akt|act)\s+(?:\d{1,3}|[IVXLC]{1,7}|ett|två|tre|fyra|fem|sex|one|two|three|four|five|six)(?![\p{L}\p{N}])/iu;

const ordinals =
	'första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth';
const ordinalPart = new RegExp(
	`^(?:the\\s)?(?:${ordinals})\\s(?:delen|kapitlet|avdelningen|avsnittet|boken|akten|part|chapter|section|book|act)(?:$|[.:–—-]|\\s[–—-])`,
	'iu'
);

/** `Del 1 – …`, `Chapter IV`, `Första kapitlet`: a heading over other headings. */
export const isPart = (text: string): boolean =>
	text.length <= maxLength && (part.test(text) || ordinalPart.test(text));

/** Nothing but a number: page numbers have been taken out before. */
const isChapter = (text: string): boolean => /^(?:\d{1,3}|[IVXLC]{1,7})\.?$/.test(text);

/** What notes stand under. */
const overNotes = /^(?:noter|fotnoter|slutnoter|notes|footnotes|endnotes|referenser|references)$/iu;

/** Could be a heading or a title, as far as its own words tell. */
export function looksLikeHeading(text: string): boolean {
	if (text.length > maxLength || text.split(/\s+/).length > maxWords) return false;
	if (startsLower(text) || endsOpen(text) || !/\p{L}/u.test(text)) return false;
	if (/^[-–—•*]\s/.test(text) || /[|@]/.test(text)) return false;
	const words = text.replace(sectionNumber, '');
	if (roll.test(words) || leadsOn.test(words) || credit.test(words) || greeting.test(words))
		return false;
	return !endsAsSentence.test(core(words)) && !hasSentences.test(words);
}

/** No heading ends in a word that something must follow: a list, or the rest of a sentence. */
const leadsOn = /\s(?:att|och|eller|samt|the|and|or|to|an)$/u;
/** `Närvarande: Anna Ek, Bo Alm`, also where there is one of them. */
const roll = new RegExp(`^\\p{L}[\\p{L}\\s]{1,30}:\\s+${namesPattern}$`, 'u');
/** Whose work something beside the text is. */
const credit =
	/^(?:över(?:sättning|sättare|satt)|foto|illustration\p{L}*|redaktör|redigering|translat\p{L}+|photos?|edited|editor)(?:\s(?:av|by|från|from)\s|\s*:)/iu;
/** The end of a letter. */
const greeting =
	/^(?:\p{L}+\s){0,2}(?:hälsning(?:ar)?|regards|wishes)$|^yours\s\p{L}+$|^(?:yours\s)?(?:sincerely|faithfully)$/iu;

const sectionNumber = /^(?:\d{1,2}\.)*\d{1,2}\.?\s+/;
/** A question may be a heading. */
const endsAsSentence = /[.!,;:…]$/;
const hasSentences = /[.!?…]["”’)]*\s+\p{Lu}/u;

/** Could be a title: longer than a heading may be. */
export const looksLikeTitle = (text: string): boolean =>
	text.length <= 220 &&
	text.split(/\s+/).length <= 32 &&
	!startsLower(text) &&
	!endsOpen(text) &&
	/\p{L}/u.test(text) &&
	!/^[-–—•*]\s/.test(text) &&
	!leadsOn.test(text) &&
	!/[.,;:…]$/.test(core(text));

/** Marked headings, with their marks taken off. Levels are as marked: 1 is a title’s. */
export function markedHeadings(pieces: readonly Piece[]): readonly Piece[] {
	const out: Piece[] = [];
	for (const piece of pieces) {
		if (!isProse(piece)) {
			out.push(piece);
			continue;
		}
		const underline = underlineLevel(piece.text);
		const above = out.at(-1);
		const marked = markedHeading(piece.text);
		if (underline !== null && !piece.apart && isProse(above) && canBeUnderlined(above.text)) {
			out.splice(-1, 1, heading(above, above.text, underline), leaveOut(piece, 'ornament'));
		} else if (marked) out.push(heading(piece, marked.text, marked.level));
		else out.push(piece);
	}
	return out;
}

const canBeUnderlined = (text: string): boolean =>
	text.length <= 200 && /\p{L}/u.test(text) && !text.startsWith('[^');

const heading = (piece: Piece, text: string, level: number): Piece => ({
	...piece,
	text,
	role: { kind: 'heading', level }
});

/** More short lines than this in a row are verse, an address or a list. */
const maxInRow = 2;

/** Unmarked headings; with part headings above them they are one level lower. */
export function unmarkedHeadings(pieces: readonly Piece[]): readonly Piece[] {
	const parts = pieces.some((piece) => isProse(piece) && isPart(piece.text));
	const spaced = pieces.some(({ apart }, i) => i > 0 && apart);
	const runs = shortRuns(pieces);
	const speakers = speakersIn(pieces);
	const chapters = pieces.filter((piece) => isProse(piece) && isChapter(piece.text)).length > 1;
	return pieces.map((piece, i) => {
		if (!isProse(piece) || (spaced && !piece.apart) || (runs[i] ?? 0) > maxInRow) return piece;
		const words = unbold(piece.text);
		const above = isPart(words) || (chapters && isChapter(words));
		if (above && hasBelow(pieces, i)) return heading(piece, words, partLevel);
		if (!looksLikeHeading(words) || !standsOver(pieces, i)) return piece;
		if (speakers.has(labelOf(words))) return piece;
		return heading(piece, words, parts ? partLevel + 1 : partLevel);
	});
}

const labelOf = (text: string): string =>
	/^[*_]*(?<label>\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,2}):/u.exec(text)?.groups?.label ??
	'';

/** Labels with a colon that come again: who asks and who answers. */
function speakersIn(pieces: readonly Piece[]): ReadonlySet<string> {
	const labels = pieces.map(({ text }) => labelOf(text.slice(0, maxLength)));
	return new Set(labels.filter((label, i) => label !== '' && labels.indexOf(label) !== i));
}

/** For each piece the number of heading-like pieces in its row; captions do not break a row. */
function shortRuns(pieces: readonly Piece[]): readonly number[] {
	const runs = pieces.map(() => 0);
	let row: number[] = [];
	const close = () => {
		for (const i of row) runs[i] = row.length;
		row = [];
	};
	pieces.forEach((piece, i) => {
		if (!isProse(piece)) return;
		if (looksLikeHeading(piece.text)) row.push(i);
		else close();
	});
	close();
	return runs;
}

const below = (pieces: readonly Piece[], i: number): Piece | undefined => {
	let k = i + 1;
	while (k < pieces.length && isAside(pieces[k])) k++;
	return pieces[k];
};

const hasBelow = (pieces: readonly Piece[], i: number): boolean => below(pieces, i) !== undefined;

const isAside = (piece: Piece | undefined): boolean =>
	piece?.role.kind === 'caption' ||
	piece?.role.kind === 'left-out' ||
	piece?.role.kind === 'footnote';

/** Something follows that a heading could be over: longer text, a list, a quotation, a heading. */
function standsOver(pieces: readonly Piece[], i: number): boolean {
	const text = pieces[i]?.text ?? '';
	if (overNotes.test(text)) return pieces[i + 1]?.role.kind === 'footnote';
	const next = below(pieces, i);
	if (!next || isImprint(pieces[i + 1])) return false;
	if (isImprint(pieces[i - 1]) && isProfession(text)) return false;
	if (!isProse(next) || (isAddress(next.text) && !next.text.includes('@'))) return true;
	if (/^\d/.test(text) && /^\d/.test(next.text)) return false;
	if (looksLikeHeading(next.text))
		return (
			below(pieces, i + 1) !== undefined && !looksLikeHeading(below(pieces, i + 1)?.text ?? '')
		);
	return next.text.length >= Math.max(minBelow, text.length * 1.5);
}

/** Over a byline or a date stands something of the head, no heading. */
const isImprint = (piece: Piece | undefined): boolean =>
	piece?.role.kind === 'left-out' &&
	(piece.role.reason === 'byline' || piece.role.reason === 'date');

/** A line wholly in bold is the line. */
const unbold = (text: string): string =>
	/^(?:\*\*|__)((?:(?!\*\*|__).)+)(?:\*\*|__)$/.exec(text)?.[1]?.trim() ?? text;
