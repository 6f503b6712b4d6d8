/**
 * The sentence that is lit with its counterpart, by pointer, finger or key. The code that lights
 * sentences, and shows the counterpart where the view hides it, loads at the first use.
 */
import type { Traced } from '$lib/adapters/dom/trace';
import type { PageRow } from './page';
import type { Tracing } from './tracing';

export class LitSentence {
	readonly #load: () => Promise<Tracing>;
	#tracing: Promise<Tracing> | null = null;
	/** The sentence that is lit. */
	traced: Traced | null = null;
	/** The pending animation frame; 0 for none. */
	#frame = 0;

	/** @param load rejects where the module does not load; the next use asks again */
	constructor(load: () => Promise<Tracing>) {
		this.#load = load;
	}

	/** The row with the lit sentence. */
	get row(): Element | null {
		return this.traced?.row.isConnected ? this.traced.row : null;
	}

	/** Follows a mouse, once a frame; not while a sentence is shown by itself. */
	follow = (event: PointerEvent): void => {
		if (event.pointerType !== 'mouse' || this.#frame) return;
		this.#frame = requestAnimationFrame(() => {
			this.#frame = 0;
			this.use((tracing) => {
				tracing.hover(event.clientX, event.clientY);
				if (!tracing.isOpen) this.traced = tracing.at(event.clientX, event.clientY);
			});
		});
	};

	/** Follows the focus: a paragraph without a translation offers what can be done about it. */
	offer = ({ target }: Event): void => {
		const row = target instanceof Element ? target.closest('.row.later') : null;
		if (row) this.use((tracing) => tracing.offer(row));
	};

	/** Shows or hides the originals of an untranslated run, in the Translation view. */
	expand(first: PageRow): void {
		this.use((tracing) => tracing.expand(first));
	}

	/**
	 * Lights the sentence at a point of a row, in CSS pixels of the view; shows its other side where
	 * that is hidden, and hides it the next time. `beside`: what a tap beside the words does, if
	 * anything.
	 */
	ask(row: Element, x: number, y: number, beside: (() => void) | null): void {
		this.use((tracing) => (this.traced = tracing.ask(row, x, y, beside)));
	}

	/** Lights the next or previous sentence of a row; past its end, one of the row that `leave` returns. */
	step(row: Element, by: 1 | -1, leave: () => Element | null): void {
		this.use((tracing) => {
			const from = this.traced?.row === row ? this.traced.bead : null;
			this.traced = tracing.step(row, from, by);
			if (this.traced) return;
			// Do not clear here: clear() is asynchronous and would remove the highlight set below.
			const next = leave();
			this.traced = next && tracing.step(next, null, by);
		});
	}

	clear = (): void => {
		this.traced = null;
		this.#tracing?.then((tracing) => tracing.clear()).catch(() => {});
	};

	/** Clears when the mouse leaves the text, unless a sentence is shown by itself. */
	leave = (): void => {
		this.#tracing?.then((tracing) => tracing.isOpen || this.clear()).catch(() => {});
	};

	/** Clears, and returns whether a sentence was lit. */
	close(): boolean {
		const wasLit = this.traced !== null;
		this.clear();
		return wasLit;
	}

	/** Calls `use` with the tracing, which loads at the first use. */
	use(use: (tracing: Tracing) => void): void {
		this.#tracing ??= this.#load();
		// The reader did not ask for it by name: a failed load is not announced.
		this.#tracing.then(use, () => (this.#tracing = null));
	}
}
