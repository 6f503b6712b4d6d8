/**
 * Places the units of a file beside the original by their source texts, whatever their order in the
 * file: translation memories are sorted by source, by hash or by date. A unit that is not found
 * whole is looked up segment by segment; what has changed a little is found by its words.
 */
import type { ExchangeUnit } from './document';
import type { MachineClaim } from './machine';
import { SourceIndex } from './sourceIndex';
import { keyOf, type SourceText } from './sourceText';
import type { LetterRange, SegmentPair } from './segmentPairs';
import { SimilarTexts, type SimilarText } from './similarTexts';

/** A unit of the file, or a segment of one. */
interface Piece {
	readonly unit: ExchangeUnit;
	readonly key: string;
	readonly original: readonly string[];
	/** Empty if it has no translation. */
	readonly text: readonly string[];
	readonly segments: readonly SegmentPair[];
	readonly machine: MachineClaim | null;
}

/** A piece and its place in the original: offsets in `SourceText.text`. */
export interface Placed extends LetterRange {
	readonly piece: Piece;
	/** 1 for the same words, less for similar ones. */
	readonly confidence: number;
}

export interface Placing {
	/** In the order of the original, without overlap. */
	readonly placed: readonly Placed[];
	/** Units and segments with a translation that have no place. */
	readonly left: readonly Piece[];
}

export function place(units: readonly ExchangeUnit[], source: SourceText): Placing {
	const pieces = new Pieces(units);
	const exact = placeExact(source, pieces);
	const similar = placeSimilar(source, pieces, exact);
	const placed = [...exact, ...similar].toSorted((a, b) => a.from - b.from);
	return { placed, left: pieces.left };
}

function placeExact(source: SourceText, pieces: Pieces): readonly Placed[] {
	const { text, sentences } = source;
	const placed: Placed[] = [];
	let next = 0;
	for (let at = 0; at < text.length;) {
		const found = pieces.at(text, at, source.isEnd);
		if (found) {
			placed.push({ from: at, to: at + found.key.length, piece: found, confidence: 1 });
			at += found.key.length;
			continue;
		}
		while ((sentences[next]?.from ?? text.length) <= at) next++;
		at = sentences[next]?.from ?? text.length;
	}
	return placed;
}

/** The units and their segments by source text, and which of them are placed. */
class Pieces {
	readonly #index = new SourceIndex<Piece>();
	readonly #all: Piece[] = [];
	readonly #parts = new Map<ExchangeUnit, readonly Piece[]>();
	readonly #used = new Set<Piece>();
	/** Units that are placed, whole or in part. */
	readonly #begun = new Set<ExchangeUnit>();
	/** The source text placed last, if it ends here: memories say where an entry belongs. */
	#previous = '';

	constructor(units: readonly ExchangeUnit[]) {
		for (const unit of units) {
			const { original, text, machine, segments } = unit;
			if (original === null) continue;
			this.#add({ unit, key: keyOf(original), original, text, segments, machine });
			const parts = segments.map((segment): Piece => ({
				...{ unit, key: keyOf(segment.original), original: segment.original },
				...{ text: segment.text, segments: [], machine: segment.machine }
			}));
			for (const part of parts) this.#add(part);
			if (parts.length > 0) this.#parts.set(unit, parts);
		}
	}

