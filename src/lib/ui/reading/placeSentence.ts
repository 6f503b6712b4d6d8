/** Places the box of a sentence or a word: beside it on a wide view, at the foot of a narrow one. */
import { barBottom } from '$lib/compose/screen';

/** The same width as in the styles of OneSentence. */
const narrow = '(max-width: 52rem)';
/** Space between the sentence and what is shown of it, in CSS pixels. */
const gap = 10;
const widest = 560;

interface Extent {
	readonly top: number;
	readonly bottom: number;
}

/** Returns top and bottom of ranges in the view; null for ranges that are not shown. */
function extentOf(ranges: readonly Range[]): Extent | null {
	const lines = ranges.flatMap((range) => [...range.getClientRects()]);
	if (lines.length === 0) return null;
	return {
		top: Math.min(...lines.map((line) => line.top)),
		bottom: Math.max(...lines.map((line) => line.bottom))
	};
}

/**
 * Places `box`, which never covers the sentence where both fit in the view, and never the line of
 * the word. Scrolls where that needs it.
 *
 * @param word the word that the box is about; null for a sentence alone
 */
export function placeSentence(
	box: HTMLElement,
	sentence: readonly Range[],
	word: Range | null
): void {
	const bar = barBottom();
	const foot = document.documentElement.clientHeight;
	const line = word && extentOf([word]);
	const first = extentOf(sentence) ?? line;
	if (!first) return;
	const isNarrow = matchMedia(narrow).matches;
	if (!isNarrow) setWidth(box, sentence[0] ?? word);
	// A sentence that leaves no room is given up for the line of its word.
	const room = foot - bar - box.offsetHeight - 2 * gap;
	const about = () =>
		(line && first.bottom - first.top > room ? word && extentOf([word]) : extentOf(sentence)) ??
		first;
	const { top, bottom } = about();
	// A key may lead to a sentence outside the view.
	if (top < bar || bottom > foot)
		scrollBy({ top: top - bar - (foot - bar) / 4, behavior: 'instant' });
	if (isNarrow) placeAtFoot(box, about(), bar, foot);
	else placeBeside(box, about(), bar, foot);
}

function placeAtFoot(box: HTMLElement, { top, bottom }: Extent, bar: number, foot: number): void {
	const free = foot - box.offsetHeight - gap;
	document.body.style.paddingBottom = `${box.offsetHeight}px`;
	// The end of the sentence stays in view, and its beginning where both fit.
	const under = Math.min(Math.max(0, bottom - free), Math.max(0, top - bar - gap));
	if (under > 0) scrollBy({ top: under, behavior: 'instant' });
}

function setWidth(box: HTMLElement, about: Range | null): void {
	const beside = about?.startContainer.parentElement?.closest('.o, .t');
	const { left, width } = (beside ?? box).getBoundingClientRect();
	box.style.width = `${Math.min(widest, width)}px`;
	box.style.left = `${left + scrollX}px`;
}

function placeBeside(box: HTMLElement, { top, bottom }: Extent, bar: number, foot: number): void {
	const height = box.offsetHeight;
	const isBelow = bottom + gap + height <= foot || top - gap - height < bar;
	const at = isBelow ? bottom + gap : top - gap - height;
	box.style.top = `${at + scrollY}px`;
	const over = Math.min(at + height + gap - foot, top - bar - gap);
	if (isBelow && over > 0) scrollBy({ top: over, behavior: 'instant' });
}

/** Undoes what `placeSentence` has set. */
export function unplace(box: HTMLElement): void {
	document.body.style.paddingBottom = '';
	for (const name of ['width', 'left', 'top']) box.style.removeProperty(name);
}
