import { whenIdle } from '../idle';

/** What is below an article’s first screen: css/chunks.css skips its parts until they are marked. */
const skipped = '.chunk ~ :not([data-drawn])';

/** Whether the browser still skips what is outside the view. A long text is never laid out whole. */
const isSkipping = (root: HTMLElement): boolean => root.matches(':not(.long, [data-laid])');

/** Lays an article out whole. */
export function layOutAtOnce(root: HTMLElement, keepPlace: (change: () => void) => void): void {
	if (isSkipping(root)) keepPlace(() => (root.dataset.laid = ''));
}

/**
 * Lays an article out whole, one part in each idle moment: all parts in one task would keep the page
 * from answering meanwhile. Returns a function that stops it.
 */
export function layOutInSteps(
	root: HTMLElement,
	keepPlace: (change: () => void) => void
): () => void {
	let stop = whenIdle(step);
	function step(): void {
		const part = root.querySelector<HTMLElement>(skipped);
		if (!isSkipping(root) || !part) return layOutAtOnce(root, keepPlace);
		keepPlace(() => (part.dataset.drawn = ''));
		stop = whenIdle(step);
	}
	return () => stop();
}
