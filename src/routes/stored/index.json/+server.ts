import { json } from '@sveltejs/kit';
import { storedEntries } from '$lib/content/library.server';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Returns the stored articles: enough to list them and to recognise a text. */
export const GET: RequestHandler = () => json(storedEntries());
