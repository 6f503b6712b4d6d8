/** Controls the service worker from a page. */
import { fail, ok, type Result } from '$lib/core/result';
import type { ToWorker } from './protocol';
import { messageOf } from '$lib/core/errorMessage';

/**
 * `refused`: the browser has service workers but denies them, as when cookies are blocked; with its
 * message.
 */
export type RegistrationFailure =
	{ readonly kind: 'unsupported' } | { readonly kind: 'refused'; readonly message: string };

const isSupported = (): boolean =>
	'serviceWorker' in navigator && 'caches' in globalThis && !import.meta.env.DEV;

let registered: Promise<Result<ServiceWorkerRegistration, RegistrationFailure>> | null = null;

/** Registers once; after a refusal or a failed installation the next call tries again. */
export async function register(): Promise<Result<ServiceWorkerRegistration, RegistrationFailure>> {
	const earlier = registered;
	const known = await earlier;
	if (registered === earlier && (!known?.ok || hasFailed(known.value))) registered = attempt();
	return registered ?? register();
}

/** Whether a registration has lost its only worker, whose installation failed. */
const hasFailed = ({ installing, waiting, active }: ServiceWorkerRegistration): boolean =>
	!installing && !waiting && !active;

async function attempt(): Promise<Result<ServiceWorkerRegistration, RegistrationFailure>> {
	if (!isSupported()) return fail({ kind: 'unsupported' });
	try {
		const options = { scope: '/', updateViaCache: 'none' } as const;
		return ok(await navigator.serviceWorker.register('/service-worker.js', options));
	} catch (error) {
		return fail({ kind: 'refused', message: messageOf(error) });
	}
}

/** Resolves once a version is active: true; or false if the first installation failed. */
export function installed(registration: ServiceWorkerRegistration): Promise<boolean> {
	const worker = registration.installing ?? registration.waiting;
	if (registration.active || !worker) return Promise.resolve(registration.active !== null);
	return new Promise((resolve) => {
		const look = () => {
			if (worker.state === 'activated') resolve(true);
			if (worker.state === 'redundant') resolve(false);
		};
		worker.addEventListener('statechange', look);
		look();
	});
}

/**
 * Calls `next` once a version other than this page’s is ready: it waits to be taken, or another tab
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
	// The very first worker takes over a tab without one: that is not a newer version.
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

/** Longest wait for a version to become active, in milliseconds. */
const takingMs = 10_000;

/**
 * Activates the waiting version, then reloads this tab in it; other tabs continue in theirs. If it
 * does not become active in time, the tab reloads in the version that it has.
 */
export async function take(registration: ServiceWorkerRegistration): Promise<void> {
	const { waiting } = registration;
	if (waiting) {
		const taken = new Promise<void>((resolve) => {
			setTimeout(resolve, takingMs);
			waiting.addEventListener('statechange', () => {
				if (waiting.state === 'activated' || waiting.state === 'redundant') resolve();
			});
		});
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
