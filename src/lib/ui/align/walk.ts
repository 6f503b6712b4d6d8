import type { Cursor } from '$lib/state/align/cursor.svelte';

/** Number of rows that a leap moves. */
const leap = 10;

/** Moves the cursor by a key; returns false where the key does not move it. */
export function walk(cursor: Cursor, { key, shiftKey }: KeyboardEvent): boolean {
	switch (key) {
		case 'ArrowDown':
		case 'ArrowUp': {
			const step = key === 'ArrowDown' ? 1 : -1;
			if (shiftKey) cursor.extend(step);
			else cursor.step(step);
			return true;
		}
		case 'ArrowLeft':
		case 'ArrowRight':
			cursor.across(key === 'ArrowLeft' ? 'source' : 'target');
			return true;
		case 'Home':
		case 'End':
			cursor.leap(key === 'Home' ? -Infinity : Infinity);
			return true;
		case 'PageDown':
		case 'PageUp':
			cursor.leap(key === 'PageDown' ? leap : -leap);
			return true;
		default:
			return false;
	}
}
