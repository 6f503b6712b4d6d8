/** How far an article is read. */
import { store } from '$lib/compose';
import { moment } from '$lib/core/library/moment';
import type { Reader } from './reader.svelte';

/** Keeps the paragraph at the top of the view, if the reader is there to see it. */
export async function savePlace(reader: Reader): Promise<void> {
	const row = reader.anchor?.row();
	const item = row && reader.itemOf(row);
	if (!item || document.visibilityState === 'hidden') return;
	const { all, page } = reader;
	// At the foot of the page the last paragraph is read, also where it never reaches the top.
	const ended = innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
	const opened = await store();
	await opened.putPlace({
		article: page.id,
		fingerprint: item.row.id,
		paragraph: ended ? all.length : all.indexOf(item) + 1,
		of: all.length,
		changedAt: moment(Date.now())
	});
}
