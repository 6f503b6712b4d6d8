import type { Block, BlockShape } from './article';
import { fingerprint, type Fingerprint } from './fingerprint';

/** Makes a block. Use nothing else to make one, so that `fingerprint` is always that of `text`. */
export const block = <Shape extends BlockShape>(shape: Shape, text: string): Shape & Block =>
	({ ...shape, text, fingerprint: fingerprint(text) }) as Shape & Block;

/** Returns a maker of blocks that computes the fingerprint of equal texts once: those of a table. */
export function blocksOfOneText(): (shape: BlockShape, text: string) => Block {
	const known = new Map<string, Fingerprint>();
	return (shape, text) => {
		let found = known.get(text);
		if (found === undefined) known.set(text, (found = fingerprint(text)));
		return withWords(shape, text, found);
	};
}

/** Writes the fields out: a spread to which fields are added takes twenty times as long. */
function withWords(shape: BlockShape, text: string, known: Fingerprint): Block {
	switch (shape.kind) {
		case 'heading':
			return { kind: shape.kind, level: shape.level, text, fingerprint: known };
		case 'footnote':
			return { kind: shape.kind, marker: shape.marker, text, fingerprint: known };
		case 'caption':
			return { ...shape, text, fingerprint: known };
		default:
			return { kind: shape.kind, text, fingerprint: known };
	}
}
