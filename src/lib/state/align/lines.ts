/**
 * A draft's two texts as lines, at both levels, and the mapping between sentences and paragraphs.
 */
import type { AlignmentDraft, DraftSide } from '$lib/core/links/draft';
import { alignText } from '$lib/core/links/draftText';
import type { AlignedTexts } from '$lib/core/links/change';
import type { Lengths } from '$lib/core/links/editRows';
import { shapeOf, type Level, type SideName, type Starts } from '$lib/core/links/linkRows';
import type { AlignText } from '$lib/core/align/align';
import type { BlockKind } from '$lib/core/text/article';

export interface TextLine {
	readonly text: string;
	readonly kind: BlockKind;
	/** Whether the line begins a paragraph. */
	readonly opens: boolean;
}

type Sides<Value> = Readonly<Record<SideName, Value>>;

export interface Lines {
	readonly texts: AlignedTexts;
	readonly lines: Readonly<Record<Level, Sides<readonly TextLine[]>>>;
	/** Number of letters of each line. */
	readonly lengths: Readonly<Record<Level, Lengths>>;
}

export function linesOf({ source, target }: Pick<AlignmentDraft, 'source' | 'target'>): Lines {
	const [ours, theirs] = [alignText(source), alignText(target)];
	const sentences = { source: sentencesOf(source, ours), target: sentencesOf(target, theirs) };
	const paragraphs = { source: paragraphsOf(source, ours), target: paragraphsOf(target, theirs) };
	const lines = { sentences, paragraphs };
	return {
		texts: { source: ours, target: theirs, shape: shapeOf(ours, theirs) },
		lines,
		lengths: { sentences: lengthsOf(sentences), paragraphs: lengthsOf(paragraphs) }
	};
}

const sentencesOf = ({ blocks }: DraftSide, { paragraphs }: AlignText): readonly TextLine[] =>
	blocks.flatMap(({ kind }, block) =>
		(paragraphs[block] ?? []).map((text, at) => ({ text, kind, opens: at === 0 }))
	);

const paragraphsOf = ({ blocks }: DraftSide, { paragraphs }: AlignText): readonly TextLine[] =>
	blocks.flatMap(({ kind }, block) => {
		const all = paragraphs[block] ?? [];
		return all.length > 0 ? [{ text: all.join(' '), kind, opens: true }] : [];
	});

const lengthsOf = ({ source, target }: Sides<readonly TextLine[]>): Lengths => ({
	source: source.map(({ text }) => text.length),
	target: target.map(({ text }) => text.length)
});

/** Returns the index of the paragraph that contains a sentence. */
export const paragraphOf = (sentence: number, starts: Starts): number =>
	Math.max(
		0,
		starts.findLastIndex((start, at) => start <= sentence && at < starts.length - 1)
	);
