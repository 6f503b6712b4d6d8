/**
 * The bar while the page is scrolled: it makes way while one reads on and comes back on the way up,
 * after a jump and at a tap; shows the title once that has scrolled away, and what is left to read.
 * Attributes of the bar: `data-away`, `data-past`. The stylesheet decides where it makes way, and
 * keeps it while the keyboard is in it.
 */

/** Pixels scrolled one way before the bar goes or comes. */
const goAfterPx = 24;
const comeAfterPx = 12;
/** The bar stays this close to the top of the page, in CSS pixels. */
const topPx = 120;
/** Scrolling this soon after a wheel, a finger or a key is the reader’s own, in milliseconds. */
const ownMs = 600;

/** @param timeLeft says what is left to read, of the part of the text that lies ahead (0 to 1) */
export function followScroll(
	bar: HTMLElement,
	root: HTMLElement,
	timeLeft: (ahead: number) => string,
	signal: AbortSignal
): void {
	const left = bar.querySelector('.left');
	const hasTimeline = CSS.supports('animation-timeline: scroll()');
	// Loaded at the first scroll, which is the reader's unless the address names a place.
	let isFirst = location.hash === '';
	let last = isFirst ? 0 : scrollY;
	/** Pixels scrolled in the present direction; negative upwards. */
	let run = 0;
	let moved = -Infinity;
	let queued = 0;
	/** Where the title ends, and where the text does: scroll positions. */
	let titleEnd = 0;
	let textEnd = 1;

	const measure = () => {
		const below = (element: Element, edge: 'top' | 'bottom') =>
			element.getBoundingClientRect()[edge] + scrollY;
		titleEnd = Math.max(
			0,
			...[...root.querySelectorAll('.head > :is(h1, .title)')].map((title) =>
				below(title, 'bottom')
			)
		);
		const after = root.querySelector('.notes, .end');
		textEnd = Math.max(1, (after ? below(after, 'top') : below(root, 'bottom')) - innerHeight);
		show();
	};
	const show = () => {
		bar.toggleAttribute('data-past', titleEnd > 0 && scrollY > titleEnd - bar.offsetHeight);
		const read = Math.min(1, Math.max(0, scrollY / textEnd));
		if (!hasTimeline) bar.style.setProperty('--read', read.toFixed(4));
		const words = timeLeft(1 - read);
		if (left && left.textContent !== words) left.textContent = words;
	};
	const onFrame = () => {
		queued = 0;
		const by = scrollY - last;
		last = scrollY;
		run = run * by > 0 ? run + by : by;
		const isOwn = performance.now() - moved < ownMs;
		const isJump = !isOwn && !isFirst && Math.abs(by) > innerHeight / 2;
		isFirst = false;
		if (scrollY < topPx || run < -comeAfterPx || isJump) bar.removeAttribute('data-away');
		// A choice in the bar moves the page too: only the reader’s own scrolling is reading on.
		else if (run > goAfterPx && (isOwn || !bar.contains(document.activeElement)))
			bar.setAttribute('data-away', '');
		show();
	};

	const passive = { signal, passive: true };
	const onOwn = () => (moved = performance.now());
	for (const type of ['wheel', 'touchmove', 'keydown']) addEventListener(type, onOwn, passive);
	addEventListener('scroll', () => (queued ||= requestAnimationFrame(onFrame)), passive);
	addEventListener('resize', measure, passive);
	root.addEventListener(
		'click',
		(event) => {
			if ((event as PointerEvent).pointerType !== 'mouse') bar.removeAttribute('data-away');
		},
		passive
	);
	// Called by key, it stays where it is pressed: the pointer takes the visible focus away.
	bar.addEventListener('pointerdown', () => bar.removeAttribute('data-away'), passive);
	const sizes = new ResizeObserver(measure);
	sizes.observe(root);
	onFrame();
	signal.addEventListener('abort', () => {
		sizes.disconnect();
		cancelAnimationFrame(queued);
	});
}
