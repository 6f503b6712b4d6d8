/** Links of made-up texts, whatever they say: for the laws of editing. */
import fc from 'fast-check';
import type { Texts } from './change';
import type { Link } from './draft';
import { shapeOf, type Pair } from './row';
import { tidy } from './tidy';

export interface Made {
	readonly texts: Texts;
	readonly links: readonly Link[];
}

interface Piece {
	readonly source: number;
	readonly target: number;
	readonly confidence: number;
	readonly fixed: boolean;
	/** Whether a paragraph ends on each side. */
	readonly ends: readonly [source: boolean, target: boolean];
}

const piece: fc.Arbitrary<Piece> = fc.record({
	source: fc.nat(3),
	target: fc.nat(3),
	confidence: fc.double({ min: 0, max: 1, noNaN: true }),
	fixed: fc.boolean(),
	ends: fc.oneof(fc.constant([true, true] as const), fc.tuple(fc.boolean(), fc.boolean()))
});

/** Some sentences of each side, with links m to n and omissions of one. */
export const anyLinks: fc.Arbitrary<Made> = fc
	.array(piece, { minLength: 1, maxLength: 12 })
	.map((pieces) => {
		const texts = textsOf(pieces);
		return { texts, links: tidy(linksOf(pieces), texts.shape) };
	});

function linksOf(pieces: readonly Piece[]): readonly Link[] {
	const at = { source: 0, target: 0 };
	const take = (side: keyof Pair, count: number) => Array.from({ length: count }, () => at[side]++);
	return pieces.flatMap(({ source, target, confidence, fixed }): readonly Link[] => {
		const link = { confidence: fixed ? 1 : confidence, fixed };
		const [ours, theirs] = [take('source', source), take('target', target)];
		if (source > 0 && target > 0) return [{ source: ours, target: theirs, ...link }];
		return [
			...ours.map((item) => ({ source: [item], target: [], ...link })),
			...theirs.map((item) => ({ source: [], target: [item], ...link }))
		];
	});
}

function textsOf(pieces: readonly Piece[]): Texts {
	const side = (lang: string, name: 'source' | 'target', ending: 0 | 1) => {
		const paragraphs: string[][] = [[]];
		for (const [number, piece] of pieces.entries()) {
			for (let at = 0; at < piece[name]; at++)
				paragraphs.at(-1)?.push(`${'Ord '.repeat(1 + ((number * 7 + at * 3) % 9))}${number}.`);
			if (piece.ends[ending]) paragraphs.push([]);
		}
		return { lang, paragraphs };
	};
	const [source, target] = [side('sv', 'source', 0), side('en', 'target', 1)];
	return { source, target, shape: shapeOf(source, target) };
}
