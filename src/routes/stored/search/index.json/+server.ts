import { json } from '@sveltejs/kit';
import { siteIndex } from '$lib/content/search.server';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Returns what the index of the site’s texts has: its texts, and how many shards. */
export const GET: RequestHandler = async () => json(await siteIndex());
