import { feed } from '$lib/content/finding.server';
import { uiLangs, type UiLang } from '$lib/i18n';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => uiLangs.map((ui) => ({ ui }));

/** What is new in the library. */
export const GET: RequestHandler = async ({ params }) =>
	new Response(await feed(params.ui as UiLang), {
		headers: { 'Content-Type': 'application/atom+xml' }
	});
