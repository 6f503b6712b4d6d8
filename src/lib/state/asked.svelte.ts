/** What the reader has asked a machine for, how much of it is done, and how long the rest will take. */
import { SvelteMap } from 'svelte/reactivity';

/** In UTF-16 units of the original. */
interface Size {
	readonly of: number;
	readonly done: number;
}

export interface Outcome {
	readonly paragraphs: number;
	/** Paragraphs of which a sentence, or all, could not be translated. */
	readonly incomplete: number;
	/** Whether all of it is kept: there may be no room. */
	readonly kept: boolean;
}

const nothing: Outcome = { paragraphs: 0, incomplete: 0, kept: true };

/** What was measured for a shorter time says nothing of the time left. */
const leastMs = 3_000;

export class Asked {
	readonly #sizes = new SvelteMap<string, Size>();
	#outcome = nothing;
	#workedMs = 0;
	#since: number | null = null;

	get outcome(): Outcome {
		return this.#outcome;
	}

	/** Whether anything was asked for, done or not, since the last `reset`. */
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
	/** Seconds; null where nobody can tell. */
	readonly left = $derived.by(() => {
		const { of, done } = this.size;
		const ms = this.#worked();
		return done > 0 && ms > leastMs ? Math.ceil(((of - done) * ms) / done / 1000) : null;
	});

	add(id: string, of: number): void {
		// What was done before, called off or not asked for, says nothing of this.
		if (this.#sizes.size === 0) this.reset();
		this.#sizes.set(id, { of, done: 0 });
	}

	progressed(id: string, done: number): void {
		const size = this.#sizes.get(id);
		// It is done when it is settled, and not before.
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

	/** It is no longer asked for; what is done counts. */
	dropped(id: string): void {
		const size = this.#sizes.get(id);
		if (size && size.done < size.of) this.#sizes.delete(id);
	}

	unkept(): void {
		this.#outcome = { ...this.#outcome, kept: false };
	}

	/** The clock runs while the machine does. */
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
