import type { ReadingParts } from '$lib/state/reading/parts';

/** Loads the components that the reading page shows on request. */
export const parts: ReadingParts = {
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
