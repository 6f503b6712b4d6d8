/** Distance between the words and the box, in CSS pixels. */
const gap = 8;

/** Space kept free at the edges of the window, in CSS pixels. */
const edge = 8;

/**
 * Places an element below words of the page, or above them where there is no room. It is placed in
 * the page, so that it scrolls with them. Returns what stops this.
 */
export function besideBox(node: HTMLElement, box: () => DOMRect | null): () => void {
	const place = () => {
		const words = box();
		if (!words || getComputedStyle(node).position === 'fixed') return;
		const { offsetWidth: width, offsetHeight: height } = node;
		const below = words.bottom + gap;
		const above = words.top - gap - height;
		const fits = below + height <= innerHeight - edge;
		const top = fits ? below : above >= edge ? above : innerHeight - edge - height;
		const middle = words.left + words.width / 2 - width / 2;
		const right = document.documentElement.clientWidth - width - edge;
		const frame = node.offsetParent?.getBoundingClientRect();
		const { left: frameLeft, top: frameTop } = frame ?? { left: -scrollX, top: -scrollY };
		node.style.left = `${Math.max(edge, Math.min(middle, right)) - frameLeft}px`;
		node.style.top = `${top - frameTop}px`;
	};
	place();
	const observer = new ResizeObserver(place);
	observer.observe(document.documentElement);
	return () => observer.disconnect();
}
