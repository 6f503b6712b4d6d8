import { translator, uiLangs } from '$lib/i18n';
import type { PageServerLoad } from './$types';

/** The page before a language is chosen has these few words in both languages. */
export const load: PageServerLoad = async () => ({
	choices: await Promise.all(
		uiLangs.map(async (ui) => {
			const t = await translator(ui);
			return { ui, name: t('library.choose.language'), tagline: t('app.tagline') };
		})
	)
});
