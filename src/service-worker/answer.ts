import { kept } from '$lib/adapters/offline/kept';
import { running } from '$lib/adapters/offline/running';
import { notFoundPath } from '$lib/core/offline/plan';

/** Whether a request is for us to answer: the site’s own files, but for those that must be fresh. */
export function isOurs(request: Request): boolean {
	const { origin, pathname } = new URL(request.url);
	return (
		request.method === 'GET' &&
		origin === location.origin &&
		// A part of a file is the browser’s business.
		!request.headers.has('range') &&
		!/^\/(?:models\/|_app\/version\.json$|offline\.json$|service-worker\.js$)/.test(pathname)
	);
}

/**
 * The kept file, else the server’s. A new page is of this worker’s version; what a page asks for is
 * of the version that the page runs. What follows a `?` decides nothing here: the pages read it.
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
	// Pages live at addresses that end with a slash: their links are relative to it.
	if (await kept(own, `${pathname}/`)) return Response.redirect(`${pathname}/${search}`, 308);
	return fetchOr(request, () => notFound(own));
}

/**
 * Pages, and the workers that they start, isolated from other sites, as threads in WebAssembly want
 * it: a host that cannot be told to send these headers need not (`scripts/serve.mjs` sends them).
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

/** What has its digest in its name is the same in every version, and may be in any one’s cache. */
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

async function notFound(own: string): Promise<Response | undefined> {
	const page = await kept(own, notFoundPath);
	return page && new Response(page.body, { status: 404, headers: page.headers });
}
