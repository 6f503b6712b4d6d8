/**
 * Keeps the panel of a paragraph beside it: on a wide view a popover at the label of its rule, on a
 * narrow one a sheet at the foot. The paragraph stays in view.
 */
import { barBottom } from '$lib/compose/screen';
import { scrollInto, type Extent } from '../../sheet';

/** Space between a paragraph and its popover, in CSS pixels. */
const gap = 6;
/** The same width as in Panels.svelte. */
const narrow = '(max-width: 36rem)';

/**
 * Returns the top of a popover of `height`: below the row, else above it, else at the foot of the
 * view, where it covers as little of the row as it can.
 */
export function popoverTop(view: Extent, row: Extent, height: number): number {
	const below = row.bottom + gap;
	if (below >= view.top && below + height <= view.bottom) return below;
	const above = row.top - gap - height;
	return above >= view.top ? above : Math.max(view.top, view.bottom - gap - height);
}

/** Places a dialog beside a row, again whenever its size or the window's changes. */
export function besideRow(dialog: HTMLElement, row: Element): () => void {
	const place = () => {
		const view = { top: barBottom() + gap, bottom: innerHeight };
		const box = row.getBoundingClientRect();
		const { width, height, top } = dialog.getBoundingClientRect();
		if (matchMedia(narrow).matches) {
			dialog.removeAttribute('style');
			// Room to scroll at the end of the page.
			document.body.style.paddingBottom = `${height}px`;
			// The row ends above the sheet; its first line stays in view.
			const free = { top: view.top, bottom: top - gap };
			scrollBy({ top: scrollInto(free, box), behavior: 'instant' });
			return;
		}
		const rule = (row.querySelector('.mark') ?? row).getBoundingClientRect();
		const left = Math.max(gap, Math.min(rule.left, document.body.clientWidth - width - gap));
		dialog.style.left = `${left + scrollX}px`;
		dialog.style.top = `${popoverTop(view, box, height) + scrollY}px`;
	};
	row.setAttribute('data-about', '');
	place();
	const sizes = new ResizeObserver(place);
	sizes.observe(dialog);
	addEventListener('resize', place);
	return () => {
		sizes.disconnect();
		removeEventListener('resize', place);
		document.body.style.paddingBottom = '';
		row.removeAttribute('data-about');
	};
}
