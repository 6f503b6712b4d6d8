/** Where the reader stopped in a text, as the page can know it before the database has opened. */
import { readLocalJson } from '../localStore';
import { namedRow } from './address';
import type { Stopped } from './place.svelte';

/** The localStorage key of the list that the store writes for the boot script. */
const placesKey = 'jamsides.places';

/** Whether a reading page has been left in this document: the next one is not restored. */
let hasLeft = false;

export function left(): void {
	hasLeft = true;
}

/** Returns where the reader stopped in an article; null where the page opens elsewhere. */
export function stoppedAt(article: string): Stopped | null {
	const { spot } = (history.state ?? {}) as { spot?: { id: string; within: number } };
	if (spot) return { kind: 'entry', ...spot };
	const places = readLocalJson(placesKey) as Record<string, unknown> | null;
	const place = places?.[article];
	if (!place || namedRow() || isScrollRestored()) return null;
	return { kind: 'visit', place };
}

/**
 * Whether the browser restores the scroll position of this page itself, whatever the address names:
 * it is the first of the document, reloaded or gone back to.
 */
export function isScrollRestored(): boolean {
	const [entry] = performance.getEntriesByType('navigation');
	if (hasLeft || !(entry instanceof PerformanceNavigationTiming)) return false;
	return entry.type !== 'navigate' && new URL(entry.name).pathname === location.pathname;
}
