import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { readLocalList } from '../localStore';
import { listen } from './listen';
import type { Reader } from './reader.svelte';

/** The localStorage key of the list that the store writes (`adapters/db/own.ts`). */
const savedWordsKey = 'jamsides.savedWords';

/** Gives the print its source line, at the foot of every page (css/devices.css). */
function nameSource({ page: { authors, title, source } }: Reader): void {
	const line = [authors, title, source, location.host + location.pathname].filter(Boolean);
	document.documentElement.style.setProperty('--foot', JSON.stringify(line.join(' · ')));
}

/**
 * Returns an attachment for the element that holds the rows: starts the reader, its keys and its
 * pointer. Runs once for the element’s life, whatever changes.
 */
export const attachReader =
	(reader: Reader): Attachment<HTMLElement> =>
	(root) =>
		untrack(() => {
			const abort = new AbortController();
			const stop = reader.start(root, abort.signal);
			listen(reader, root, abort.signal);
			addEventListener('beforeprint', () => nameSource(reader), { signal: abort.signal });
			reader.markWords = () =>
				void reader.parts.load(
					import('./openHighlights').then((later) => later.markSavedWords(root, abort.signal))
				);
			if (readLocalList(savedWordsKey).length > 0) reader.markWords();
			reader.highlights.follow(root, reader.page.id, abort.signal);
			return () => {
				abort.abort();
				stop();
			};
		});
