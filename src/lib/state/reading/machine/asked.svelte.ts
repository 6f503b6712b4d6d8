/**
 * The paragraphs that the reader asked to have translated: how many are done, and the time left.
 */
import { SvelteMap } from 'svelte/reactivity';

/** Length and progress of a paragraph, in UTF-16 units of the original. */
interface Size {
	readonly of: number;
	readonly done: number;
}

export interface TranslationOutcome {
	readonly paragraphs: number;
	/** Number of paragraphs with at least one untranslated sentence. */
	readonly incomplete: number;
	/** Whether all results were saved: storage may be full. */
	readonly kept: boolean;
}

const nothing: TranslationOutcome = { paragraphs: 0, incomplete: 0, kept: true };

/** Milliseconds of work before the time left is estimated: a shorter measurement is unreliable. */
const leastMs = 3_000;

export class RequestProgress {
	readonly #sizes = new SvelteMap<string, Size>();
	#outcome = nothing;
	#workedMs = 0;
	#since: number | null = null;

	get outcome(): TranslationOutcome {
		return this.#outcome;
	}

	/** Whether anything has been asked for since the last `reset`, done or not. */
	readonly any = $derived(this.#sizes.size > 0);
	readonly paragraphs = $derived({
		of: this.#sizes.size,
		done: [...this.#sizes.values()].filter(({ of, done }) => done >= of).length
	});
	readonly size = $derived(
		[...this.#sizes.values()].reduce<Size>(
			(sum, { of, done }) => ({ of: sum.of + of, done: sum.done + done }),
			{ of: 0, done: 0 }
		)
	);
	/** Estimated seconds left; null where there is no estimate. */
	readonly left = $derived.by(() => {
		const { of, done } = this.size;
		const ms = this.#worked();
		return done > 0 && ms > leastMs ? Math.ceil(((of - done) * ms) / done / 1000) : null;
	});

	add(id: string, of: number): void {
		// Start a new measurement: earlier, cancelled and unrequested work does not count.
		if (this.#sizes.size === 0) this.reset();
		this.#sizes.set(id, { of, done: 0 });
	}

	progressed(id: string, done: number): void {
		const size = this.#sizes.get(id);
		// A paragraph counts as done only when it is settled.
		if (size) this.#sizes.set(id, { ...size, done: Math.min(done, size.of - 1) });
	}

	settled(id: string, incomplete: boolean): void {
		const size = this.#sizes.get(id);
		if (!size) return;
		this.#sizes.set(id, { ...size, done: size.of });
		const { paragraphs, incomplete: before } = this.#outcome;
		this.#outcome = {
			...this.#outcome,
			paragraphs: paragraphs + 1,
			incomplete: before + Number(incomplete)
		};
	}

	/** Removes a paragraph that is no longer asked for; what is done of it still counts. */
	dropped(id: string): void {
		const size = this.#sizes.get(id);
		if (size && size.done < size.of) this.#sizes.delete(id);
	}

	unkept(): void {
		this.#outcome = { ...this.#outcome, kept: false };
	}

	/** Starts or stops the clock with the machine. */
	working(is: boolean): void {
		if (is) this.#since ??= performance.now();
		else {
			this.#workedMs = this.#worked();
			this.#since = null;
		}
	}

	reset(): void {
		this.#sizes.clear();
		this.#outcome = nothing;
		this.#workedMs = 0;
		if (this.#since !== null) this.#since = performance.now();
	}

	#worked = (): number =>
		this.#workedMs + (this.#since === null ? 0 : performance.now() - this.#since);
}
