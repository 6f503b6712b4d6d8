/**
 * Paragraphs that copying broke or glued together, mended by what a stored translation knows of
 * them: where a cut or a joint gives a known fingerprint, that is how the paragraph was.
 *
 * Laws (`mend.test.ts`): the words stay, in their order; a block that is known stays as it is; what
 * does not become known stays cut as it was.
 */
import type { Block, BlockShape } from '../text/article';
import { block } from '../text/block';
import { fingerprint, type Fingerprint } from '../text/fingerprint';
import { shapeOf } from '../text/shape';
import { countWords } from '../text/words';
import type { KnownParagraph } from './recognise';

export interface Mended {
	readonly block: Block;
	/** The blocks, by number, whose words it holds. */
	readonly from: readonly number[];
}

/** A paragraph of fewer words is believed only where nothing of its block is left unknown. */
const shortWords = 8;
/** A heading run together with what follows has no full stop to be cut at. */
const maxGluedWords = 15;
/** A longer stretch of unknown text is not a damaged copy; trying it all would take seconds. */
const maxStretchWords = 20_000;
/** In a longer stretch a known paragraph is looked for only where a block or another one ends. */
const maxThoroughWords = 3_000;
/** A translation may be shorter than its original: how much longer a paragraph may be than told. */
const maxLonger = 1.5;

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

/** Runs of known and of unknown blocks, in turn. */
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

/** A word of a stretch. Only plain spaces part words: what stands between two stays as it is. */
interface Word {
	readonly text: string;
	/** Which block of the stretch. */
	readonly of: number;
	/** A block begins with it. */
	readonly begins: boolean;
	/** A sentence may end with it: what a wrong guess cuts off has no known fingerprint. */
	readonly ends: boolean;
}

const sentenceEnd = /[.!?…:][”"’'»)\]*_]*(?:\[\^[^\]]+\])*[”"’'»)*_]*$/;
/** No mark that closes a sentence is longer; a word of thousands of marks must not take seconds. */
const maxEndMarks = 40;
const mayEndWith = (word: string): boolean => sentenceEnd.test(word.slice(-maxEndMarks));

/** The words from `from` to `to`, known to be a paragraph of this shape, or not known. */
interface Piece {
	readonly from: number;
	readonly to: number;
	readonly shape: BlockShape | null;
}

function mendStretch(
	stretch: readonly Mended[],
	shapes: Shapes,
	longest: number
): readonly Mended[] {
	const words = stretch.flatMap(({ block }, of) =>
		block.text
			.split(' ')
			.map((text, at): Word => ({ text, of, begins: at === 0, ends: mayEndWith(text) }))
	);
	if (words.length > maxStretchWords) return stretch;
	const pieces = believed(bestCut(words, shapes, longest), words);
	if (pieces.every(({ shape }) => shape === null)) return stretch;
	return together(pieces, words).flatMap((piece) => toBlock(piece, words, stretch));
}

interface Cut {
	readonly known: number;
	readonly pieces: number;
	readonly last: Piece | null;
}

/** The way to cut the stretch that leaves the fewest words unknown, in the fewest pieces. */
function bestCut(words: readonly Word[], shapes: Shapes, longest: number): readonly Piece[] {
	const best: (Cut | undefined)[] = [{ known: 0, pieces: 0, last: null }];
	const blockEnds = (to: number) => words[to]?.begins ?? true;
	const mayEnd = (to: number) => words[to - 1]?.ends || blockEnds(to);
	const maySkipTo = words.length > maxThoroughWords ? blockEnds : mayEnd;
	const reach = (before: Cut, last: Piece) => {
		const known = before.known + (last.shape ? last.to - last.from : 0);
		const there = best[last.to];
		const cut = { known, pieces: before.pieces + 1, last };
		if (!there || known > there.known || (known === there.known && cut.pieces < there.pieces))
			best[last.to] = cut;
	};
	for (const from of words.keys()) {
		const before = best[from];
		if (!before) continue;
		let skip = from + 1;
		while (!maySkipTo(skip)) skip += 1;
		reach(before, { from, to: skip, shape: null });
		for (let to = from + 1; to <= words.length && to - from <= longest; to += 1) {
			if (!mayEnd(to) && to - from > maxGluedWords) continue;
			const shape = shapes.get(fingerprint(join(words.slice(from, to))));
			if (shape) reach(before, { from, to, shape });
		}
	}
	const pieces: Piece[] = [];
	for (let last = best[words.length]?.last; last; last = best[last.from]?.last) pieces.push(last);
	return pieces.reverse();
}

/** Words as one text; a hyphen that the end of a block put into a word goes. */
function join(words: readonly Word[]): string {
	return words.reduce((text, word, at) => {
		if (at === 0) return word.text;
		const broken = word.begins && /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(word.text);
		return broken ? text.slice(0, -1) + word.text : `${text} ${word.text}`;
	}, '');
}

/**
 * Unlearns what the rest of its block does not bear out. A block that is known but for a sentence
 * is a paragraph that changed, not two; one that holds two known paragraphs and more did run
 * together; and a known word or two, “Background” say, mean nothing beside unknown ones.
 */
function believed(pieces: readonly Piece[], words: readonly Word[]): readonly Piece[] {
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

/** An unknown piece is cut where its blocks were. */
function asItWas(piece: Piece, words: readonly Word[]): readonly Piece[] {
	if (piece.shape) return [piece];
	const within = words.slice(piece.from + 1, piece.to);
	const cuts = within.flatMap(({ begins }, at) => (begins ? [piece.from + 1 + at] : []));
	const starts = [piece.from, ...cuts];
	return starts.map((from, index) => ({ from, to: starts[index + 1] ?? piece.to, shape: null }));
}

/** Pieces that share a block, or a chain of blocks that pieces join. */
function byBlock(pieces: readonly Piece[], words: readonly Word[]): readonly Piece[][] {
	const groups: Piece[][] = [];
	for (const piece of pieces) {
		const last = groups.at(-1);
		if (last && !words[piece.from]?.begins) last.push(piece);
		else groups.push([piece]);
	}
	return groups;
}

/** What stays unknown stays together, up to where its block ends. */
function together(pieces: readonly Piece[], words: readonly Word[]): readonly Piece[] {
	const joined: Piece[] = [];
	for (const piece of pieces.flatMap((one) => asItWas(one, words))) {
		const last = joined.at(-1);
		const goesOn = last && !last.shape && !piece.shape && !words[piece.from]?.begins;
		if (goesOn) joined[joined.length - 1] = { ...last, to: piece.to };
		else joined.push(piece);
	}
	return joined;
}

function toBlock(piece: Piece, words: readonly Word[], stretch: readonly Mended[]): Mended[] {
	const part = words.slice(piece.from, piece.to);
	const sources = [...new Set(part.map(({ of }) => of))].flatMap((of) => stretch[of] ?? []);
	const [first] = sources;
	if (!first) return [];
	const from = sources.flatMap((source) => source.from);
	return [{ block: block(piece.shape ?? shapeOf(first.block), join(part)), from }];
}
