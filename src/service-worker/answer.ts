import { kept } from '$lib/adapters/offline/versionCaches';
import { running } from '$lib/adapters/offline/running';
import { drawnFrom } from '$lib/core/offline/items';
import { notFoundPath } from '$lib/core/offline/plan';
import { preferredUiLang } from '$lib/i18n/langs';

/**
 * Tells whether the worker answers a request: for the site’s own files, except those that must be
 * fresh.
 */
export function isOurs(request: Request): boolean {
	const { origin, pathname } = new URL(request.url);
	return (
		request.method === 'GET' &&
		origin === location.origin &&
		// The browser handles requests for a part of a file.
		!request.headers.has('range') &&
		!/^\/(?:models\/|_app\/version\.json$|offline\.json$|service-worker\.js$)/.test(pathname)
	);
}

/**
 * Returns the cached file, else the server’s. A new page has this worker’s version; a page’s own
 * requests get the version that the page runs. The query (`?…`) is ignored: only pages read it.
 */
export const answer = async (request: Request, client: string, own: string): Promise<Response> =>
	isolated(await found(request, client, own), request);

async function found(request: Request, client: string, own: string): Promise<Response> {
	const { pathname, search } = new URL(request.url);
	if (isLasting(pathname))
		return (await caches.match(pathname, { ignoreVary: true })) ?? fetch(request);
	if (request.mode !== 'navigate') {
		const asked = (await running()).get(client) ?? own;
		return (await kept(asked, pathname)) ?? fetch(request);
	}
	const page = await kept(own, pathname);
	if (page) return page;
	// The addresses of pages end with a slash: their links are relative to it.
	if (await opensOffline(own, `${pathname}/`))
		return Response.redirect(`${pathname}/${search}`, 308);
	const data = drawnFrom(pathname);
	if (data && (await kept(own, data))) return drawn(request, own);
	return fetchOr(request, () => withoutNetwork(own, pathname, search));
}

const opensOffline = async (own: string, pathname: string): Promise<boolean> =>
	Boolean((await kept(own, pathname)) ?? (await kept(own, drawnFrom(pathname) ?? pathname)));

/** Longest wait for the server’s page where the shell can draw the same one, in milliseconds. */
const finishedPageMs = 3000;

/**
 * Returns the finished page from the server, which reads without script; the shell, which draws it
 * from the stored data, where the server does not answer in time.
 */
async function drawn(request: Request, own: string): Promise<Response> {
	const late = new Promise<null>((resolve) => setTimeout(resolve, finishedPageMs, null));
	const page = await Promise.race([fetch(request).catch(() => null), late]);
	return page && page.status < 500 ? page : ((await shell(own, 200)) ?? fetch(request));
}

/** Returns what opens in the place of a page that is not stored. */
async function withoutNetwork(
	own: string,
	pathname: string,
	search: string
): Promise<Response | undefined> {
	// The address of an article without a language: the page that chooses one needs no network.
	const shared = /^\/read\/[\w-]+\/$/.test(pathname);
	if (shared)
		return Response.redirect(`/${preferredUiLang(navigator.languages)}${pathname}${search}`);
	return shell(own, drawnFrom(pathname) ? 503 : 404);
}

/**
 * Adds the headers that isolate pages and their workers from other sites, which WebAssembly threads
 * need. So the site works on a host that cannot send them (`scripts/serve.mjs` does).
 */
function isolated(response: Response, { mode, destination }: Request): Response {
	const runs = mode === 'navigate' || destination === 'worker';
	if (!runs || !response.ok || response.headers.has('Cross-Origin-Embedder-Policy'))
		return response;
	const headers = new Headers(response.headers);
	headers.set('Cross-Origin-Opener-Policy', 'same-origin');
	headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
	return new Response(response.body, { headers });
}

/** Tells whether a file has its digest in its name: it is the same in every version’s cache. */
const isLasting = (path: string): boolean => path.startsWith('/_app/immutable/');

async function fetchOr(
	request: Request,
	otherwise: () => Promise<Response | undefined>
): Promise<Response> {
	try {
		return await fetch(request);
	} catch (error) {
		const response = await otherwise();
		if (response) return response;
		throw error;
	}
}

/** Returns the page without content, whose script shows what belongs to the address. */
async function shell(own: string, status: number): Promise<Response | undefined> {
	const page = await kept(own, notFoundPath);
	return page && new Response(page.body, { status, headers: page.headers });
}
