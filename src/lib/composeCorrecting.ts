/** The part of `compose.ts` that carries translations out and in again: only who does so loads it. */
import type { CorrectingWorld } from '$lib/state/correcting.svelte';
import { store } from './compose';

export const correctingWorld = (): CorrectingWorld => ({
	store,
	stored: async (id) => (await import('$lib/adapters/stored/article')).storedArticle(id),
	now: () => Date.now()
});
