import { error } from '@sveltejs/kit';
import open from '../../../boot/open.js?raw';
import { about } from '$lib/content/about';
import { articleIds, entry } from '$lib/content/library.server';
import { sharedPage } from '$lib/content/sharedPage';
import { translator, uiLangs } from '$lib/i18n';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'always';
export const entries: EntryGenerator = () => articleIds().map((id) => ({ id }));

/** An article’s address without a language: what a reader shares. Script goes on at once. */
export const GET: RequestHandler = async ({ params: { id } }) => {
	const found = entry(id);
	if (!found) error(404);
	const choices = await Promise.all(
		uiLangs.map(async (ui) => ({
			ui,
			name: (await translator(ui))('library.choose.language'),
			title: about(found, ui).title
		}))
	);
	return new Response(sharedPage({ id, choices, script: open.trim() }), {
		// Exactly so: the builder then writes it as a page.
		headers: { 'Content-Type': 'text/html' }
	});
};
