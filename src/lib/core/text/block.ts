import type { Block, BlockShape } from './article';
import { fingerprint } from './fingerprint';

/** The only maker of blocks: `fingerprint` is always that of `text`. */
export const block = <Shape extends BlockShape>(shape: Shape, text: string): Shape & Block =>
	({ ...shape, text, fingerprint: fingerprint(text) }) as Shape & Block;
