/** Goes on translating a book ahead when one of its chapters is opened. Loaded for chapters alone. */
import { store } from '$lib/compose/store';
import type { Reader } from '../reader.svelte';

const begun = new WeakSet<object>();

/** Does nothing where the reader has not asked for it or has paused it, and when called again. */
export async function goAhead(reader: Pick<Reader, 'page' | 'translate'>): Promise<void> {
	if (begun.has(reader)) return;
	begun.add(reader);
	const { book, id } = reader.page;
	const { answers } = await store();
	const found = book && (await answers.ahead(book.id));
	if (!found?.ok || !found.value || found.value.paused) return;
	const { aheadJobOf } = await import('../../machine/aheadJobs');
	const job = await aheadJobOf(found.value.book);
	void job.follow(id);
	await (await reader.translate())?.goAhead(job);
}
