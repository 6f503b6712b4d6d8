/** The browser’s offer to install the app. It comes once, early, and only where the browser can. */
interface InstallPrompt extends Event {
	prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

class Install {
	#offer = $state.raw<InstallPrompt | null>(null);

	get isOffered(): boolean {
		return this.#offer !== null;
	}

	/** Keeps the offer for our own button. Returns a function that stops listening. */
	listen(): () => void {
		const stop = new AbortController();
		const { signal } = stop;
		const keep = (event: Event) => {
			event.preventDefault();
			this.#offer = event as InstallPrompt;
		};
		addEventListener('beforeinstallprompt', keep, { signal });
		addEventListener('appinstalled', () => (this.#offer = null), { signal });
		return () => stop.abort();
	}

	/** Shows the browser’s prompt. An offer can be used once. */
	async ask(): Promise<void> {
		const offer = this.#offer;
		this.#offer = null;
		await offer?.prompt();
	}
}

export const install = new Install();
