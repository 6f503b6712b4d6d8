/**
 * Calls `act` once the page has loaded and the browser is idle. Returns a function that cancels it.
 */
export function whenIdle(act: () => void): () => void {
	const called = new AbortController();
	const soon = () => {
		if ('requestIdleCallback' in globalThis) requestIdleCallback(go, { timeout: 3000 });
		else setTimeout(go, 300); // Safari
	};
	const go = () => {
		if (!called.signal.aborted) act();
	};
	if (document.readyState === 'complete') soon();
	else addEventListener('load', soon, { once: true, signal: called.signal });
	return () => called.abort();
}
