import { whenIdle } from '../idle';

/** The parts of an article below its first screen, which css/chunks.css skips until they are marked. */
const skipped = ':is(.chunk + .chunk, .chunk ~ .notes):not([data-drawn])';

/** Whether the browser still skips what is outside the view. A long text is never laid out whole. */
const isSkipping = (root: HTMLElement): boolean =>
	!root.classList.contains('long') && root.dataset.laid === undefined;

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
		if (!isSkipping(root)) return;
		const part = root.querySelector<HTMLElement>(skipped);
		if (!part) return layOutAtOnce(root, keepPlace);
		keepPlace(() => (part.dataset.drawn = ''));
		stop = whenIdle(step);
	}
	return () => stop();
}
