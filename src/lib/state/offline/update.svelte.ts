/** A newer version of the app: ready when all its files are here, used when the reader agrees. */
import { version } from '$app/environment';
import { versions } from '$lib/compose/store';

export class Update {
	#ready = $state(false);
	#taking = $state(false);
	#take: () => Promise<void> = async () => {};
	readonly #stops: (() => void)[] = [];

	get ready(): boolean {
		return this.#ready;
	}

	get taking(): boolean {
		return this.#taking;
	}

	/** Registers the service worker and follows it. Without service workers nothing is ever ready. */
	async start(): Promise<void> {
		const adapter = await versions();
		const registered = await adapter.register();
		if (!registered.ok) return;
		const registration = registered.value;
		this.#take = () => adapter.take(registration);
		this.#stops.push(
			adapter.watchNewer(registration, () => (this.#ready = true)),
			adapter.lookForUpdates(registration)
		);
		await adapter.announce(version);
	}

	/** Loads this tab in the new version. */
	async take(): Promise<void> {
		this.#taking = true;
		await this.#take();
	}

	stop(): void {
		for (const stop of this.#stops.splice(0)) stop();
	}
}
