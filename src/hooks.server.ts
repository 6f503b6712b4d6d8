import type { Handle } from '@sveltejs/kit';
import head from './boot/head.js?raw';
import scripts from './boot/scripts.js?raw';
import { isUiLang } from '$lib/i18n/langs';

/** Every page says its language and carries the script that runs before the first paint. */
export const handle: Handle = ({ event, resolve }) => {
	const ui = event.params.ui ?? '';
	const lang = isUiLang(ui) ? ui : 'en';
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			paintedFirst(html.replace('%lang%', lang).replace('%boot%', inline(head)))
	});
};

const inline = (source: string): string => `<script>${source.trim()}</script>`;

const preloaded = /\s*<link [^>]*rel="modulepreload">/g;
const starter = /<script>\s*\{\s*__sveltekit_.*?<\/script>/s;

/**
 * The page's scripts, and the links that ask for them ahead, lie in a template until the text is
 * painted: nothing of a template is fetched or run. A page without them (an error) stays as it is.
 */
function paintedFirst(html: string): string {
	const [start] = starter.exec(html) ?? [];
	if (start === undefined) return html;
	const links = html.match(preloaded) ?? [];
	const held = `<template class="scripts">${links.join('')}${start}</template>`;
	return html.replace(preloaded, '').replace(start, () => held + inline(scripts));
}
