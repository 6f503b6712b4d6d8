/** Finds the lines of a title under a chapter’s label: a title, a motto, a place or a date. */
import { isDated } from './dates';
import { endsOpen, endsSentence, startsLower } from './ending';
import { isProse, type Piece } from './piece';
import { beginsAsSpeech, beginsWithDash } from './speech';

/** Most lines of a title under a label. More short lines in a row are verse or an address. */
const maxLines = 3;
/** Longest line of a title, in UTF-16 units. */
const maxLine = 120;
/** Longest short sentence that stands under most labels: it tells what the chapter is about. */
const maxSubtitle = 200;
/** Blank lines above a heading of its own, and not a line of the one above. */
const ownGap = 3;
/** Least share of labels with a short sentence under them: then it is a part of the heading. */
const minSubtitled = 0.8;
const minLabels = 3;

/** Returns whether all letters of a text are capitals, and it has at least two. */
export const isCapitals = (text: string): boolean =>
	/\p{L}.*\p{L}/u.test(text) && text === text.toUpperCase() && text !== text.toLowerCase();

/**
 * Returns the indices of the title’s lines under the label at `at`. `subtitled`: a short sentence
 * stands under most labels of the text, so it belongs to the heading.
 */
export function titleLines(
	pieces: readonly Piece[],
	at: number,
	subtitled: boolean
): readonly number[] {
	const lines: number[] = [];
	for (let i = at + 1; i < pieces.length - 1 && lines.length <= maxLines; i++) {
		const piece = pieces[i];
		if (!isProse(piece) || !isTitleLine(piece, subtitled && lines.length === 0)) break;
		lines.push(i);
	}
	const next = pieces[(lines.at(-1) ?? at) + 1];
	const whole = lines.length <= maxLines && !(lines.length > 0 && goesOnAsVerse(next));
	return whole
		? lines
		: lines.filter((line) => isCapitals(pieces[line]?.text ?? '')).slice(0, maxLines);
}

/** Returns whether a short line goes on the lines above it, with no blank line between. */
const goesOnAsVerse = (next: Piece | undefined): boolean =>
	isProse(next) && !next.apart && next.text.length < maxLine;

function isTitleLine({ text, apart, gap }: Piece, subtitled: boolean): boolean {
	if (text.length > (subtitled ? maxSubtitle : maxLine) || gap >= ownGap) return false;
	if (/\n|[-–—][_*]?$/.test(text) || !/\p{L}/u.test(text) || !isBalanced(text)) return false;
	if (beginsWithDash(text)) return false;
	if (isCapitals(text) || isQuotedTitle(text)) return !endsOpen(text);
	if (beginsAsSpeech(text) || endsOpen(text) || (apart && startsLower(text))) return false;
	return subtitled || isDated(text) || !(endsSentence(text) || /[:,;]["”»’)*_]*$/.test(text));
}

/** Returns whether emphasis that a text opens is closed in it: other text is part of something. */
export const isBalanced = (text: string): boolean => (text.match(/_/g)?.length ?? 0) % 2 === 0;

/** Returns whether a title stands in quotation marks: speech would end with a mark inside them. */
const isQuotedTitle = (text: string): boolean =>
	/^[“"”»](?=\p{Lu})[^“"”»«.,!?;:…]{4,60}(?<=[\p{L}\p{N}])[”"“»«]$/u.test(text);

/** Longest short sentence over a reply, in UTF-16 units: a longer one is the first paragraph. */
const maxOverReply = 40;

const isShorter = (line: string, below: string): boolean =>
	below.length > line.length || (line.length <= maxOverReply && beginsAsSpeech(below));

/** Returns whether a short sentence, set apart, stands under most of the labels at `labels`. */
export function haveSubtitles(pieces: readonly Piece[], labels: readonly number[]): boolean {
	const short = labels.filter((at) => {
		const line = pieces[at + 1];
		const below = pieces[at + 2];
		return (
			isProse(line) &&
			isProse(below) &&
			below.apart &&
			line.text.length <= maxSubtitle &&
			isShorter(line.text, below.text) &&
			!beginsAsSpeech(line.text)
		);
	});
	return labels.length >= minLabels && short.length >= labels.length * minSubtitled;
}
