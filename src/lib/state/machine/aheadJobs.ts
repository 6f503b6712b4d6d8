import { aheadEnvironment } from '$lib/compose/ahead';
import { translatorChoice } from '../settings/translatorChoice';
import { wantedTerms } from './askedTerms';
import { AheadJob } from './aheadJob.svelte';

const jobs = new Map<string, AheadJob>();

/** Returns the job of a book: one for all pages of this tab, so that it outlives them. */
export async function aheadJobOf(book: string): Promise<AheadJob> {
	const environment = await aheadEnvironment(translatorChoice);
	const job = jobs.get(book) ?? new AheadJob(book, { ...environment, terms: wantedTerms });
	jobs.set(book, job);
	return job;
}
