/** Where the text begins, in CSS pixels from the top of the view: below the bar. */
export const barBottom = (): number =>
	document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
