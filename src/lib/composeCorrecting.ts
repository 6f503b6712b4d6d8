/** The part of `compose.ts` that carries translations out and in again: only who does so loads it. */
import type { CorrectingWorld } from '$lib/state/correcting.svelte';
import { store } from './compose';

/** `isStored`: what only the reader has is not asked of the site. */
export const correctingWorld = (isStored: (id: string) => boolean): CorrectingWorld => ({
	store,
	stored: async (id) =>
		isStored(id) ? (await import('$lib/adapters/stored/article')).storedArticle(id) : null,
	made: async (article, blocks, pair) => {
		const { answers } = await store();
		const asked = await answers.isAsked(article);
		if (!asked.ok || !asked.value) return [];
		const { recall } = await import('$lib/core/machine/recall');
		return (await recall(blocks, pair, answers, null)).map(({ unit }) => unit);
	},
	now: () => Date.now()
});
