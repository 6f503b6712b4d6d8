/** The pause after a render, as a multiple of that render's duration: a novel renders slowly. */
const restsPerRender = 10;
/** The longest pause, in milliseconds. */
const longestRestMs = 3_000;

/** Renders on request, but rests between two renders: requests that come meanwhile share the next. */
export class PacedRender {
	readonly #render: () => Promise<void>;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#lastMs = 0;

	constructor(render: () => Promise<void>) {
		this.#render = render;
	}

	request(): void {
		this.#timer ??= setTimeout(
			() => void this.#run(),
			Math.min(longestRestMs, restsPerRender * this.#lastMs)
		);
	}

	/** Drops the render that was requested. */
	cancel(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
	}

	async #run(): Promise<void> {
		this.#timer = null;
		const begun = performance.now();
		await this.#render();
		this.#lastMs = performance.now() - begun;
	}
}
