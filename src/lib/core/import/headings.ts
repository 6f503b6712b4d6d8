/**
 * Finds headings. Marked ones (`#`, an underline, a line wholly in bold) are taken as marked.
 * Others are recognised because they are short, do not end like a sentence and precede something
 * longer.
 */
import { hasLines } from '../text/lineBreaks';
import { isDivision } from './chapters';
import { withoutClosers, endsOpen, isAddress, startsLower } from './ending';
import { headingLayout, mayBeHeading } from './headingLayout';
import { markedHeading, underlineLevel } from './markdownMarks';
import { isProfession, namesPattern } from './personNames';
import { isProse, leaveOut, type Piece } from './piece';
import { beginsAsSpeech } from './speech';

const maxLength = 120;
const maxWords = 16;
/**
 * Least length, in UTF-16 units, of the text under a heading; one and a half times the heading’s
 * own length is also enough.
 */
const minBelow = 80;

/** Level of the highest heading in the text; a title’s level is 1. */
const topLevel = 2;

/** Headings over notes. */
const overNotes = /^(?:noter|fotnoter|slutnoter|notes|footnotes|endnotes|referenser|references)$/iu;

/** Returns whether a line could be a heading or a title, judged by its own words. */
export function looksLikeHeading(text: string): boolean {
	if (text.length > maxLength || text.split(/\s+/).length > maxWords) return false;
	if (startsLower(text) || endsOpen(text) || !/\p{L}/u.test(text) || hasLines(text)) return false;
	if (beginsAsSpeech(text) || /^[-–—•*]\s/.test(text) || /[|@]/.test(text)) return false;
	const words = text.replace(sectionNumber, '');
	if (roll.test(words) || leadsOn.test(words) || credit.test(words) || greeting.test(words))
		return false;
	return !endsAsSentence.test(withoutClosers(words)) && !hasSentences.test(words);
}

/** Last words that need a continuation, a list or the rest of a sentence: no heading ends so. */
const leadsOn = /\s(?:att|och|eller|samt|the|and|or|to|an)$/u;
/** A list of those present, also of a single person: `Närvarande: Anna Ek, Bo Alm`. */
const roll = new RegExp(`^\\p{L}[\\p{L}\\s]{1,30}:\\s+${namesPattern}$`, 'u');
/** A credit for work beside the text. */
const credit =
	/^(?:över(?:sättning|sättare|satt)|foto|illustration\p{L}*|redaktör|redigering|translat\p{L}+|photos?|edited|editor)(?:\s(?:av|by|från|from)\s|\s*:)/iu;
/** The end of a letter. */
const greeting =
	/^(?:\p{L}+\s){0,2}(?:hälsning(?:ar)?|regards|wishes)$|^yours\s\p{L}+$|^(?:yours\s)?(?:sincerely|faithfully)$/iu;

const sectionNumber = /^(?:\d{1,2}\.)*\d{1,2}\.?\s+/;
/** The ends of a sentence. `?` is not among them: a question may be a heading. */
const endsAsSentence = /[.!,;:…]$/;
const hasSentences = /[.!?…]["”’)]*\s+\p{Lu}/u;

/** Returns whether a line could be a title, which may be longer than a heading. */
export const looksLikeTitle = (text: string): boolean =>
	text.length <= 220 &&
	text.split(/\s+/).length <= 32 &&
	!startsLower(text) &&
	!endsOpen(text) &&
	!hasLines(text) &&
	/\p{L}/u.test(text) &&
	!/^[-–—•*]\s/.test(text) &&
	!leadsOn.test(text) &&
	!/[.,;:…]$/.test(withoutClosers(text));

/**
 * Makes headings of marked pieces and removes their marks. Levels are as marked: 1 is a title’s.
 */
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

/** Most short lines in a row that can be headings. More are verse, an address or a list. */
const maxInRow = 2;

/** Finds unmarked headings; under chapters and parts they are one level lower. */
export function unmarkedHeadings(pieces: readonly Piece[]): readonly Piece[] {
	const level = pieces.some(isDivision) ? topLevel + 1 : topLevel;
	const spaced = pieces.some(({ apart }, i) => i > 0 && apart);
	const runs = shortRuns(pieces);
	const speakers = speakersIn(pieces);
	const layout = headingLayout(pieces);
	return pieces.map((piece, i) => {
		if (!isProse(piece) || (spaced && !piece.apart) || (runs[i] ?? 0) > maxInRow) return piece;
		const words = unbold(piece.text);
		if (!looksLikeHeading(words) || !standsOver(pieces, i)) return piece;
		if (speakers.has(labelOf(words))) return piece;
		const beside = { above: pieces[i - 1], below: pieces[i + 1] };
		return mayBeHeading(piece, layout, beside) ? heading(piece, words, level) : piece;
	});
}

const labelOf = (text: string): string =>
	/^[*_]*(?<label>\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,2}):/u.exec(text)?.groups?.label ??
	'';

/** Returns labels with a colon that recur: the speakers of an interview. */
function speakersIn(pieces: readonly Piece[]): ReadonlySet<string> {
	const labels = pieces.map(({ text }) => labelOf(text.slice(0, maxLength)));
	return new Set(labels.filter((label, i) => label !== '' && labels.indexOf(label) !== i));
}

/**
 * Returns for each piece the number of heading-like pieces in its row; captions do not break a
 * row.
 */
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

const isAside = (piece: Piece | undefined): boolean =>
	piece?.role.kind === 'caption' ||
	piece?.role.kind === 'left-out' ||
	piece?.role.kind === 'footnote';

/**
 * Returns whether the next pieces could belong under a heading: longer text, a list, a quotation
 * or a heading.
 */
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

/**
 * Returns whether a piece is a byline or a date: the line above it belongs to the head and is no
 * heading.
 */
const isImprint = (piece: Piece | undefined): boolean =>
	piece?.role.kind === 'left-out' &&
	(piece.role.reason === 'byline' || piece.role.reason === 'date');

/** Removes the marks from a line wholly in bold. */
const unbold = (text: string): string =>
	/^(?:\*\*|__)((?:(?!\*\*|__).)+)(?:\*\*|__)$/.exec(text)?.[1]?.trim() ?? text;
