/** The sentence that is lit, by pointer, finger or key. What lights it loads at the first of them. */
import type { Traced } from '$lib/adapters/dom/trace';
import type { Reader } from './reader.svelte';
import type { Tracing } from './tracing';

export class Trail {
	readonly #reader: Reader;
	#tracing: Promise<Tracing> | null = null;
	#traced: Traced | null = null;
	#pointed = 0;

	constructor(reader: Reader) {
		this.#reader = reader;
	}

	/** The row with the lit sentence. */
	get row(): Element | null {
		return this.#traced?.row.isConnected ? this.#traced.row : null;
	}

	/** Follows a mouse, once a frame. */
	follow = (event: PointerEvent): void => {
		if (event.pointerType !== 'mouse' || this.#pointed) return;
		this.#pointed = requestAnimationFrame(() => {
			this.#pointed = 0;
			this.at(event.clientX, event.clientY);
		});
	};

	at(x: number, y: number): void {
		this.#with((tracing) => (this.#traced = tracing.at(x, y)));
	}

	/** To the next sentence of a row or the one before; past its end into the row that `go` goes to. */
	step(row: Element, by: 1 | -1, go: () => Element | null): void {
		this.#with((tracing) => {
			const from = this.#traced?.row === row ? this.#traced.bead : null;
			this.#traced = tracing.step(row, from, by);
			if (this.#traced) return;
			// Not cleared: what that puts out, it puts out a moment later.
			const into = go();
			this.#traced = into && tracing.step(into, null, by);
		});
	}

	clear = (): void => {
		this.#traced = null;
		this.#tracing?.then((tracing) => tracing.clear()).catch(() => {});
	};

	/** Puts it out; false where nothing is lit. */
	end(): boolean {
		const lit = this.#traced !== null;
		this.clear();
		return lit;
	}

	#with(then: (tracing: Tracing) => void): void {
		this.#tracing ??= import('./tracing').then(({ tracing }) => tracing(this.#reader));
		// Nobody asked for it: where it does not come, the next pointer asks again.
		this.#tracing.then(then, () => (this.#tracing = null));
	}
}
