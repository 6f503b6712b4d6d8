/**
 * Makes a translation of placed units: a paragraph for each of the original’s, and links between
 * their sentences. Where the file pairs segments these are the links; within longer units the
 * aligner finds them, since the file says only that the two belong together.
 *
 * Laws (`placedTranslation.test.ts`): the links are monotone and cover each sentence of both sides
 * once; the order of the units in the file changes nothing.
 */
import { run, type Bead } from '../../align/bead';
import { alignText } from '../../links/draftText';
import type { DraftSide, Link } from '../../links/draft';
import { block } from '../../text/block';
import type { Block, Lang } from '../../text/article';
import { plain } from '../../text/inline';
import { shapeOf } from '../../text/shape';
import { strongest, type MachineClaim } from './machine';
import type { Placed } from './placing';
import { beadsOfSegments, type SharePair } from './segmentBeads';
import type { SourceSentence, SourceText } from './sourceText';
import { UnitAligner, type SureBead } from './unitAligner';

export interface PlacedTranslation {
	readonly target: DraftSide;
	readonly links: readonly Link[];
	/** What the file says of machine translation, of each block of `target`. */
	readonly machine: readonly (MachineClaim | null)[];
}

export function translationOf(
	all: readonly Placed[],
	side: DraftSide,
	source: SourceText,
	lang: Lang
): PlacedTranslation {
	const blocks: Block[] = [];
	const machine: (MachineClaim | null)[] = [];
	const links: Link[] = [];
	const next = { source: 0, target: 0 };
	const add = (bead: Bead, confidence: number) => {
		links.push({
			source: bead[0].map((at) => at + next.source),
			target: bead[1].map((at) => at + next.target),
			...{ confidence, fixed: false }
		});
	};
	const omitTo = (sentence: number) => {
		for (const at of run(0, sentence - next.source)) add([[at], []], 1);
		next.source = Math.max(next.source, sentence);
	};
	const sentencesOf = byBlock(source);
	const within = new UnitAligner({ source: side.lang, target: lang });
	for (const group of groupsOf(all, source)) {
		const written = paragraphsOf(group, side.blocks);
		const target = { lang, blocks: written.blocks };
		const sentences = run(group.from, group.to - group.from + 1).flatMap(
			(block) => sentencesOf.get(block) ?? []
		);
		omitTo(sentences[0]?.at ?? next.source);
		const found = linked(group, written.ranges, sentences, target, within);
		for (const { bead, confidence } of found) add(bead, confidence);
		next.source += sentences.length;
		next.target += alignText(target).paragraphs.flat().length;
		blocks.push(...written.blocks);
		const claim = strongest(group.placed.map(({ piece }) => piece.machine));
		machine.push(...written.blocks.map(() => claim));
	}
	omitTo(source.sentences.length);
	return { target: { lang, blocks }, links, machine };
}

type NumberedSentence = SourceSentence & { readonly at: number };

function byBlock({ sentences }: SourceText): ReadonlyMap<number, readonly NumberedSentence[]> {
	const found = new Map<number, NumberedSentence[]>();
	for (const [at, sentence] of sentences.entries()) {
		const known = found.get(sentence.block);
		if (known) known.push({ ...sentence, at });
		else found.set(sentence.block, [{ ...sentence, at }]);
	}
	return found;
}

/** Blocks of the original, `from` to `to`, that placed pieces hold together. */
interface PlacedGroup {
	readonly from: number;
	readonly to: number;
	readonly placed: readonly Placed[];
}

function groupsOf(all: readonly Placed[], source: SourceText): readonly PlacedGroup[] {
	const groups: { from: number; to: number; placed: Placed[] }[] = [];
	let block = 0;
	const blockAt = (offset: number): number => {
		while ((source.blocks[block + 1] ?? Infinity) <= offset) block++;
		return block;
	};
	for (const placed of all) {
		if (placed.piece.text.length === 0) continue;
		const [from, to] = [blockAt(placed.from), blockAt(placed.to - 1)];
		const last = groups.at(-1);
		if (last && from <= last.to) {
			last.placed.push(placed);
			last.to = to;
		} else groups.push({ from, to, placed: [placed] });
	}
	return groups;
}

interface Written {
	readonly blocks: readonly Block[];
	/** Where each piece’s translation lies, in letters from the group’s first. */
	readonly ranges: readonly { readonly from: number; readonly to: number }[];
}

/** Joins the pieces of a block to a paragraph. */
function paragraphsOf({ placed, from, to }: PlacedGroup, originals: readonly Block[]): Written {
	const paragraphs: string[] = [];
	const ranges: { from: number; to: number }[] = [];
	let letters = 0;
	for (const { piece } of placed) {
		const [first = '', ...more] = piece.text;
		const last = paragraphs.pop();
		paragraphs.push(last === undefined ? first : `${last} ${first}`, ...more);
		const length = lettersOf(piece.text);
		ranges.push({ from: letters, to: letters + length });
		letters += length;
	}
	const isEven = to - from + 1 === paragraphs.length;
	const shapeAt = (at: number) => originals[isEven ? from + at : from];
	const blocks = paragraphs.flatMap((text, at) => {
		const original = shapeAt(at);
		return original ? [block(shapeOf(original), text)] : [];
	});
	return { blocks, ranges };
}

const lettersOf = (paragraphs: readonly string[]): number =>
	paragraphs.reduce((sum, markdown) => sum + plain(markdown).replace(/\s+/g, '').length, 0);

/** Links the sentences of a group. */
function linked(
	{ placed }: PlacedGroup,
	ranges: Written['ranges'],
	sentences: readonly SourceSentence[],
	target: DraftSide,
	aligner: UnitAligner
): readonly SureBead[] {
	const theirs = alignText(target).paragraphs.flat();
	const start = sentences[0]?.from ?? 0;
	const total = (sentences.at(-1)?.to ?? start) - start || 1;
	const letters = ranges.at(-1)?.to || 1;
	const pairs = placed.flatMap(({ piece, from, to, confidence }, at) => {
		const range = ranges[at] ?? { from: 0, to: 0 };
		const [ours, theirsTotal] = [lettersOf(piece.original) || 1, lettersOf(piece.text) || 1];
		const left = (letter: number) => (from - start + ((to - from) * letter) / ours) / total;
		const right = (letter: number) =>
			(range.from + ((range.to - range.from) * letter) / theirsTotal) / letters;
		const whole = { source: { from: 0, to: ours }, target: { from: 0, to: theirsTotal } };
		const parts = piece.segments.length > 0 ? piece.segments : [whole];
		return parts.map((part): SharePair & { confidence: number } => ({
			source: { from: left(part.source.from), to: left(part.source.to) },
			target: part.target && { from: right(part.target.from), to: right(part.target.to) },
			confidence
		}));
	});
	const beads = beadsOfSegments(
		sentences.map(({ from, to }) => to - from),
		theirs.map((words) => words.replace(/\s+/g, '').length),
		pairs
	);
	return beads.flatMap(({ bead, pairs: of }): readonly SureBead[] => {
		const confidence = Math.min(1, ...of.map((at) => pairs[at]?.confidence ?? 1));
		const [left, right] = bead;
		if (of.length !== 1 || left.length < 2 || right.length < 2) return [{ bead, confidence }];
		const within = aligner.beads(
			left.map((at) => sentences[at]?.words ?? ''),
			right.map((at) => theirs[at] ?? '')
		);
		return within.map((one) => ({
			bead: [one.bead[0].map((at) => left[at] ?? 0), one.bead[1].map((at) => right[at] ?? 0)],
			confidence: Math.min(confidence, one.confidence)
		}));
	});
}
