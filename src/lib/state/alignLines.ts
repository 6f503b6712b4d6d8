/** The two texts of a draft as lines to show, at both levels, and the numbers of one in the other. */
import type { AlignmentDraft, DraftSide } from '$lib/core/align/draft';
import { alignText } from '$lib/core/align/draftText';
import type { Texts } from '$lib/core/align/change';
import type { Lengths } from '$lib/core/align/edit';
import { shapeOf, type Level, type SideName, type Starts } from '$lib/core/align/row';
import type { AlignText } from '$lib/core/align/align';
import type { BlockKind } from '$lib/core/text/article';

export interface Line {
	readonly text: string;
	readonly kind: BlockKind;
	/** Whether a paragraph begins with it. */
	readonly opens: boolean;
}

type Sides<Value> = Readonly<Record<SideName, Value>>;

export interface Lines {
	readonly texts: Texts;
	readonly lines: Readonly<Record<Level, Sides<readonly Line[]>>>;
	/** Letters of each line. */
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

const sentencesOf = ({ blocks }: DraftSide, { paragraphs }: AlignText): readonly Line[] =>
	blocks.flatMap(({ kind }, block) =>
		(paragraphs[block] ?? []).map((text, at) => ({ text, kind, opens: at === 0 }))
	);

const paragraphsOf = ({ blocks }: DraftSide, { paragraphs }: AlignText): readonly Line[] =>
	blocks.flatMap(({ kind }, block) => {
		const all = paragraphs[block] ?? [];
		return all.length > 0 ? [{ text: all.join(' '), kind, opens: true }] : [];
	});

const lengthsOf = ({ source, target }: Sides<readonly Line[]>): Lengths => ({
	source: source.map(({ text }) => text.length),
	target: target.map(({ text }) => text.length)
});

/** The paragraph in which a sentence stands. */
export const paragraphOf = (sentence: number, starts: Starts): number =>
	Math.max(
		0,
		starts.findLastIndex((start, at) => start <= sentence && at < starts.length - 1)
	);
