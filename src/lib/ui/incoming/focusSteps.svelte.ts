import { tick } from 'svelte';

/**
 * Moves the focus to the heading of a step (`data-step`) when the page comes to it: another step is
 * another view of the page. Call it while the component is made.
 * @param steps those that have such a heading
 */
export function focusSteps(
	step: () => string,
	main: () => HTMLElement,
	steps: readonly string[]
): void {
	let shown: string | null = null;
	$effect(() => {
		const kind = step();
		const moved = shown !== null && shown !== 'opening' && shown !== kind;
		shown = kind;
		if (moved && steps.includes(kind))
			void tick().then(() => main().querySelector<HTMLElement>('[data-step]')?.focus());
	});
}
