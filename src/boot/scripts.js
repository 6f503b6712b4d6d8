// Runs inline at the end of a page: its scripts are asked for once the text is painted, so that
// nothing competes with it. They lie in a template until then (src/hooks.server.ts). Must never throw.
(() => {
	const held = /** @type {HTMLTemplateElement} */ (document.querySelector('template.scripts'));
	const ask = () => held.replaceWith(held.content);
	requestAnimationFrame(() => setTimeout(ask));
	// A page in the background paints nothing: it does not wait for ever.
	setTimeout(ask, 300);
})();
