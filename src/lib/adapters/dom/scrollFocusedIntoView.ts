/**
 * Handles `focusin`: scrolls an element focused by key fully into view, clear of the bar by its
 * `scroll-margin`. Firefox itself stops once one line of it is visible.
 */
export function scrollFocusedIntoView({ target }: FocusEvent): void {
	if (target instanceof Element && target.matches(':is(a, button):focus-visible'))
		target.scrollIntoView({ block: 'nearest' });
}
