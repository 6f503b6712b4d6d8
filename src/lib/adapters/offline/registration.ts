/** The service worker as a page sees it. */
import { fail, ok, type Result } from '$lib/core/result';
import type { ToWorker } from './protocol';

/** `refused`: the browser has them and will not, as with cookies forbidden; with its message. */
export type RegistrationFailure =
	{ readonly kind: 'unsupported' } | { readonly kind: 'refused'; readonly message: string };

export const isSupported = (): boolean =>
	'serviceWorker' in navigator && 'caches' in globalThis && !import.meta.env.DEV;

let registered: Promise<Result<ServiceWorkerRegistration, RegistrationFailure>> | null = null;

/** Registers once; a refusal is forgotten, so that the next call tries again. */
export function register(): Promise<Result<ServiceWorkerRegistration, RegistrationFailure>> {
	registered ??= attempt().then((result) => {
		if (!result.ok) registered = null;
		return result;
	});
	return registered;
}

async function attempt(): Promise<Result<ServiceWorkerRegistration, RegistrationFailure>> {
	if (!isSupported()) return fail({ kind: 'unsupported' });
	try {
		const options = { scope: '/', updateViaCache: 'none' } as const;
		return ok(await navigator.serviceWorker.register('/service-worker.js', options));
	} catch (error) {
		return fail({ kind: 'refused', message: error instanceof Error ? error.message : `${error}` });
	}
}

/** Resolves once a version is in use: true; false where the first one’s installation broke off. */
export function installed(registration: ServiceWorkerRegistration): Promise<boolean> {
	const worker = registration.installing ?? registration.waiting;
	if (registration.active || !worker) return Promise.resolve(registration.active !== null);
	return new Promise((resolve) => {
		const look = () => {
			if (worker.state === 'activated') resolve(true);
			if (worker.state === 'redundant') {
				registered = null;
				resolve(false);
			}
		};
		worker.addEventListener('statechange', look);
		look();
	});
}

/**
 * Calls back once a version other than this page’s is ready: it waits to be taken, or another tab
 * took it.
 */
export function watchNewer(registration: ServiceWorkerRegistration, next: () => void): () => void {
	const stop = new AbortController();
	const { signal } = stop;
	const look = () => {
		if (registration.waiting && registration.active) next();
	};
	registration.addEventListener(
		'updatefound',
		() => registration.installing?.addEventListener('statechange', look, { signal }),
		{ signal }
	);
	// The first worker of all takes over a tab that had none: nothing newer.
	let hadOne = navigator.serviceWorker.controller !== null;
	navigator.serviceWorker.addEventListener(
		'controllerchange',
		() => {
			if (hadOne) next();
			hadOne = true;
		},
		{ signal }
	);
	look();
	return () => stop.abort();
}

/** Has the waiting version take over, then loads this tab anew in it; other tabs go on in theirs. */
export async function take(registration: ServiceWorkerRegistration): Promise<void> {
	const { waiting } = registration;
	if (waiting) {
		const taken = new Promise<void>((resolve) =>
			waiting.addEventListener('statechange', () => {
				if (waiting.state === 'activated' || waiting.state === 'redundant') resolve();
			})
		);
		tell(waiting, { type: 'take' });
		await taken;
	}
	location.reload();
}

/** Asks the worker for this tab’s client id. */
export function clientId(worker: ServiceWorker): Promise<string> {
	const { port1, port2 } = new MessageChannel();
	return new Promise((resolve) => {
		port1.onmessage = (event) => {
			port1.close();
			resolve(String(event.data));
		};
		tell(worker, { type: 'who' }, [port2]);
	});
}

export const tell = (worker: ServiceWorker, message: ToWorker, ports: MessagePort[] = []): void =>
	worker.postMessage(message, ports);
