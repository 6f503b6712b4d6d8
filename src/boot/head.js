// Runs inline before the first paint: applies the reader's settings, so that nothing flashes.
// Shapes and defaults: src/lib/state/settings/settings.svelte.ts. Must never throw.
(() => {
	const root = document.documentElement;
	root.dataset.script = '';
	try {
		// The rarer faces only if they are cached: fetching them would delay the text.
		if (navigator.serviceWorker?.controller) root.dataset.fonts = 'all';
		// Each upright face is part of the page, but is opened in a task of its own: begun here, both
		// are open when the text arrives. Begun by the text, one may miss the first paint.
		for (const kind of ['serif', 'sans'])
			document.fonts?.load(`1em "Upright ${kind}"`).catch(() => {});
		const settings = JSON.parse(localStorage.getItem('jamsides.settings') ?? '{}');
		for (const name of ['theme', 'size', 'leading', 'measure', 'face', 'floor'])
			if (/^[a-z]{1,12}$/.test(settings[name] ?? '')) root.dataset[name] = settings[name];
		// An address opened again keeps what the tab's history held for it. It is a new visit.
		const [entry] = performance.getEntriesByType('navigation');
		const isNew = /** @type {PerformanceNavigationTiming} */ (entry).type === 'navigate';
		if (isNew && history.state) history.replaceState(null, '');
		// The page of an article that the reader has changed waits for the database, so that nothing
		// jumps.
		const own = JSON.parse(localStorage.getItem('jamsides.own') ?? '[]');
		const id = /\/read\/([^/]+)\//.exec(location.pathname)?.[1];
		if (Array.isArray(own) && own.includes(id)) root.dataset.own = 'pending';
		// So does the library of a reader who has texts or is in the middle of one.
		const isUsed = own.length > 0 || /\[/.test(localStorage.getItem('jamsides.places') ?? '');
		if (isUsed && /^\/[a-z]+\/$/.test(location.pathname)) root.dataset.library = 'pending';
	} catch {
		// Unreadable settings: the defaults apply.
	}
	// A click on the link to the interface's other language stores the choice
	// (src/lib/state/settings/uiLang.ts), also before hydration.
	document.addEventListener('click', ({ target }) => {
		const link = target instanceof Element && target.closest('a[hreflang]');
		try {
			if (link) localStorage.setItem('jamsides.ui', link.getAttribute('hreflang') ?? '');
		} catch {
			// Storage is blocked: the browser's preferred language decides at every visit.
		}
	});
})();
