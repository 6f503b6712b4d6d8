/** Where a sheet lies: below what it is about, or at the foot of the view. */

/** Top and bottom of a box, in CSS pixels from the top of the view. */
export interface Extent {
	readonly top: number;
	readonly bottom: number;
}

interface Room {
	/** Where the text begins, below the bar, and the height of the view. */
	readonly view: Extent;
	/** Height of the sheet. */
	readonly height: number;
	/** The paragraph that the sheet is about, with its translation. */
	readonly paragraph: Extent;
	/** The one side of it that matters most. */
	readonly column: Extent;
	/** The line of it that has to stay in view. */
	readonly line: Extent;
	/** Whether the view is too narrow for a sheet below a paragraph. */
	readonly narrow: boolean;
}

interface Placed {
	readonly kind: 'below' | 'foot';
	/** How far the page is scrolled first, so that the sheet covers nothing of the paragraph. */
	readonly scroll: number;
}

/** Space between a paragraph and the sheet below it, in CSS pixels. */
export const sheetGap = 6;

/**
 * Places a sheet. It covers its paragraph only where the two do not fit in the view; never the
 * line, if that fits.
 */
export function placeSheet({ view, height, paragraph, column, line, narrow }: Room): Placed {
	const free = { top: view.top, bottom: view.bottom - height };
	const fits = (box: Extent) => box.bottom - box.top + sheetGap <= free.bottom - free.top;
	const below = Math.max(0, paragraph.bottom + sheetGap - free.bottom);
	if (!narrow && (below === 0 || (fits(paragraph) && line.top - below >= view.top)))
		return { kind: 'below', scroll: below };
	const shown = [paragraph, column].find(fits);
	if (shown) return { kind: 'foot', scroll: scrollInto(free, shown) };
	// As much of the column as fits with the line.
	const isShown = line.top >= free.top && line.bottom <= free.bottom;
	const above = Math.min(column.top, line.top) - free.top;
	const scroll = line.bottom - above <= free.bottom ? above : scrollInto(free, line);
	return { kind: 'foot', scroll: isShown ? 0 : scroll };
}

/**
 * Returns how far to scroll until a box is in a part of the view, in CSS pixels. Of a box that is too
 * high the top is shown.
 */
export function scrollInto(free: Extent, box: Extent): number {
	if (box.top < free.top) return box.top - free.top;
	return Math.max(0, Math.min(box.bottom - free.bottom, box.top - free.top));
}
