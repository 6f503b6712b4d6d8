import { error } from '@sveltejs/kit';
import { library } from '$lib/content/library.server';
import { storedPage } from '$lib/content/pages.server';
import { translator, uiLangs } from '$lib/i18n';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The page sends on to another: it has no script of its own to load. */
export const csr = false;

export const entries: EntryGenerator = () => library().map(({ id }) => ({ id }));

/** The page has these few words in both languages: it is seen only where there is no script. */
export const load: PageServerLoad = async ({ params: { id } }) => ({
	id,
	choices: await Promise.all(
		uiLangs.map(async (ui) => {
			const [t, page] = await Promise.all([translator(ui), storedPage(id, ui)]);
			if (!page) error(404);
			const { title, translatedTitle, langs } = page;
			return {
				ui,
				name: t('library.choose.language'),
				title:
					(langs.original === ui ? (title ?? translatedTitle) : (translatedTitle ?? title)) ?? id
			};
		})
	)
});
