import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { listen } from './listen';
import type { Reader } from './reader.svelte';

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
			reader.highlights.follow(root, reader.page.id, abort.signal);
			return () => {
				abort.abort();
				stop();
			};
		});
