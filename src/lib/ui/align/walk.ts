import type { Cursor } from '$lib/state/alignCursor.svelte';

/** So many rows are leapt over at once. */
const leap = 10;

/** Moves the cursor as a key asks; false where the key is none of these. */
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
