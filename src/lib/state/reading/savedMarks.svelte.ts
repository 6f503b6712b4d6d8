/** Underlines the reader's saved words in a text. Loaded where the reader has saved some. */
import { savedWordPainter } from '$lib/compose/savedWords';
import { placeFinder } from '$lib/core/words/savedPlaces';
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
			const find = placeFinder(saved.words);
			painter.paint((text, lang) =>
				find(text, lang).map(({ start, end, state }) => ({
					start,
					end,
					isKnown: state === 'known'
				}))
			);
		});
	});
	signal.addEventListener('abort', () => {
		stop();
		painter.destroy();
	});
}
