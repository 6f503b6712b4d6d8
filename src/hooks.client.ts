import type { ClientInit } from '@sveltejs/kit';

/** A page in the background paints nothing: it does not wait for ever. */
const patienceMs = 300;

/** Hydrating waits for the first paint: the text can be read without it. */
export const init: ClientInit = () =>
	new Promise((painted) => {
		setTimeout(painted, patienceMs);
		requestAnimationFrame(() => setTimeout(painted));
	});