	#add(piece: Piece): void {
		if (piece.key === '') return;
		this.#index.add(piece.key, piece);
		this.#all.push(piece);
	}

	/** Takes the longest piece that stands at a place. */
	at(text: string, at: number, isEnd: (at: number) => boolean): Piece | null {
		for (const key of this.#index.keysAt(text, at)) {
			if (!isEnd(at + key.length)) continue;
			const piece = this.#choose(this.#index.entries(key), text, at + key.length);
			if (!piece) continue;
			this.use(piece);
			this.#previous = key;
			return piece;
		}
		this.#previous = '';
		return null;
	}

	/** Uses a piece; with a whole unit its segments too. */
	use(piece: Piece): void {
		this.#used.add(piece);
		this.#begun.add(piece.unit);
		if (piece.segments.length > 0)
			for (const part of this.#parts.get(piece.unit) ?? []) this.#used.add(part);
	}

	/** Tells whether a piece can have a place: neither it nor a part of it, or its whole, has one. */
	isFree = (piece: Piece): boolean =>
		!this.#used.has(piece) && (piece.segments.length === 0 || !this.#begun.has(piece.unit));

	get free(): readonly Piece[] {
		return this.#all.filter(this.isFree);
	}

	/** The pieces with a translation that have no place; no segment beside its whole unit. */
	get left(): readonly Piece[] {
		const isSaid = ({ unit, segments }: Piece) =>
			this.#begun.has(unit) || segments.length > 0 || unit.segments.length === 0;
		return this.free.filter((piece) => piece.text.length > 0 && isSaid(piece));
	}

	/**
	 * Chooses among pieces with the same source text: in a document the next one; in a memory the
	 * one for this place, else the one changed last, which may be used again.
	 */
	#choose(found: readonly Piece[], text: string, end: number): Piece | null {
		if (!found[0]?.unit.memory) return found.find(this.isFree) ?? null;
		return (
			found.find(({ unit: { memory } }) => memory && this.#isHere(memory, text, end)) ??
			latest(found.filter(({ unit }) => !isForOnePlace(unit))) ??
			latest(found)
		);
	}

	#isHere(memory: NonNullable<ExchangeUnit['memory']>, text: string, end: number): boolean {
		const { previous, next } = memory;
		if (previous === null && next === null) return false;
		return (
			(previous === null || keyOf([previous]) === this.#previous) &&
			(next === null || text.startsWith(keyOf([next]), end))
		);
	}
}

const isForOnePlace = ({ memory }: ExchangeUnit): boolean =>
	memory !== null && (memory.previous !== null || memory.next !== null);

/** Returns the piece changed last; of several without dates, the last in the file. */
const latest = (pieces: readonly Piece[]): Piece | null =>
	pieces.reduce<Piece | null>(
		(best, piece) =>
			best === null || (piece.unit.memory?.changed ?? '') >= (best.unit.memory?.changed ?? '')
				? piece
				: best,
		null
	);

/**
 * Finds places by similar words, for a paragraph or a sentence that has changed since the file was
 * made. A memory has sentences of other texts too, so that only nearly the same words count.
 */
function placeSimilar(
	source: SourceText,
	pieces: Pieces,
	exact: readonly Placed[]
): readonly Placed[] {
	const { free } = pieces;
	if (free.length === 0) return [];
	const gaps = gapsOf(source, exact);
	if (gaps.length === 0) return [];
	const similar = new SimilarTexts(free.map((piece): SimilarText => textOf(piece)));
	const placed: Placed[] = [];
	const fill = (gap: Gap): boolean => {
		const found = similar.best(gap.words, (at) => {
			const piece = free[at];
			return piece !== undefined && pieces.isFree(piece);
		});
		const piece = found && free[found.at];
		if (!found || !piece) return false;
		pieces.use(piece);
		placed.push({ from: gap.from, to: gap.to, piece, confidence: found.share });
		return true;
	};
	for (const gap of gaps) {
		if (gap.parts.length > 1 && fill(gap)) continue;
		for (const part of gap.parts) fill(part);
	}
	return placed;
}

const textOf = ({ original, unit }: Piece): SimilarText => ({
	words: original.join(' '),
	least: unit.memory ? leastOfMemory : leastOfDocument
});

/** The least share of words that two source texts have in common to be taken for one. */
const leastOfDocument = 0.6;
const leastOfMemory = 0.85;

interface Gap extends LetterRange {
	readonly words: string;
	/** Its sentences. */
	readonly parts: readonly Gap[];
}

/** Returns the runs of sentences within a block that have no place. */
function gapsOf({ sentences }: SourceText, placed: readonly Placed[]): readonly Gap[] {
	const runs: Gap[] = [];
	let at = 0;
	let block = -1;
	let isOpen = false;
	for (const sentence of sentences) {
		while ((placed[at]?.to ?? Infinity) <= sentence.from) at++;
		const isTaken = (placed[at]?.from ?? Infinity) < sentence.to;
		const last = runs.at(-1);
		const part = { ...sentence, parts: [] };
		if (isTaken) isOpen = false;
		else if (isOpen && last && block === sentence.block)
			runs[runs.length - 1] = {
				from: last.from,
				to: sentence.to,
				words: `${last.words} ${sentence.words}`,
				parts: [...last.parts, part]
			};
		else {
			runs.push({ ...part, parts: [part] });
			isOpen = true;
		}
		block = sentence.block;
	}
	return runs;
}
