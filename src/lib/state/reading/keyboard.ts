/** Does what a key of the reading page asks for (`keys.ts`). Loaded at the first key. */
import { settings } from '../settings/settings.svelte';
import { act } from './actions';
import { actionOf } from './keys';
import type { Reader } from './reader.svelte';

export function onKey(reader: Reader, event: KeyboardEvent): void {
	const action = actionOf(event, settings.values.keys !== 'off');
	// An open panel is a modal dialog and handles its own keys.
	if (!action || reader.panels.current) return;
	// Firefox looks in the page with `/`.
	if (action === 'search') event.preventDefault();
	if (action === 'close') reader.close();
	else act(reader, action);
}
