import type { Handle } from '@sveltejs/kit';
import head from './boot/head.js?raw';
import { isUiLang } from '$lib/i18n/langs';

/** Every page says its language and carries the script that runs before the first paint. */
export const handle: Handle = ({ event, resolve }) => {
	const ui = event.params.ui ?? '';
	const lang = isUiLang(ui) ? ui : 'en';
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%lang%', lang).replace('%boot%', `<script>${head.trim()}</script>`)
	});
};
