/**
 * Mends paragraphs that copying split or joined, using the fingerprints of a stored translation: if
 * a split or a joint gives a known fingerprint, that is how the paragraph was.
 *
 * Laws (`mend.test.ts`): the words stay, in their order; a known block stays as it is; text that
 * does not become known keeps its paragraph breaks.
 */
import type { Block, BlockShape } from '../text/article';
import { block } from '../text/block';
import type { Fingerprint } from '../text/fingerprint';
import { shapeOf } from '../text/shape';
import { countWords } from '../text/words';
import { GrowingFingerprint } from './growingFingerprint';
import type { KnownParagraph } from './recognise';
import { addWord, join, stretchWords, type StretchWord } from './stretchWords';

export interface Mended {
	readonly block: Block;
	/** The numbers of the blocks whose words it holds. */
	readonly from: readonly number[];
}

/**
 * Words in a short paragraph. A match with fewer is accepted only if its block has no unknown text
 * left.
 */
const shortWords = 8;
/**
 * Most words of a heading joined to the next paragraph: such a heading has no full stop to split
 * at.
 */
const maxGluedWords = 15;
/**
 * Most words in an unknown stretch. A longer one is no damaged copy, and trying it all would take
 * seconds.
 */
const maxStretchWords = 20_000;
/**
 * Most words for a full search. In a longer stretch a known paragraph must begin where a block
 * begins or where another known paragraph ends.
 */
const maxThoroughWords = 3_000;
/**
 * A paragraph may be this many times longer than its translation: a translation may be shorter than
 * its original.
 */
const maxLonger = 1.5;
/**
 * Most texts tried in a stretch. One with more is no damaged copy but a list or a table: a copy of
 * 10,000 words on lines of ten words has some 150,000.
 */
const maxTries = 200_000;

export function mend(
	blocks: readonly Block[],
	known: readonly KnownParagraph[]
): readonly Mended[] {
	const shapes = new Map(known.map(({ fingerprint, shape }) => [fingerprint, shape]));
	const longest = maxLonger * Math.max(0, ...known.map(({ words }) => words));
	return stretches(blocks, shapes).flatMap(({ from, to, unknown }) => {
		const stretch = blocks.slice(from, to).map((block, index) => ({ block, from: [from + index] }));
		return unknown ? mendStretch(stretch, shapes, longest) : stretch;
	});
}

type Shapes = ReadonlyMap<Fingerprint, BlockShape>;

/** Splits the blocks into runs of known and of unknown ones, in turn. */
function stretches(blocks: readonly Block[], shapes: Shapes) {
	const runs: { from: number; to: number; unknown: boolean }[] = [];
	for (const [at, { fingerprint }] of blocks.entries()) {
		const unknown = !shapes.has(fingerprint);
		const last = runs.at(-1);
		if (last?.unknown === unknown) last.to = at + 1;
		else runs.push({ from: at, to: at + 1, unknown });
	}
	return runs;
}

/** The words from `from` to `to`: a known paragraph of this shape, or unknown text. */
interface WordRange {
	readonly from: number;
	readonly to: number;
	readonly shape: BlockShape | null;
}

function mendStretch(
	stretch: readonly Mended[],
	shapes: Shapes,
	longest: number
): readonly Mended[] {
	const words = stretchWords(stretch.map(({ block }) => block));
	if (words.length > maxStretchWords) return stretch;
	const pieces = believed(bestCut(words, shapes, longest), words);
	if (pieces.every(({ shape }) => shape === null)) return stretch;
	return together(pieces, words).flatMap((piece) => toBlock(piece, words, stretch));
}

interface MendCut {
	readonly known: number;
	readonly pieces: number;
	readonly last: WordRange | null;
}

/**
 * Returns the split of the stretch that leaves the fewest words unknown, in the fewest pieces; none
 * where there is too much to try.
 */
