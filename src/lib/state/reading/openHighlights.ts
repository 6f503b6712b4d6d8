import { store } from '$lib/compose/store';
import { translator } from '$lib/i18n';
import { Highlights, type HighlightedPage } from './highlights.svelte';
import { HighlightStore } from './highlightStore.svelte';

/** Opens the reader's highlights of a page. Loaded at the first use. */
export async function openHighlights(page: HighlightedPage): Promise<Highlights> {
	const [opened, t] = await Promise.all([store(), translator(page.page.ui)]);
	return new Highlights(page, new HighlightStore(opened, page.page.id), t);
}

/**
 * Underlines the reader's saved words. It is here because each chunk that the page names costs every
 * reader bytes, and this one is named already.
 */
export async function markSavedWords(root: Element, signal: AbortSignal): Promise<void> {
	const marks = await import('./savedMarks.svelte');
	return marks.markSavedWords(root, signal);
}
