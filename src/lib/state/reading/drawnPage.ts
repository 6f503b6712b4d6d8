import { storedArticle } from '$lib/compose/stored';
import { translator, type UiLang } from '$lib/i18n';
import type { ReadingPage } from './page';
import { storedPage } from './storedPage';

/**
 * Makes the page of a stored article in the browser, where the finished one is not to be had: from
 * its data, which is kept for reading offline. Null where the data is not there either.
 */
export async function drawnPage(id: string, ui: UiLang): Promise<ReadingPage | null> {
	const [found, t] = await Promise.all([storedArticle(id), translator(ui)]);
	const page = found && storedPage(found, ui, t);
	// The shell that shows it may be in another language.
	if (page) document.documentElement.lang = ui;
	return page;
}
