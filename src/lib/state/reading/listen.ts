/** Listens to the keys and the pointer of a reading page. What they do loads at the first of them. */
import { lateCall } from './lateCall';
import type { Reader } from './reader.svelte';

export function listen(reader: Reader, root: HTMLElement, signal: AbortSignal): void {
	const passive = { signal, passive: true };
	const press = lateCall(
		() => reader.parts.load(import('./keyboard')),
		(keyboard, event: KeyboardEvent) => keyboard.onKey(reader, event)
	);
	const click = lateCall(
		() => reader.parts.load(import('./pointer')),
		(pointer, event: MouseEvent) => pointer.onClick(reader, root, event)
	);
	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.key.length === 1 || event.key === 'Escape') press(event);
	};
	const onClick = (event: MouseEvent): void => {
		const { target, ctrlKey, metaKey, shiftKey } = event;
		if (!(target instanceof Element) || ctrlKey || metaKey || shiftKey) return;
		// The note opens in its place instead of at the end of the page.
		if (target.closest('[data-marker], [data-back]')) event.preventDefault();
		click(event);
	};
	findable(reader, root, signal);
	document.addEventListener('keydown', onKeyDown, { signal });
	root.addEventListener('click', onClick, { signal });
	root.addEventListener('pointermove', reader.lit.follow, passive);
	root.addEventListener('pointerleave', reader.lit.leave, passive);
}

/** From the first time that Peek is chosen, lets the browser’s search find what it hides. */
function findable(reader: Reader, root: HTMLElement, signal: AbortSignal): void {
	const found = new AbortController();
	const begin = async (): Promise<void> => {
		if (!reader.switches.peeking || found.signal.aborted) return;
		found.abort();
		const { keepFindable } = await import('$lib/compose/findable');
		if (!signal.aborted) keepFindable(root, () => reader.switches.peeking, signal);
	};
	// Without it the search finds what is shown: nothing else depends on it.
	const beginQuietly = () => void begin().catch(() => {});
	signal.addEventListener('abort', () => found.abort());
	document.addEventListener('change', beginQuietly, { signal: found.signal });
	beginQuietly();
}
