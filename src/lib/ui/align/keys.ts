/**
 * The editor’s keys: one table for what they do and for the list under `?`. They work only while
 * something in the editor has the focus (WCAG 2.1.4).
 */
import type { Operation } from '$lib/state/align/alignment.svelte';

export type AlignAction =
	| Operation
	| 'confirmNext'
	| 'next'
	| 'previous'
	| 'least'
	| 'undo'
	| 'redo'
	| 'realign'
	| 'level'
	| 'help';

export const keys = {
	j: 'join',
	s: 'split',
	u: 'up',
	d: 'down',
	x: 'unlink',
	o: 'omit',
	l: 'link',
	Delete: 'drop',
	c: 'confirm',
	Enter: 'confirmNext',
	n: 'next',
	p: 'previous',
	w: 'least',
	z: 'undo',
	y: 'redo',
	r: 'realign',
	v: 'level',
	'?': 'help'
} as const satisfies Record<string, AlignAction>;

const actions = new Map<string, AlignAction>(Object.entries(keys));

/** Returns the action of a key press; null where the key is not for the editor. */
export function actionOf(event: KeyboardEvent): AlignAction | null {
	const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
	if (isComposing) return null;
	if (ctrlKey || metaKey) {
		if (altKey) return null;
		const letter = key.toLowerCase();
		if (letter === 'z') return shiftKey ? 'redo' : 'undo';
		return letter === 'y' ? 'redo' : null;
	}
	if (altKey) return key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : null;
	// On a button Enter presses the button.
	if (key === 'Enter' && !inGrid(event.target)) return null;
	return actions.get(key) ?? null;
}

export const inGrid = (target: EventTarget | null): boolean =>
	target instanceof Element && target.closest('[role="gridcell"]') !== null;
