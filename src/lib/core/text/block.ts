import type { Block, BlockShape } from './article';
import { fingerprint, type Fingerprint } from './fingerprint';

/** Makes a block. Use nothing else to make one, so that `fingerprint` is always that of `text`. */
export const block = <Shape extends BlockShape>(shape: Shape, text: string): Shape & Block =>
	({ ...shape, text, fingerprint: fingerprint(text) }) as Shape & Block;

/** Returns a maker of blocks that computes the fingerprint of equal texts once: those of a table. */
export function blocksOfOneText(): (shape: BlockShape, text: string) => Block {
	const known = new Map<string, Fingerprint>();
	return (shape, text) => {
		const found = known.get(text) ?? fingerprint(text);
		known.set(text, found);
		return { ...shape, text, fingerprint: found };
	};
}
