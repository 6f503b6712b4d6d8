/** Scrolls from a footnote to its reference; returns false where that is not shown. */
export function goToReference(root: Element | null, marker: string): boolean {
	const all = root?.querySelectorAll<HTMLElement>('.row:not(.footnote) [data-marker]') ?? [];
	const reference = [...all].find(
		(link) =>
			link.dataset.marker === marker &&
			(link.checkVisibility?.() ?? link.getClientRects().length > 0)
	);
	reference?.scrollIntoView({ block: 'center' });
	reference?.focus({ preventScroll: true });
	return Boolean(reference);
}
