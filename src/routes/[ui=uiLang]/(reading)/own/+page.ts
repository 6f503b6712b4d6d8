import { browser } from '$app/environment';
import { translator, uiLangs, type UiLang } from '$lib/i18n';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () => uiLangs.map((ui) => ({ ui }));

/** Makes the page of an article that only the reader has, in the browser, from its database. */
export const load: PageLoad = async ({ params, url }) => {
	const ui = params.ui as UiLang;
	const t = await translator(ui);
	const id = browser ? url.searchParams.get('id') : null;
	if (id === null) return { ui, t, own: null };
	const { OwnReading } = await import('$lib/state/reading/ownReading.svelte');
	const own = new OwnReading(id, 'own', ui);
	await own.ready;
	return { ui, t, own };
};
