import { error } from '@sveltejs/kit';
import { dossier, dossiers } from '$lib/content/dossiers.server';
import { entry, isChosen } from '$lib/content/library.server';
import { translator, uiLangs, type UiLang } from '$lib/i18n';
import { dossierPage } from '$lib/ui/dossier/page';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	dossiers().flatMap(({ id }) => uiLangs.map((ui) => ({ ui, id })));

/** The page's words and its map are made when the site is built. */
export const load: PageServerLoad = async ({ params }) => {
	const found = dossier(params.id);
	if (!found) error(404);
	const ui = params.ui as UiLang;
	const articles = found.articles.flatMap(({ id }) => entry(id) ?? []);
	return {
		isChosen: isChosen(),
		page: dossierPage(found, found.sketch, articles, ui, await translator(ui))
	};
};
