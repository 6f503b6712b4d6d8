/**
 * Keeps the reader’s place to the pixel. The anchor is the row at the top of the view, where it was
 * when the reader last moved; after a change of layout `hold` puts it back there, and only there:
 * switching to and fro therefore returns to the same pixel.
 */
export interface Anchor {
	/** The row at the top of the view, or the first below the head. */
	row(): Element | null;
	/** After a change that the reader asked for: puts the anchor back where it was. */
	hold(): void;
	/** Forgets the anchor and takes what is at the top now. */
	take(): void;
	destroy(): void;
}

/** Layout settles over a few frames where skipped rows get their size for the first time. */
const settlingFrames = 4;

/** A row of which only the space below its text is in view, in CSS pixels, is not at the top. */
const textAbove = 12;

/** How far apart a row is looked for, in CSS pixels: less than the lowest row is high. */
const stepDown = 16;

/**
 * @param root the element that holds the rows, `.row`; its bottom is padded by `--fill` where the
 *   page is too short to put the anchor back.
 * @param line the y in CSS pixels at which the text begins, below the bar.
 */
export function keepAnchor(root: HTMLElement, line: () => number): Anchor {
	let anchor: { row: Element; top: number; height: number } | null = null;
	let holding = 0;
	let queued = 0;
	/** Where `place` left the page: the scroll event that follows is not the reader’s. */
	let placedAt: number | null = null;

	const find = (): Element | null => {
		const { left, width } = root.getBoundingClientRect();
		for (let y = line() + textAbove; y < innerHeight; y += stepDown)
			for (const x of [left + width / 2, left + width / 4]) {
				const row = document.elementFromPoint(x, y)?.closest('.row');
				if (row && root.contains(row)) return row;
			}
		return null;
	};
	const take = () => {
		// At the very top the head stays where it is.
		const row = scrollY > 0 ? find() : null;
		const box = row?.getBoundingClientRect();
		anchor = row && box ? { row, top: box.top, height: box.height } : null;
	};
	const place = () => {
		if (!anchor?.row.isConnected) return;
		const { top, height } = anchor.row.getBoundingClientRect();
		// A row that began above the view and is now too short to reach it is held by its share.
		const hidden = line() - anchor.top;
		const wanted = hidden < height ? anchor.top : line() - (hidden / anchor.height) * height;
		const by = top - wanted;
		if (Math.abs(by) < 0.5) return;
		const room = document.documentElement.scrollHeight - innerHeight - scrollY;
		if (by > room) root.style.setProperty('--fill', `${Math.ceil(fill() + by - room)}px`);
		scrollBy({ top: by, behavior: 'instant' });
		placedAt = scrollY;
	};
	const fill = () => Number.parseFloat(root.style.getPropertyValue('--fill')) || 0;
	const settle = (frames: number) => {
		// Two that hold the page pull it apart: the browser's own scroll anchoring rests meanwhile.
		document.documentElement.style.overflowAnchor = frames > 0 ? 'none' : '';
		place();
		holding = frames > 0 ? requestAnimationFrame(() => settle(frames - 1)) : 0;
	};
	const onMove = () => {
		if (holding || queued || scrollY === placedAt) return;
		placedAt = null;
		queued = requestAnimationFrame(() => {
			queued = 0;
			if (!holding) take();
		});
	};
	// The reader’s own movement ends the holding; it also wins over a frame that is still to come.
	const onReader = () => {
		if (!holding) return;
		cancelAnimationFrame(holding);
		holding = 0;
		document.documentElement.style.overflowAnchor = '';
	};

	addEventListener('scroll', onMove, { passive: true });
	addEventListener('wheel', onReader, { passive: true });
	addEventListener('touchmove', onReader, { passive: true });
	take();
	return {
		row: () => anchor?.row ?? find(),
		take,
		hold() {
			cancelAnimationFrame(holding);
			settle(settlingFrames);
		},
		destroy() {
			onReader();
			cancelAnimationFrame(queued);
			removeEventListener('scroll', onMove);
			removeEventListener('wheel', onReader);
			removeEventListener('touchmove', onReader);
		}
	};
}
