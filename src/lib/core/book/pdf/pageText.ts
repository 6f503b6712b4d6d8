/** What is kept of a page after it was read: its spans, and what its structure makes of them. */
import type { PdfElement, PdfPage, PdfPicture } from './document';
import { spansOf, type Span } from './spans';
import { taggedPage, type TaggedPage } from './tagged';

export interface PageText {
	readonly index: number;
	readonly width: number;
	readonly height: number;
	/** What the structure makes of the page; null where geometry has to. */
	readonly tagged: TaggedPage | null;
	/** The spans that the structure does not hold; all where there is none. */
	readonly loose: readonly Span[];
	/** Words that are no part of the text by the file’s own mark. */
	readonly artifacts: readonly Span[];
	readonly askew: readonly string[];
	readonly isPicture: boolean;
	/** Those that the structure does not hold. */
	readonly pictures: readonly PdfPicture[];
	/** Its letters or its structure may be wrong. */
	readonly doubtful: boolean;
}

/** Share of a page’s letters that its structure must hold to be trusted. */
const minCovered = 0.9;
/** Share of letters without meaning that makes a page doubtful. */
const maxUnreadable = 0.02;

export function pageText(page: PdfPage | null, index: number): PageText {
	if (!page) return { ...noText, index };
	const { spans, askew } = spansOf(page);
	const artifacts = spans.filter(({ artifact }) => artifact);
	const text = artifacts.length > 0 ? spans.filter(({ artifact }) => !artifact) : spans;
	const read = page.structure
		? taggedPage(page.structure, { spans: text, pictures: page.pictures }, index)
		: null;
	const tagged = read && covers(read, text) && isTrusted(read) ? read : null;
	return {
		index,
		width: page.width,
		height: page.height,
		tagged,
		loose: tagged ? text.filter((span) => !tagged.covered.has(span)) : text,
		artifacts,
		askew,
		isPicture: page.isPicture,
		pictures: tagged
			? page.pictures.filter(({ name }) => !tagged.pictures.has(name))
			: page.pictures,
		doubtful:
			isUnreadable(text) ||
			(read !== null && !tagged && text.length > 0 && !isEmpty(page.structure))
	};
}

/** A page that cannot be read. */
const noText: Omit<PageText, 'index'> = {
	width: 0,
	height: 0,
	tagged: null,
	loose: [],
	artifacts: [],
	askew: [],
	isPicture: false,
	pictures: [],
	doubtful: true
};

const lettersOf = (spans: Iterable<Span>): number => {
	let letters = 0;
	for (const { text } of spans) letters += text.length;
	return letters;
};

/** A head and a page number that are no artifacts may be outside the structure. */
const covers = ({ covered }: TaggedPage, spans: readonly Span[]): boolean =>
	covered.size > 0 && lettersOf(covered) + furniture >= minCovered * lettersOf(spans);

/** Letters of a running head and a page number. */
const furniture = 60;

/** Least blocks to tell that each is but a line: a structure that a scanner’s program made. */
const minBlocks = 12;

function isTrusted({ blocks }: TaggedPage): boolean {
	const prose = blocks.filter(({ shape }) => shape.kind === 'paragraph');
	if (prose.length < minBlocks) return true;
	const widest = Math.max(...prose.map(({ right }) => right));
	const single = prose.filter(({ lines, right }) => lines.length === 1 && right > widest - 12);
	return single.length < prose.length * 0.6;
}

const isEmpty = (structure: PdfElement | null): boolean =>
	!structure || structure.children.length === 0;

function isUnreadable(spans: readonly Span[]): boolean {
	let bad = 0;
	for (const { text } of spans) bad += text.match(/[\p{Cc}\p{Co}\ufffd]/gu)?.length ?? 0;
	return bad > maxUnreadable * lettersOf(spans);
}
