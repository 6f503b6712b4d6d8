/**
 * Keeps the reader’s position to the pixel. The anchor is the row at the top of the view, as it was
 * when the reader last moved. After a change of layout `hold` scrolls it back to exactly there, so
 * switching a view on and off returns to the same pixel.
 */
export interface ScrollAnchor {
	/** Returns the row at the top of the view, or the first below the head. */
	row(): Element | null;
	/** Scrolls the anchor back to where it was, after a change that the reader asked for. */
	hold(): void;
	/**
	 * Replaces the anchor with the row that is at the top now. A row just scrolled to is handed in:
	 * the browser finds none by its place before it has drawn it.
	 */
	take(row?: Element): void;
	destroy(): void;
}

/**
 * Frames for which the anchor is held: rows that the browser skipped get their size over a few
 * frames.
 */
const settlingFrames = 4;

/**
 * Height in CSS pixels. A row that shows less than this, only the space below its text, is not at
 * the top.
 */
const textAbove = 12;

/** Distance between two probes for a row, in CSS pixels. Less than the height of the lowest row. */
const stepDown = 16;

/**
 * @param root the element that holds the rows, `.row`; its bottom is padded by `--fill` where the
 *   page is too short to put the anchor back.
 * @param line the y in CSS pixels at which the text begins, below the bar.
 */
export function keepAnchor(root: HTMLElement, line: () => number): ScrollAnchor {
	let anchor: { row: Element; top: number; height: number } | null = null;
	let holding = 0;
	let queued = 0;
	/** The scroll position that `place` set: the scroll event that follows is not the reader’s. */
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
	const take = (known?: Element) => {
		// At the very top there is no anchor: the head stays in place.
		const row = scrollY > 0 ? (known ?? find()) : null;
		const box = row?.getBoundingClientRect();
		anchor = row && box ? { row, top: box.top, height: box.height } : null;
	};
	const place = () => {
		if (!anchor?.row.isConnected) return;
		const { top, height } = anchor.row.getBoundingClientRect();
		// A row that began above the view and is now too short to reach it is placed by proportion.
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
		// Turn off the browser's own scroll anchoring meanwhile: the two would pull against each other.
		document.documentElement.style.overflowAnchor = frames > 0 ? 'none' : '';
		place();
		holding = frames > 0 ? requestAnimationFrame(() => settle(frames - 1)) : 0;
	};
	const takeSoon = () => {
		queued = requestAnimationFrame(() => {
			queued = 0;
			if (!holding) take();
		});
	};
	const onMove = () => {
		if (holding || queued || scrollY === placedAt) return;
		placedAt = null;
		takeSoon();
	};
	// The reader’s own scrolling ends the hold, and cancels a frame that is still to run.
	const onReader = () => {
		if (!holding) return;
		cancelAnimationFrame(holding);
		holding = 0;
		document.documentElement.style.overflowAnchor = '';
	};

	addEventListener('scroll', onMove, { passive: true });
	addEventListener('wheel', onReader, { passive: true });
	addEventListener('touchmove', onReader, { passive: true });
	// Not at once: rows that are new in the page would be laid out within the task that made them.
	takeSoon();
	return {
		row: () => anchor?.row ?? find(),
		take(row) {
			cancelAnimationFrame(queued);
			queued = 0;
			take(row);
		},
		hold() {
			cancelAnimationFrame(holding);
			// Without an anchor nothing is held: a scroll meanwhile is the reader’s, and is followed.
			settle(anchor ? settlingFrames : 0);
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
