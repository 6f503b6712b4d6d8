/**
 * Reads the head of a text: the short lines before its first paragraph, and the lines among its
 * first paragraphs that name the writer and the date. A line that is read into metadata is left
 * out of the text, with the reason.
 */
import type { Metadata } from '../text/article';
import { findDate, isDiary, readDateLine, type DateLine } from './dates';
import { isAddress, startsLower } from './ending';
import { withoutUndefined } from './importedFrontMatter';
import { isPart } from './chapterLabels';
import { looksLikeTitle } from './headings';
import { titleOf, wordsOf } from './inlineMarks';
import { issueLine, mastheadLine, publishedLine, type Imprint } from './masthead';
import { introducedNames, leadingNames, parseNames, titledName } from './personNames';
import { isProse, leaveOut, type PieceEvidence, type Piece, type PieceResult } from './piece';

/** How far down, in pieces, a line may still belong to the head. Later lines are text. */
const maxHead = 14;

/** What a line tells without its neighbours. */
type HeadLine =
	/** The date, with the writers if the line names them first. */
	| ({ readonly kind: 'date'; readonly authors: readonly string[] } & DateLine)
	| { readonly kind: 'issue'; readonly imprint: Imprint & { readonly named: boolean } }
	| { readonly kind: 'published'; readonly imprint: Imprint }
	| { readonly kind: 'byline'; readonly authors: readonly string[] }
	/** A short line that is no sentence: a title, a name, a masthead or a heading. */
	| {
			readonly kind: 'line';
			readonly text: string;
			readonly names: readonly string[] | null;
			readonly masthead: string | null;
	  }
	| { readonly kind: 'text' };

export function readHead(pieces: readonly Piece[], evidence: PieceEvidence): PieceResult {
	const diary = isDiary(pieces.map(({ text }) => text));
	const reach = headReach(pieces);
	const headLines = pieces.slice(0, reach).map((piece) => {
		const line = say(piece, evidence);
		return diary && line.kind === 'date' ? ({ kind: 'text' } as const) : line;
	});
	const title = titleAt(pieces, headLines);
	const read = headLines.map((line, i) => roleIn(line, i, title, headLines));
	const name = title === null ? null : fold(pieces[title]?.text ?? '');
	const repeats = (piece: Piece, i: number) =>
		i !== title && name !== null && i < reach && fold(piece.text) === name;
	return {
		metadata: withoutUndefined({
			title: title === null ? undefined : titleOf(pieces[title]?.text ?? ''),
			...metadataOf(read)
		}),
		pieces: pieces.flatMap((piece, i) => {
			if (i === title) return [{ ...piece, role: { kind: 'title' } as const }];
			if (repeats(piece, i)) return [leaveOut(piece, 'repeated-title')];
			const reading = read[i];
			return reading ? cut(piece, reading) : piece;
		})
	};
}

/** Returns the index after the pieces that may belong to the head; a list of contents is not counted. */
function headReach(pieces: readonly Piece[]): number {
	let counted = 0;
	let reach = 0;
	while (reach < pieces.length && counted < maxHead) {
		const role = pieces[reach++]?.role;
		if (!(role?.kind === 'left-out' && role.reason === 'contents')) counted++;
	}
	return reach;
}

const fold = (text: string): string => wordsOf(text).replace(/\s+/g, ' ').toLowerCase();

function say(piece: Piece, evidence: PieceEvidence): HeadLine {
	if (!isProse(piece)) return { kind: 'text' };
	const text = wordsOf(piece.text);
	if (/^(?:by|av|af)$/i.test(text)) return { kind: 'byline', authors: [] };
	const issue = issueLine(text);
	if (issue) return { kind: 'issue', imprint: issue };
	const date = readDateLine(text);
	if (date) return { kind: 'date', ...date, authors: writersIn(text) };
	const imprint = publishedLine(piece.text);
	if (imprint) return { kind: 'published', imprint };
	const authors = introducedNames(text) ?? titledName(text) ?? bylineNames(text);
	if (authors) return { kind: 'byline', authors };
	if (!looksLikeTitle(text) || isPart(text) || isRoll(text, evidence)) return { kind: 'text' };
	return {
		kind: 'line',
		text,
		names: parseNames(text, evidence),
		masthead: mastheadLine(piece.text)
	};
}

