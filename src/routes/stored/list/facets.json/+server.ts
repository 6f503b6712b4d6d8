import { json } from '@sveltejs/kit';
import { facets } from '$lib/content/lists.server';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Returns what the library is narrowed by: it tells which lists hold an answer. */
export const GET: RequestHandler = () => json(facets());
