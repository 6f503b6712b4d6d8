/**
 * Serves the site without a network. Each version fetches all its files and what the reader has
 * chosen of the library, then waits until the reader takes it. A tab keeps the version that it was opened in until it is reloaded.
 */
import { version } from '$service-worker';
import { parseToWorker, type ToWorker } from '$lib/adapters/offline/protocol';
import { unreachable } from '$lib/core/result';
import { answer, isOurs } from './answer';
import { install, keepOpened, mend, openedArticle } from './install';
import { tidy } from './tidy';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(install(version)));

// Take over the tab of the first visit too, so that it works without a network.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
	if (!isOurs(event.request)) return;
	event.respondWith(answer(event.request, event.clientId, version));
	const opened = openedArticle(event.request.url);
	if (opened) event.waitUntil(keepOpened(version, opened));
});

self.addEventListener('message', (event) => {
	const message = parseToWorker(event.data);
	if (message) event.waitUntil(heed(message, event));
});

async function heed(message: ToWorker, event: ExtendableMessageEvent): Promise<void> {
	switch (message.type) {
		case 'who':
			if (event.source instanceof Client) event.ports[0]?.postMessage(event.source.id);
			return;
		case 'take':
			return self.skipWaiting();
		case 'tidy':
			await mend(version);
			await tidy(self, version);
			return keepOpenPage(event.source);
		default:
			return unreachable(message);
	}
}

/** Stores the article of a tab that was opened before there was a worker. */
async function keepOpenPage(tab: ExtendableMessageEvent['source']): Promise<void> {
	const opened = tab instanceof Client ? openedArticle(tab.url) : null;
	if (opened) await keepOpened(version, opened);
}
