/** Returns where the text begins, below the bar, in CSS pixels from the top of the view. */
export const barBottom = (): number =>
	Math.max(0, document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0);
