// Runs inline at the end of a reading page that comes with its text: shows the paragraph where the
// reader stopped, before the first paint. The rules are those of src/lib/state/reading/place.svelte.ts
// and `findSpot` in src/lib/core/library/position.ts. Must never throw.
(() => {
	try {
		const root = document.documentElement;
		const [entry] = performance.getEntriesByType('navigation');
		const isNew = /** @type {PerformanceNavigationTiming} */ (entry).type === 'navigate';
		const id = /\/read\/([^/]+)\//.exec(location.pathname)?.[1];
		const places = JSON.parse(localStorage.getItem('jamsides.places') ?? '{}');
		const [fingerprint, paragraph, of, within] = places[id ?? ''] ?? [];
		const text = /** @type {HTMLElement} */ (document.querySelector('.reading'));
		const rows = [...text.querySelectorAll('.row')];
		if (!isNew || location.hash || root.dataset.own || of !== rows.length) return;
		// Only where nothing has changed: otherwise the page looks for the paragraph itself.
		const row = rows[paragraph - 1];
		if (!row?.id.startsWith(`p-${fingerprint}`)) return;
		// The rows above it need their sizes first (src/lib/ui/reading/css/chunks.css).
		text.dataset.laid = '';
		const bar = document.querySelector('.bar')?.getBoundingClientRect().height ?? 0;
		const { top, height } = row.getBoundingClientRect();
		scrollTo({ top: scrollY + top + within * height - bar, behavior: 'instant' });
		root.dataset.resumed = '';
	} catch {
		// Unreadable places: the text opens at its beginning.
	}
})();
