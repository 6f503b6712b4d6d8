import type { SavedWord } from './savedWord';

/** New words in one round of repetition: the others wait for the next. */
export const newAtOnce = 20;

/** Returns the words to repeat now: those that are due, the longest due first, then some new ones. */
export function dueWords(words: readonly SavedWord[], now: number): readonly SavedWord[] {
	const asked = words.filter(({ state }) => state !== 'known');
	const due = asked
		.filter(({ repetition }) => repetition !== null && repetition.due <= now)
		.toSorted((a, b) => (a.repetition?.due ?? 0) - (b.repetition?.due ?? 0));
	const fresh = asked.filter(({ repetition }) => repetition === null);
	return [...due, ...fresh.slice(0, newAtOnce)];
}

/** Returns when the next word is due that is not due at `now`; null for none. */
export function nextDue(words: readonly SavedWord[], now: number): number | null {
	const later = words.flatMap(({ state, repetition }) =>
		state !== 'known' && repetition && repetition.due > now ? [repetition.due] : []
	);
	return later.length > 0 ? later.reduce((first, due) => Math.min(first, due)) : null;
}
