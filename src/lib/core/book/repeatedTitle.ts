import type { Block } from '../text/article';
import { fingerprint } from '../text/fingerprint';
import { escapeInline } from '../text/inline';
import type { Chapter } from './book';

/**
 * Parts a chapter’s text from a heading at its beginning that only repeats the chapter’s title. A
 * chapter that is nothing but its heading keeps it.
 */
export function withoutRepeatedTitle({ title, blocks }: Pick<Chapter, 'title' | 'blocks'>): {
	readonly blocks: readonly Block[];
	/** The heading; null for none. */
	readonly repeated: Block | null;
} {
	const [first, ...rest] = blocks;
	const isRepeated =
		rest.length > 0 &&
		first?.kind === 'heading' &&
		first.fingerprint === fingerprint(escapeInline(title));
	return isRepeated ? { blocks: rest, repeated: first } : { blocks, repeated: null };
}
