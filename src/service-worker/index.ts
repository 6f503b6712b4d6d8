/**
 * Everything without a network. Each version fetches all of its files before it is ready, then waits
 * until the reader takes it; a tab goes on with the version it was opened in until it is loaded
 * anew.
 */
import { version } from '$service-worker';
import { parseToWorker, type ToWorker } from '$lib/adapters/offline/protocol';
import { unreachable } from '$lib/core/result';
import { answer, isOurs } from './answer';
import { install, mend } from './install';
import { tidy } from './tidy';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(install(version)));

// The tab of the first visit is served from now on, so that it too goes on without a network.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
	if (isOurs(event.request)) event.respondWith(answer(event.request, event.clientId, version));
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
			return tidy(self, version);
		default:
			return unreachable(message);
	}
}