/** Returns whether a line lists those present (`Närvarande: Anna Ek, Bo Alm`): never a title. */
const isRoll = (text: string, evidence: PieceEvidence): boolean =>
	(parseNames(/^\p{L}[\p{L}\s]{1,30}:\s+(?<names>.+)$/u.exec(text)?.groups?.names ?? '', evidence)
		?.length ?? 0) > 1;

/** Returns the names in `By Jane Doe, New York`: no sentence, and a name of at least two words. */
function bylineNames(text: string): readonly string[] | null {
	if (text.length > 100 || /[.!?…:]$/.test(text)) return null;
	const names = leadingNames(text);
	return names?.every((name) => name.includes(' ')) ? names : null;
}

/** Returns the writers in `By Jane Doe, New York, 5 May 2020`. */
function writersIn(dated: string): readonly string[] {
	const before = dated
		.slice(0, findDate(dated)?.start)
		.replace(/(?:[\s,·|(–-]|\b(?:den|on))+$/u, '');
	return leadingNames(before) ?? [];
}

/**
 * Finds the title: a heading of level 1; otherwise, among the lines before the text, one that
 * occurs twice; otherwise the first line after the issue’s. Names and mastheads count only if
 * there is nothing else. Null if the file begins with the text.
 */
function titleAt(pieces: readonly Piece[], headLines: readonly HeadLine[]): number | null {
	const head = headEnd(pieces, headLines);
	const top = pieces.findIndex(
		({ role }, i) => i <= head && role.kind === 'heading' && role.level === 1
	);
	if (top >= 0) return top;
	const isText = (piece: Piece, i: number) =>
		isProse(piece) && !isImprint(headLines[i]) && !isAddress(piece.text);
	const first = pieces.find((piece, i) => i >= head && isText(piece, i));
	if (!first || startsLower(first.text)) return null;
	const lines = headLines.flatMap((line, i) =>
		i < head && line.kind === 'line' ? [{ ...line, i }] : []
	);
	const twice = lines.find(({ i }) =>
		lines.some(
			(other) => other.i > i && fold(pieces[other.i]?.text ?? '') === fold(pieces[i]?.text ?? '')
		)
	);
	if (twice) return twice.i;
	const issue = headLines.slice(0, head).findLastIndex(({ kind }) => kind === 'issue');
	const after = lines.filter(({ i }) => i > issue);
	const ranked = after.length > 0 ? after : lines;
	const title =
		ranked.find(
			(line, k) => !line.names && line.masthead === null && !isKicker(line, ranked[k + 1])
		) ??
		ranked.find(({ masthead }) => masthead === null) ??
		ranked[0];
	return title?.i ?? null;
}

/** Returns whether a line holds only the writer and the date. */
const isImprint = (line: HeadLine | undefined): boolean =>
	line?.kind === 'byline' || line?.kind === 'date';

/**
 * Finds where the text begins. Without any other sign, as in verse, the title can only be a
 * first line that is set apart from something longer.
 */
function headEnd(pieces: readonly Piece[], headLines: readonly HeadLine[]): number {
	const end = headLines.findIndex((line, i) => line.kind === 'text' && beginsText(pieces[i]));
	if (end >= 0) return end;
	const first = pieces[0];
	const second = pieces.find((_, i) => i > 0 && !isImprint(headLines[i]));
	return first && second?.apart && second.text.length > first.text.length * 1.5 ? 1 : 0;
}

/**
 * Returns whether a line is the section of the paper: `NEWS` over a longer line that is not all
 * in capitals.
 */
const isKicker = ({ text }: { text: string }, next: { text: string } | undefined): boolean =>
	next !== undefined &&
	/^\p{Lu}{2,}(?:\s\p{Lu}{2,})?$/u.test(text) &&
	next.text.length > text.length &&
	next.text !== next.text.toUpperCase();

const beginsText = (piece: Piece | undefined): boolean =>
	!isAddress(piece?.text ?? '') &&
	piece?.role.kind !== 'caption' &&
	piece?.role.kind !== 'left-out';

/** How a line of the head is read, other than as the title. */
type HeadReading =
	| ({ readonly reason: 'date'; readonly authors: readonly string[] } & DateLine)
	| { readonly reason: 'byline'; readonly authors: readonly string[] }
	| {
			readonly reason: 'masthead';
			readonly imprint: Imprint;
			readonly part: 'name' | 'issue' | 'whole';
	  };

function roleIn(
	line: HeadLine,
	i: number,
	title: number | null,
	headLines: readonly HeadLine[]
): HeadReading | null {
	switch (line.kind) {
		case 'date':
			return { ...line, reason: 'date' };
		case 'byline':
			return { reason: 'byline', authors: line.authors };
		case 'issue':
			return {
				reason: 'masthead',
				imprint: line.imprint,
				part: line.imprint.named ? 'whole' : 'issue'
			};
		case 'published':
			return { reason: 'masthead', imprint: line.imprint, part: 'whole' };
		case 'text':
			return null;
		case 'line':
			return title === null || i === title ? null : besideTitle(line, i, title, headLines);
	}
}

/**
 * Reads a line beside the title. Before the title it is a person’s or the paper’s name; after
 * the title it can only be a person’s.
 */
function besideTitle(
	{ text, names, masthead }: HeadLine & { kind: 'line' },
	i: number,
	title: number,
	headLines: readonly HeadLine[]
): HeadReading | null {
	if (names && !isLateName(i, title, headLines)) return { reason: 'byline', authors: names };
	if (i > title) return null;
	const next = headLines[i + 1];
	if (masthead === null && next?.kind === 'issue' && next.imprint.named)
		return { reason: 'byline', authors: text.split(/\s*[/;]\s*/) };
	const named = masthead === null ? {} : { publication: masthead };
	return { reason: 'masthead', imprint: { end: text.length, ...named }, part: 'name' };
}

/**
 * Returns whether a name comes after the text has begun. It is the writer’s only if no writer is
 * named before.
 */
function isLateName(i: number, title: number, headLines: readonly HeadLine[]): boolean {
	const isNamed = (line: HeadLine, k: number) =>
		line.kind === 'byline' ||
		(line.kind === 'date' && line.authors.length > 0) ||
		(line.kind === 'line' && line.names !== null && k !== title);
	const before = headLines.slice(0, i);
	return before.some(({ kind }, k) => k > title && kind === 'text') && before.some(isNamed);
}

/**
 * Collects the metadata. The first date that is not a revision’s is used: later ones date the
 * writing.
 */
function metadataOf(read: readonly (HeadReading | null)[]): {
	[K in 'authors' | 'publication' | 'issued']: Metadata[K] | undefined;
} {
	const lines = read.filter((line) => line !== null);
	const authors = lines.flatMap((line) => (line.reason === 'masthead' ? [] : line.authors));
	const imprints = lines.filter((line) => line.reason === 'masthead');
	const printed = (part: 'name' | 'issue' | 'whole') =>
		imprints.find((line) => line.part === part && line.imprint.publication !== undefined)?.imprint
			.publication;
	const dates = lines.filter((line) => line.reason === 'date');
	const parts = [printed('name'), printed('issue')].filter((text) => text !== undefined);
	return {
		authors: authors.length > 0 ? [...new Set(authors)] : undefined,
		publication: printed('whole') ?? (parts.length > 0 ? parts.join(', ') : undefined),
		issued:
			imprints.find(({ part, imprint }) => part === 'whole' && imprint.issued)?.imprint.issued ??
			(dates.find(({ revised }) => !revised) ?? dates[0])?.issued ??
			imprints.find(({ imprint }) => imprint.issued)?.imprint.issued
	};
}

/** Leaves out the part of a piece that was read; sentences after it stay. */
function cut(piece: Piece, read: HeadReading): Piece[] {
	const end = read.reason === 'masthead' && read.part === 'whole' ? read.imprint.end : Infinity;
	const rest = piece.text.slice(end).trim();
	if (rest === '') return [leaveOut(piece, read.reason)];
	return [
		leaveOut({ ...piece, text: piece.text.slice(0, end) }, read.reason),
		{ ...piece, text: rest, apart: false }
	];
}
