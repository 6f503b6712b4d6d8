// Runs inline before the first paint: the reader's own settings, so that nothing flashes.
// Shapes and defaults: src/lib/state/settings.svelte.ts. Must never throw.
(() => {
	const root = document.documentElement;
	root.dataset.script = '';
	try {
		// The rarer faces only where they lie beside the page: else they keep the text waiting.
		if (navigator.serviceWorker?.controller) root.dataset.fonts = 'all';
		const settings = JSON.parse(localStorage.getItem('jamsides.settings') ?? '{}');
		for (const name of ['theme', 'size', 'leading', 'measure', 'face', 'floor'])
			if (/^[a-z]{1,12}$/.test(settings[name] ?? '')) root.dataset[name] = settings[name];
		// The page of an article whose original the reader has added waits for it, so that nothing jumps.
		const own = JSON.parse(localStorage.getItem('jamsides.own') ?? '[]');
		const id = /\/read\/([^/]+)\//.exec(location.pathname)?.[1];
		if (Array.isArray(own) && own.includes(id)) root.dataset.own = 'pending';
	} catch {
		// Settings that cannot be read are the defaults.
	}
	// Who follows a link to the other language of the interface has chosen it (src/lib/state/chosenUiLang.ts),
	// also before the page has come alive.
	document.addEventListener('click', ({ target }) => {
		const link = target instanceof Element && target.closest('a[hreflang]');
		try {
			if (link) localStorage.setItem('jamsides.ui', link.getAttribute('hreflang') ?? '');
		} catch {
			// Without storage the browser's own preference decides, every time.
		}
	});
})();