function bestCut(
	words: readonly StretchWord[],
	shapes: Shapes,
	longest: number
): readonly WordRange[] {
	const best: (MendCut | undefined)[] = [{ known: 0, pieces: 0, last: null }];
	const blockEnds = (to: number) => words[to]?.begins ?? true;
	const mayEnd = (to: number) => words[to - 1]?.ends || blockEnds(to);
	const maySkipTo = words.length > maxThoroughWords ? blockEnds : mayEnd;
	const reach = (before: MendCut, last: WordRange) => {
		const known = before.known + (last.shape ? last.to - last.from : 0);
		const there = best[last.to];
		const cut = { known, pieces: before.pieces + 1, last };
		if (!there || known > there.known || (known === there.known && cut.pieces < there.pieces))
			best[last.to] = cut;
	};
	let tries = 0;
	for (const from of words.keys()) {
		const before = best[from];
		if (!before) continue;
		let skip = from + 1;
		while (!maySkipTo(skip)) skip += 1;
		reach(before, { from, to: skip, shape: null });
		const text = new GrowingFingerprint();
		for (let to = from + 1; to <= words.length && to - from <= longest; to += 1) {
			addWord(text, words[to - 1]);
			if (!mayEnd(to) && to - from > maxGluedWords) continue;
			if (++tries > maxTries) return [];
			const shape = shapes.get(text.value);
			if (shape) reach(before, { from, to, shape });
		}
	}
	const pieces: WordRange[] = [];
	for (let last = best[words.length]?.last; last; last = best[last.from]?.last) pieces.push(last);
	return pieces.reverse();
}

/**
 * Rejects matches that the rest of their block does not support. A block that is known except for a
 * sentence is a changed paragraph, not two; a block that holds two known paragraphs and more was
 * joined; and a known word or two, such as “Background”, prove nothing beside unknown text.
 */
function believed(
	pieces: readonly WordRange[],
	words: readonly StretchWord[]
): readonly WordRange[] {
	return byBlock(pieces, words).flatMap((group) => {
		if (group.every(({ shape }) => shape !== null)) return group;
		const long = group.filter(
			({ shape, from, to }) => shape && countWords(join(words.slice(from, to))) >= shortWords
		);
		return group.map((piece) =>
			long.length > 1 && long.includes(piece) ? piece : { ...piece, shape: null }
		);
	});
}

/** Splits an unknown piece where its blocks were split. */
function asItWas(piece: WordRange, words: readonly StretchWord[]): readonly WordRange[] {
	if (piece.shape) return [piece];
	const within = words.slice(piece.from + 1, piece.to);
	const cuts = within.flatMap(({ begins }, at) => (begins ? [piece.from + 1 + at] : []));
	const starts = [piece.from, ...cuts];
	return starts.map((from, index) => ({ from, to: starts[index + 1] ?? piece.to, shape: null }));
}

/** Groups pieces that share a block, or a chain of blocks that pieces join. */
function byBlock(
	pieces: readonly WordRange[],
	words: readonly StretchWord[]
): readonly WordRange[][] {
	const groups: WordRange[][] = [];
	for (const piece of pieces) {
		const last = groups.at(-1);
		if (last && !words[piece.from]?.begins) last.push(piece);
		else groups.push([piece]);
	}
	return groups;
}

/** Joins unknown pieces within each block. */
function together(
	pieces: readonly WordRange[],
	words: readonly StretchWord[]
): readonly WordRange[] {
	const joined: WordRange[] = [];
	for (const piece of pieces.flatMap((one) => asItWas(one, words))) {
		const last = joined.at(-1);
		const goesOn = last && !last.shape && !piece.shape && !words[piece.from]?.begins;
		if (goesOn) joined[joined.length - 1] = { ...last, to: piece.to };
		else joined.push(piece);
	}
	return joined;
}

function toBlock(
	piece: WordRange,
	words: readonly StretchWord[],
	stretch: readonly Mended[]
): Mended[] {
	const part = words.slice(piece.from, piece.to);
	const sources = [...new Set(part.map(({ of }) => of))].flatMap((of) => stretch[of] ?? []);
	const [first] = sources;
	if (!first) return [];
	const from = sources.flatMap((source) => source.from);
	return [{ block: block(piece.shape ?? shapeOf(first.block), join(part)), from }];
}
