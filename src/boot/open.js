// Runs inline in a page whose address names no language (src/routes/read): goes to the same page
// in the reader's language, before anything is painted. The rules are those of
// src/lib/state/settings/uiLang.ts. Must never throw.
(() => {
	const known = ['sv', 'en'];
	let kept = null;
	try {
		kept = localStorage.getItem('jamsides.ui');
	} catch {
		// Storage is blocked: the browser's preferred language decides.
	}
	const wanted = [kept ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());
	const ui = wanted.find((lang) => known.includes(lang)) ?? 'en';
	location.replace(`/${ui}${location.pathname}${location.search}${location.hash}`);
})();
