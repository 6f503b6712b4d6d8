/**
 * Shows the sentence that is read aloud: lit on both sides with the CSS Custom Highlight API, which
 * adds no element, and kept in view. The page scrolls by itself only while the reader keeps the
 * sentence in view: who scrolls away is left in peace until they come back or ask. Without the API
 * the paragraph has `data-spoken`.
 */
import { barBottom } from './bar';
import { isShown } from './isShown';
import { elementOfPart, rangeOfPart, type TextSide } from './selectedText';

interface LitPart {
	readonly block: number;
	readonly start: number;
	readonly end: number;
}

/** What is spoken: its row’s element id, and the sentences of both sides. */
interface Spoken {
	readonly row: string;
	readonly side: TextSide;
	readonly block: number;
	readonly start: number;
	readonly end: number;
	readonly lit: Readonly<Record<TextSide, readonly LitPart[]>>;
}

export interface SpokenSentence {
	/** Shows a sentence; null for none. */
	show(spoken: Spoken | null): void;
	/** Scrolls to the sentence, and follows it from then on. */
	follow(): void;
	destroy(): void;
}

const names = { original: 'spoken-o', translation: 'spoken-t', now: 'spoken-now' } as const;
const attribute = 'data-spoken';

/** Share of the free height that is above a sentence which is scrolled to. */
const shareAbove = 0.25;
/** Space around a sentence, in CSS pixels. */
const edgePx = 12;

/**
 * @param root the element that holds the rows
 * @param floor the y at which the text ends, above what lies over the page
 * @param tell called when the reader has scrolled away from the sentence, and when it is followed again
 */
export function spokenSentence(
	root: Element,
	floor: () => number,
	tell: (isAway: boolean) => void
): SpokenSentence {
	const canPaint = typeof Highlight !== 'undefined';
	const layers = new Map(
		canPaint ? Object.values(names).map((name) => [name, new Highlight()] as const) : []
	);
	for (const [name, layer] of layers) CSS.highlights.set(name, layer);
	let spoken: Spoken | null = null;
	let now: Range | null = null;
	let isAway = false;
	/** Whether the sentence waits for its row, to be scrolled to. */
	let isWanted = false;
	let queued = 0;
	let placedAt: number | null = null;

	const clear = () => {
		for (const layer of layers.values()) layer.clear();
		for (const part of root.querySelectorAll(`[${attribute}]`)) part.removeAttribute(attribute);
		now = null;
	};
	const draw = () => {
		queued = 0;
		clear();
		if (!spoken) return;
		const { row, side, block, start, end, lit } = spoken;
		now = rangeOfPart(row, side, block, start, end);
		if (now) layers.get(names.now)?.add(now);
		for (const one of ['original', 'translation'] as const)
			for (const part of lit[one]) {
				const range = rangeOfPart(row, one, part.block, part.start, part.end);
				if (range) layers.get(names[one])?.add(range);
			}
		if (!canPaint) elementOfPart(row, side, block)?.setAttribute(attribute, '');
		if (isWanted) scrollThere();
	};
	/** Returns where the sentence is; its row where the view hides its side; null where neither is. */
	const box = (): DOMRect | null => {
		const row = spoken && document.getElementById(spoken.row);
		if (!row || !isShown(row)) return null;
		return now && isShown(now.startContainer.parentElement)
			? now.getBoundingClientRect()
			: row.getBoundingClientRect();
	};
	const free = () => ({ top: barBottom() + edgePx, bottom: floor() - edgePx });
	const isInView = (): boolean => {
		const at = box();
		const { top, bottom } = free();
		return at !== null && at.bottom > top && at.top < bottom;
	};
	const scrollThere = () => {
		const at = box();
		isWanted = at === null;
		if (!at) return;
		const { top, bottom } = free();
		if (at.top >= top && at.bottom <= bottom) return;
		const room = Math.max(0, bottom - top - at.height);
		scrollBy({
			top: at.top - top - Math.min(room, (bottom - top) * shareAbove),
			behavior: 'instant'
		});
		placedAt = scrollY;
	};
	const setAway = (away: boolean) => {
		if (away === isAway) return;
		isAway = away;
		tell(away);
	};
	const onScroll = () => {
		if (!spoken || isWanted || scrollY === placedAt) return;
		placedAt = null;
		setAway(!isInView());
	};
	// Rows come in chunks, and a row that is shown anew has new text nodes.
	const observer = new MutationObserver(() => (queued ||= requestAnimationFrame(draw)));
	observer.observe(root, { childList: true, subtree: true, characterData: true });
	addEventListener('scroll', onScroll, { passive: true });

	return {
		show(next) {
			spoken = next;
			isWanted = next !== null && !isAway;
			draw();
			if (!next) setAway(false);
		},
		follow() {
			setAway(false);
			isWanted = true;
			scrollThere();
		},
		destroy() {
			observer.disconnect();
			removeEventListener('scroll', onScroll);
			cancelAnimationFrame(queued);
			clear();
			for (const name of layers.keys()) CSS.highlights.delete(name);
		}
	};
}
