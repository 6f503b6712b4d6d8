import type { Handle } from '@sveltejs/kit';
import head from './boot/head.js?raw';
import place from './boot/place.js?raw';
import scripts from './boot/scripts.js?raw';
import view from './boot/view.js?raw';
import { headOf } from '$lib/content/finding.server';
import { isUiLang } from '$lib/i18n/langs';

/**
 * Sets each page's language, adds the scripts that run before the first paint, and what the page says
 * of itself to search engines. That is not in the components: no reader's script needs it.
 */
export const handle: Handle = ({ event, resolve }) => {
	const ui = event.params.ui ?? '';
	const lang = isUiLang(ui) ? ui : 'en';
	const isText = event.route.id?.includes('/read/') ?? false;
	const more = headOf(event.route.id, event.params.id, lang);
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			paintedFirst(
				html
					.replace('%lang%', lang)
					.replace('%boot%', () => inline(head) + more)
					.replace(viewPlace, (place) => place.replace('><', `>${inline(view)}<`)),
				isText ? place : null
			)
	});
};

/** Where a reading page takes the script that sets its radios: right after them. */
const viewPlace = /<div class="boot"[^>]*><\/div>/;

const inline = (source: string): string => `<script>${source.trim()}</script>`;

const preloaded = /\s*<link [^>]*rel="modulepreload">/g;
const starter = /<script>\s*\{\s*__sveltekit_.*?<\/script>/s;

/**
 * Moves the page's scripts and their preload links into a template until the text is painted: the
 * browser neither fetches nor runs anything in a template. A page without them (an error page)
 * stays as it is. `place` is the boot script of a page with a text.
 */
function paintedFirst(html: string, place: string | null): string {
	const [start] = starter.exec(html) ?? [];
	if (start === undefined) return html;
	// The links are in the head: to look through a long text for them takes long.
	const end = html.indexOf('</head>');
	const [top, body] = [html.slice(0, end), html.slice(end)];
	const links = top.match(preloaded) ?? [];
	const held = `<template class="scripts">${links.join('')}${start}</template>`;
	const boot = (place === null ? '' : inline(place)) + inline(scripts);
	return top.replace(preloaded, '') + body.replace(start, () => held + boot);
}
