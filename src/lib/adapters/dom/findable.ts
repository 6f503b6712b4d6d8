/**
 * Lets the browser’s search find the translations that Peek hides, and opens the paragraph of a hit.
 * A hidden translation is `hidden="until-found"`, with no height (css/views.css); elsewhere nothing
 * is. Browsers without it search what is shown.
 */
const untilFound = 'until-found';

export function keepFindable(
	root: HTMLElement,
	isPeeking: () => boolean,
	signal: AbortSignal
): void {
	if (!('onbeforematch' in root)) return;
	let queued = 0;
	const set = (): void => {
		queued = 0;
		const peeks = isPeeking();
		for (const words of root.querySelectorAll('.row > .peek ~ .t'))
			if (peeks !== words.hasAttribute('hidden'))
				if (peeks) words.setAttribute('hidden', untilFound);
				else words.removeAttribute('hidden');
	};
	const soon = (): void => void (queued ||= requestAnimationFrame(set));
	const open = ({ target }: Event): void => {
		const row = target instanceof Element ? target.closest('.row') : null;
		const box = row?.querySelector<HTMLInputElement>(':scope > .peek');
		if (box) box.checked = true;
		// The browser takes the attribute away; the paragraph may be closed again.
		soon();
	};
	set();
	// Rows come in slices, and come anew when their words change.
	const rows = new MutationObserver(soon);
	rows.observe(root, { childList: true, subtree: true });
	// Before anybody measures the layout that was chosen.
	document.addEventListener('change', set, { signal, capture: true });
	root.addEventListener('beforematch', open, { signal });
	signal.addEventListener('abort', () => {
		rows.disconnect();
		cancelAnimationFrame(queued);
	});
}
