import { json } from '@sveltejs/kit';
import { library } from '$lib/content/library.server';
import { storedEntry } from '$lib/core/translation/stored';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Returns the stored articles: enough to list them and to recognise a text. */
export const GET: RequestHandler = () => json(library().map(storedEntry));
