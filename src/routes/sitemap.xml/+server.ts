import { siteMap } from '$lib/content/finding.server';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () =>
	new Response(siteMap(), { headers: { 'Content-Type': 'application/xml' } });
