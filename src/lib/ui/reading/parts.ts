import type { ReadingParts } from '$lib/state/reading/parts';

/**
 * Loads the components that the reading page shows on request. The server has none: SvelteKit would
 * put the styles of all of them into every page, before its text.
 */
export const parts: ReadingParts = import.meta.env.SSR
	? ({} as ReadingParts)
	: {
			note: async () => (await import('./OpenNote.svelte')).default,
			editor: async () => (await import('./WordsEditor.svelte')).default,
			row: () => import('./rowViews'),
			machine: async () => {
				const [{ default: Row }, { default: Bar }] = await Promise.all([
					import('./machine/MachineRow.svelte'),
					import('./machine/MachineBar.svelte')
				]);
				return { Row, Bar };
			},
			place: async () => {
				const [{ default: Continued }, { default: Mark }] = await Promise.all([
					import('./place/Continued.svelte'),
					import('./place/Mark.svelte')
				]);
				return { Continued, Mark };
			},
			highlights: async () => (await import('./highlights/Highlighting.svelte')).default
		};
