import type { Handle } from '@sveltejs/kit';
import head from './boot/head.js?raw';
import { isUiLang } from '$lib/i18n/langs';

/** Every page says its language and carries the script that runs before the first paint. */
export const handle: Handle = ({ event, resolve }) => {
	const ui = event.params.ui ?? '';
	const lang = isUiLang(ui) ? ui : 'en';
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			scriptsLast(html.replace('%lang%', lang).replace('%boot%', `<script>${head.trim()}</script>`))
	});
};

const preloaded = /\s*<link [^>]*rel="modulepreload">/g;

/**
 * Scripts are asked for after the text and its fonts: a browser that has six connections would
 * else fetch all of them first, and paint the text in a font that it then has to exchange.
 */
function scriptsLast(html: string): string {
	const links = html.match(preloaded) ?? [];
	return html.replace(preloaded, '').replace('</body>', () => `${links.join('')}\n\t</body>`);
}
