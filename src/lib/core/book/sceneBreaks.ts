/** Finds the breaks between scenes: lines of marks such as `***` or `~`, with text on both sides. */
import type { FlowBlock } from './flow';
import { flowWords, hasReference } from './flowWords';
import type { Inline } from '../text/inlineTree';

/** Whether a line has neither a letter or digit nor a reference to a note. */
export const isOrnament = (inline: readonly Inline[]): boolean =>
	!/[\p{L}\p{N}]/u.test(flowWords(inline)) && !hasReference(inline);

/**
 * Returns those of a chapter’s blocks that are scene breaks. A heading, or a number alone, is no text;
 * pictures and what is left out do not count. Of several lines of marks in a row one is the break.
 */
export function sceneBreaks(chapter: readonly FlowBlock[]): ReadonlySet<FlowBlock> {
	const found = new Set<FlowBlock>();
	let candidate: FlowBlock | null = null;
	let isAfterText = false;
	for (const one of chapter) {
		if (one.reason !== null || one.shape.kind === 'picture') continue;
		if (isOrnament(one.inline)) {
			if (isAfterText) candidate ??= one;
			continue;
		}
		isAfterText = one.shape.kind !== 'heading' && /\p{L}/u.test(flowWords(one.inline));
		if (candidate !== null && isAfterText) found.add(candidate);
		candidate = null;
	}
	return found;
}
