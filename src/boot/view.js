// Runs inline right after the radios: the view that the address asks for, else the reader's own.
(() => {
	try {
		const settings = JSON.parse(localStorage.getItem('jamsides.settings') ?? '{}');
		const asked = new URLSearchParams(location.search);
		for (const name of ['view', 'layout']) {
			const value = asked.get(name) ?? settings[name];
			for (const radio of document.getElementsByName(name))
				if (radio instanceof HTMLInputElement && radio.value === value) radio.checked = true;
		}
	} catch {
		// The page's own choice stands.
	}
})();
