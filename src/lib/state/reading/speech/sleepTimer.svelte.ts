/** Tells when some minutes are over. */
export class SleepTimer {
	/** The minutes that were chosen; null while none run. */
	minutes = $state.raw<number | null>(null);
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #end: () => void;

	constructor(end: () => void) {
		this.#end = end;
	}

	/** Starts anew; null ends it without a word. */
	set(minutes: number | null): void {
		clearTimeout(this.#timer);
		this.minutes = minutes;
		if (minutes === null) return;
		this.#timer = setTimeout(() => {
			this.minutes = null;
			this.#end();
		}, minutes * 60_000);
	}
}
