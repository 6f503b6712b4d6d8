/** Generates links of made-up texts, for the laws of editing. */
import fc from 'fast-check';
import type { AlignedTexts } from './change';
import type { Link } from './draft';
import { shapeOf, type ItemPair } from './linkRows';
import { canonicalOrder } from './canonicalOrder';

export interface MadeLinks {
	readonly texts: AlignedTexts;
	readonly links: readonly Link[];
}

interface LinkPiece {
	readonly source: number;
	readonly target: number;
	readonly confidence: number;
	readonly fixed: boolean;
	/** True on each side where a paragraph ends. */
	readonly ends: readonly [source: boolean, target: boolean];
}

const piece: fc.Arbitrary<LinkPiece> = fc.record({
	source: fc.nat(3),
	target: fc.nat(3),
	confidence: fc.double({ min: 0, max: 1, noNaN: true }),
	fixed: fc.boolean(),
	ends: fc.oneof(fc.constant([true, true] as const), fc.tuple(fc.boolean(), fc.boolean()))
});

/** Generates some sentences of each side, with links m to n and omissions of one. */
export const anyLinks: fc.Arbitrary<MadeLinks> = fc
	.array(piece, { minLength: 1, maxLength: 12 })
	.map((pieces) => {
		const texts = textsOf(pieces);
		return { texts, links: canonicalOrder(linksOf(pieces), texts.shape) };
	});

function linksOf(pieces: readonly LinkPiece[]): readonly Link[] {
	const at = { source: 0, target: 0 };
	const take = (side: keyof ItemPair, count: number) =>
		Array.from({ length: count }, () => at[side]++);
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

function textsOf(pieces: readonly LinkPiece[]): AlignedTexts {
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
