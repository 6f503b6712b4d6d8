/** Underlines the reader's saved words in a text. Loaded where the reader has saved some. */
import { savedWordPainter } from '$lib/compose/savedWords';
import { savedForms, savedPlaces, type SavedForms } from '$lib/core/words/savedPlaces';
import { openSavedWords } from '../words/openSavedWords';

const marked = new WeakSet<Element>();

/** Underlines saved words in `root` until `signal` aborts. A second call does nothing. */
export async function markSavedWords(root: Element, signal: AbortSignal): Promise<void> {
	if (marked.has(root)) return;
	marked.add(root);
	const saved = await openSavedWords();
	const painter = signal.aborted ? null : savedWordPainter(root);
	if (!painter) return;
	const stop = $effect.root(() => {
		$effect(() => {
			const { words } = saved;
			const byLang = new Map<string, SavedForms>();
			painter.paint((text, lang) => {
				const forms = byLang.get(lang) ?? savedForms(words, lang);
				byLang.set(lang, forms);
				return savedPlaces(text, forms).map(({ start, end, state }) => ({
					start,
					end,
					isKnown: state === 'known'
				}));
			});
		});
	});
	signal.addEventListener('abort', () => {
		stop();
		painter.destroy();
	});
}
