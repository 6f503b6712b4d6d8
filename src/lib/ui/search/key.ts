import { settings } from '$lib/state/settings/settings.svelte';

/** Whether a key press asks for the search: `/` where no field has the focus. */
export const asksForSearch = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
	key === '/' &&
	!(ctrlKey || metaKey || altKey) &&
	settings.values.keys !== 'off' &&
	!(target instanceof Element && target.closest('input, textarea, select, [contenteditable]'));
