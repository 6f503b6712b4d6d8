import { json } from '@sveltejs/kit';
import { facetTable } from '$lib/content/lists.server';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Returns what a large library is narrowed by. */
export const GET: RequestHandler = () => json(facetTable());
