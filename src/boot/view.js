// Runs inline right after the radios: selects the view that the address names, else the reader's
// own.
// The rules are those of src/lib/state/reading/switches.svelte.ts. Must never throw.
(() => {
	try {
		const settings = JSON.parse(localStorage.getItem('jamsides.settings') ?? '{}');
		const asked = new URLSearchParams(location.search);
		const narrow = matchMedia('(max-width: 36rem)').matches;
		for (const name of ['view', 'layout']) {
			const own = settings[name] ?? (name === 'layout' && narrow ? 'stacked' : null);
			const value = asked.get(name) ?? own;
			/** @type {NodeListOf<HTMLInputElement>} */
			const radios = document.querySelectorAll(`input[name=${name}]`);
			const radio = [...radios].find((input) => input.value === value);
			if (radio && !radio.disabled) radio.checked = true;
		}
	} catch {
		// The page's own choice stays.
	}
})();
