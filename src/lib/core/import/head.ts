/**
 * The head of a text: the short lines before its first paragraph, and the lines among its first
 * paragraphs that say who wrote it and when. A line that is read into metadata is left out of the
 * text, with the reason.
 */
import type { Metadata } from '../text/article';
import { findDate, isDiary, readDateLine, type DateLine } from './dates';
import { isAddress, startsLower } from './ending';
import { compact } from './frontMatter';
import { isPart, looksLikeTitle } from './headings';
import { titleOf, wordsOf } from './inlineMarks';
import { issueLine, mastheadLine, publishedLine, type Imprint } from './masthead';
import { introducedNames, leadingNames, parseNames, titledName } from './names';
import { isProse, leaveOut, type Evidence, type Piece, type Reading } from './piece';

/** So far down, in pieces, a line may still belong to the head. */
const maxHead = 14;

/** What a line says by itself. */
type Said =
	/** With the writers, where it names them first. */
	| ({ readonly kind: 'date'; readonly authors: readonly string[] } & DateLine)
	| { readonly kind: 'issue'; readonly imprint: Imprint & { readonly named: boolean } }
	| { readonly kind: 'published'; readonly imprint: Imprint }
	| { readonly kind: 'byline'; readonly authors: readonly string[] }
	/** Short, no sentence: a title, a name, a masthead, a heading. */
	| {
			readonly kind: 'line';
			readonly text: string;
			readonly names: readonly string[] | null;
			readonly masthead: string | null;
	  }
	| { readonly kind: 'text' };

export function readHead(pieces: readonly Piece[], evidence: Evidence): Reading {
	const diary = isDiary(pieces.map(({ text }) => text));
	const said = pieces.slice(0, maxHead).map((piece) => {
		const line = say(piece, evidence);
		return diary && line.kind === 'date' ? ({ kind: 'text' } as const) : line;
	});
	const title = titleAt(pieces, said);
	const read = said.map((line, i) => roleIn(line, i, title, said));
	const name = title === null ? null : fold(pieces[title]?.text ?? '');
	const repeats = (piece: Piece, i: number) =>
		i !== title && name !== null && i < maxHead && fold(piece.text) === name;
	return {
		metadata: compact({
			title: title === null ? undefined : titleOf(pieces[title]?.text ?? ''),
			...metadataOf(read)
		}),
		pieces: pieces.flatMap((piece, i) => {
			if (i === title) return [{ ...piece, role: { kind: 'title' } as const }];
			if (repeats(piece, i)) return [leaveOut(piece, 'repeated-title')];
			const reading = read[i];
			return reading ? cut(piece, reading) : [piece];
		})
	};
}

const fold = (text: string): string => wordsOf(text).replace(/\s+/g, ' ').toLowerCase();

