/**
 * For `focusin`: what the focus comes to by key is seen whole, clear of the bar by its
 * `scroll-margin`. Firefox is content once a line of it is seen.
 */
export function seeWhole({ target }: FocusEvent): void {
	if (target instanceof Element && target.matches(':is(a, button):focus-visible'))
		target.scrollIntoView({ block: 'nearest' });
}
