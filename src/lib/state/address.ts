/** What the address says of the view, and the address that says it. */
import type { PageRow } from '$lib/ui/reading/page';

export type Switch = 'view' | 'layout';

/** What a shared link asks for, once: null where it asks for nothing. */
export function asked(name: Switch): string | null {
	const value = new URLSearchParams(location.search).get(name);
	return value && /^[a-z]{1,16}$/.test(value) ? value : null;
}

/** Takes what was asked for out of the address: the reader has chosen for themselves. */
export function forgetAsked(): void {
	const url = new URL(location.href);
	if (!url.searchParams.has('view') && !url.searchParams.has('layout')) return;
	url.searchParams.delete('view');
	url.searchParams.delete('layout');
	history.replaceState(history.state, '', url);
}

/** The address of a paragraph in the view that is shown. */
export function addressOf(item: PageRow, view: string | null): string {
	const url = new URL(location.href);
	if (view) url.searchParams.set('view', view);
	url.hash = `p-${item.id}`;
	return url.href;
}

/** The paragraph that the address names: its row’s id in the page. */
export const namedRow = (): string | null =>
	/^#(p-[0-9a-f]{16}(?:-\d+)?)$/.exec(location.hash)?.[1] ?? null;

/** Items by the id that their row has in the page. */
export const byRowId = (items: readonly PageRow[]): ReadonlyMap<string, PageRow> =>
	new Map(items.map((item) => [`p-${item.id}`, item]));
