import { bookJobEnvironment } from '$lib/compose/pairing';
import { BookJob } from './bookJob.svelte';

const jobs = new Map<string, BookJob>();

/** Returns the job of a book: one for all pages of this tab, so that it outlives them. */
export function jobOf(book: string): BookJob {
	const job = jobs.get(book) ?? new BookJob(book, bookJobEnvironment);
	jobs.set(book, job);
	return job;
}
