import { translator, type UiLang } from '$lib/i18n';
import type { LayoutLoad } from './$types';

/** Loads the words of all pages but the reading page, through i18next. */
export const load: LayoutLoad = async ({ params }) => {
	const ui = params.ui as UiLang;
	return { ui, t: await translator(ui) };
};
