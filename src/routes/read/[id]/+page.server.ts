import { error } from '@sveltejs/kit';
import { entry, library, type LibraryEntry } from '$lib/content/library.server';
import { bindDates } from '$lib/core/text/bindDates';
import { translator, uiLangs } from '$lib/i18n';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The page sends on to another: it has no script of its own to load. */
export const csr = false;

export const entries: EntryGenerator = () => library().map(({ id }) => ({ id }));

/** The page has these few words in both languages: it is seen only where there is no script. */
export const load: PageServerLoad = async ({ params: { id } }) => {
	const found = entry(id);
	if (!found) error(404);
	const titles = titlesOf(found);
	return {
		id,
		choices: await Promise.all(
			uiLangs.map(async (ui) => ({
				ui,
				name: (await translator(ui))('library.choose.language'),
				title: titles.get(ui) ?? [...titles.values()][0] ?? id
			}))
		)
	};
};

/** Returns the article’s titles, the original’s last, by language. */
const titlesOf = ({ metadata, translations }: LibraryEntry): ReadonlyMap<string, string> =>
	new Map(
		[...translations.map(({ translated }) => translated), metadata].flatMap(({ lang, title }) =>
			title === undefined ? [] : [[lang, bindDates(title)]]
		)
	);
