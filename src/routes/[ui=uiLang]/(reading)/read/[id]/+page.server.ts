import { error } from '@sveltejs/kit';
import { entry, library } from '$lib/content/library.server';
import { resolve } from '$lib/core/translation/resolve';
import { translator, uiLangs, type UiLang } from '$lib/i18n';
import { readingPage } from '$lib/ui/reading/page';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	library().flatMap(({ id }) => uiLangs.map((ui) => ({ ui, id })));

/** The page comes finished: what it says needs no library in the browser. */
export const load: PageServerLoad = async ({ params }) => {
	const ui = params.ui as UiLang;
	const found = entry(params.id);
	const translation = found?.translations[0];
	if (!found || !translation) error(404);
	const t = await translator(ui);
	return {
		page: readingPage(
			{
				id: found.id,
				place: 'read',
				original: found.metadata,
				translated: translation.translated,
				rows: resolve(
					found.original?.blocks ?? [],
					{ stored: found.translations, words: [], reviews: [] },
					{ lang: translation.translated.lang }
				),
				originalMissing: found.original === null,
				stored: true
			},
			ui,
			t
		)
	};
};
