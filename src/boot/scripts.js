// Runs inline at the end of a page: inserts the page's scripts after the first paint, so that they
// do not delay it. Until then they are in a template (src/hooks.server.ts). Must never throw.
(() => {
	const held = /** @type {HTMLTemplateElement} */ (document.querySelector('template.scripts'));
	const ask = () => held.replaceWith(held.content);
	requestAnimationFrame(() => setTimeout(ask));
	// A background tab paints nothing, so wait 300 ms at most.
	setTimeout(ask, 300);
})();
