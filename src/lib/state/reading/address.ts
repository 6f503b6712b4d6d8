/** Reads the view and the paragraph from the address. */

export type Switch = 'view' | 'layout';

/** Returns the view or layout that a shared link asks for; null for none. */
export function asked(name: Switch): string | null {
	const value = new URLSearchParams(location.search).get(name);
	return value && /^[a-z]{1,16}$/.test(value) ? value : null;
}

/** Removes the requested view and layout from the address: the reader has chosen another. */
export function forgetAsked(): void {
	const url = new URL(location.href);
	if (!url.searchParams.has('view') && !url.searchParams.has('layout')) return;
	url.searchParams.delete('view');
	url.searchParams.delete('layout');
	history.replaceState(history.state, '', url);
}

/** Returns the element id of the row that the address names. */
export const namedRow = (): string | null =>
	/^#(p-[0-9a-f]{16}(?:-\d+)?)$/.exec(location.hash)?.[1] ?? null;