function say(piece: Piece, evidence: Evidence): Said {
	if (!isProse(piece)) return { kind: 'text' };
	const text = wordsOf(piece.text);
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

/** `Närvarande: Anna Ek, Bo Alm`: whoever they are, no title. */
const isRoll = (text: string, evidence: Evidence): boolean =>
	(parseNames(/^\p{L}[\p{L}\s]{1,30}:\s+(?<names>.+)$/u.exec(text)?.groups?.names ?? '', evidence)
		?.length ?? 0) > 1;

/** `By Jane Doe, New York`: no sentence, and a name of two words at least. */
function bylineNames(text: string): readonly string[] | null {
	if (text.length > 100 || /[.!?…:]$/.test(text)) return null;
	const names = leadingNames(text);
	return names?.every((name) => name.includes(' ')) ? names : null;
}

/** `By Jane Doe, New York, 5 May 2020` */
function writersIn(dated: string): readonly string[] {
	const before = dated
		.slice(0, findDate(dated)?.start)
		.replace(/(?:[\s,·|(–-]|\b(?:den|on))+$/u, '');
	return leadingNames(before) ?? [];
}

/**
 * The title: a heading of level 1; else of the lines before the text begins one that comes twice,
 * else the first after the issue’s, names and mastheads only where there is nothing else. Null
 * where the text begins at once.
 */
function titleAt(pieces: readonly Piece[], said: readonly Said[]): number | null {
	const head = headEnd(pieces, said);
	const top = pieces.findIndex(
		({ role }, i) => i <= head && role.kind === 'heading' && role.level === 1
	);
	if (top >= 0) return top;
	const isText = (piece: Piece, i: number) =>
		isProse(piece) && !isImprint(said[i]) && !isAddress(piece.text);
	const first = pieces.find((piece, i) => i >= head && isText(piece, i));
	if (!first || startsLower(first.text)) return null;
	const lines = said.flatMap((line, i) =>
		i < head && line.kind === 'line' ? [{ ...line, i }] : []
	);
	const twice = lines.find(({ i }) =>
		lines.some(
			(other) => other.i > i && fold(pieces[other.i]?.text ?? '') === fold(pieces[i]?.text ?? '')
		)
	);
	if (twice) return twice.i;
	const issue = said.slice(0, head).findLastIndex(({ kind }) => kind === 'issue');
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

/** Says who wrote and when, and nothing else. */
const isImprint = (line: Said | undefined): boolean =>
	line?.kind === 'byline' || line?.kind === 'date';

/**
 * Where the text begins. Where nothing says so, as in verse, only a first line that stands apart
 * from something longer can be a title.
 */
function headEnd(pieces: readonly Piece[], said: readonly Said[]): number {
	const end = said.findIndex((line, i) => line.kind === 'text' && beginsText(pieces[i]));
	if (end >= 0) return end;
	const first = pieces[0];
	const second = pieces.find((_, i) => i > 0 && !isImprint(said[i]));
	return first && second?.apart && second.text.length > first.text.length * 1.5 ? 1 : 0;
}

/** `NEWS` over a longer line that is not all in capitals: the section of the paper. */
const isKicker = ({ text }: { text: string }, next: { text: string } | undefined): boolean =>
	next !== undefined &&
	/^\p{Lu}{2,}(?:\s\p{Lu}{2,})?$/u.test(text) &&
	next.text.length > text.length &&
	next.text !== next.text.toUpperCase();

const beginsText = (piece: Piece | undefined): boolean =>
	!isAddress(piece?.text ?? '') &&
	piece?.role.kind !== 'caption' &&
	piece?.role.kind !== 'left-out';

/** What a line of the head is read as, beside the title. */
type Read =
	| ({ readonly reason: 'date'; readonly authors: readonly string[] } & DateLine)
	| { readonly reason: 'byline'; readonly authors: readonly string[] }
	| {
			readonly reason: 'masthead';
			readonly imprint: Imprint;
			readonly part: 'name' | 'issue' | 'whole';
	  };

function roleIn(line: Said, i: number, title: number | null, said: readonly Said[]): Read | null {
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
			return title === null || i === title ? null : beside(line, i, title, said);
	}
}

/** A line before the title is somebody’s name or the paper’s; after it, only a name is told. */
function beside(
	{ text, names, masthead }: Said & { kind: 'line' },
	i: number,
	title: number,
	said: readonly Said[]
): Read | null {
	if (names && !isLateName(i, title, said)) return { reason: 'byline', authors: names };
	if (i > title) return null;
	const next = said[i + 1];
	if (masthead === null && next?.kind === 'issue' && next.imprint.named)
		return { reason: 'byline', authors: text.split(/\s*[/;]\s*/) };
	const named = masthead === null ? {} : { publication: masthead };
	return { reason: 'masthead', imprint: { end: text.length, ...named }, part: 'name' };
}

/** A name after text has begun is the writer’s only where no writer is named before. */
function isLateName(i: number, title: number, said: readonly Said[]): boolean {
	const isNamed = (line: Said, k: number) =>
		line.kind === 'byline' ||
		(line.kind === 'date' && line.authors.length > 0) ||
		(line.kind === 'line' && line.names !== null && k !== title);
	const before = said.slice(0, i);
	return before.some(({ kind }, k) => k > title && kind === 'text') && before.some(isNamed);
}

/** The first date counts that is not of a revision: later ones are of the writing. */
function metadataOf(read: readonly (Read | null)[]): {
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

/** The read part of a piece is left out; sentences after it stay. */
function cut(piece: Piece, read: Read): Piece[] {
	const end = read.reason === 'masthead' && read.part === 'whole' ? read.imprint.end : Infinity;
	const rest = piece.text.slice(end).trim();
	if (rest === '') return [leaveOut(piece, read.reason)];
	return [
		leaveOut({ ...piece, text: piece.text.slice(0, end) }, read.reason),
		{ ...piece, text: rest, apart: false }
	];
}
