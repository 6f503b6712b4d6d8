/**
 * Has the kernel’s work done by one thread or by several. How many is decided once, by measuring:
 * a device may have fewer cores than it says, or be busy with something else. The results are the
 * same, bit for bit.
 */
import type { Arena } from './arena';
import type { Kernel } from './kernel';

/** The fields of an `Order` (`assembly/orders.ts`), as indices of int32. */
const field = { number: 0, kind: 1, threads: 2, arguments: 5 } as const;
const orderFields = 10;

/** What threads can be asked, in the order of `Order.kind`. */
const kinds = ['decode', 'encode', 'memorise'] as const;
type Kind = (typeof kinds)[number];

/** Steps that are measured with each number of threads, after as many that are not. */
const measuredSteps = 4;

export class Crew {
	readonly #arena: Arena;
	readonly #kernel: Kernel;
	readonly #scratch: number;
	/** The address of the order that other threads wait for. */
	readonly order: number;
	#threads = 1;
	#trial: Trial | null = null;

	/** `scratch`: of the first thread. */
	constructor(arena: Arena, kernel: Kernel, scratch: number) {
		this.#arena = arena;
		this.#kernel = kernel;
		this.#scratch = scratch;
		this.order = arena.take(4 * orderFields);
	}

	/** The number of threads that work now. */
	get threads(): number {
		return this.#threads;
	}

	/** Begins to measure with up to `threads` threads, which now wait for orders. */
	ready(threads: number): void {
		this.#trial = new Trial([1, 2, 4].filter((each) => each <= threads));
	}

	/** Does a step of the decoder. */
	decode(step: number): void {
		const trial = this.#trial;
		if (trial) this.#threads = trial.threads;
		const began = performance.now();
		this.#do('decode', [step], () => this.#kernel.decode(step, this.#scratch));
		const best = trial?.took(performance.now() - began) ?? null;
		if (best === null) return;
		this.#threads = best;
		this.#trial = null;
	}

	encode(stack: number, tokens: number, count: number, lists: number, lengths: number): void {
		this.#do('encode', [stack, tokens, count, lists, lengths], () =>
			this.#kernel.encode(stack, tokens, count, lists, lengths, this.#scratch)
		);
	}

	memorise(stack: number, count: number, pages: number): void {
		this.#do('memorise', [stack, count, pages], () =>
			this.#kernel.memorise(stack, count, pages, this.#scratch)
		);
	}

	/** Gives an order to the other threads, and does its own share. */
	#do(kind: Kind, given: readonly number[], share: () => void): void {
		const view = this.#arena.viewIntegers(this.order, orderFields);
		view[field.kind] = kinds.indexOf(kind);
		view[field.threads] = this.#threads;
		view.set(given, field.arguments);
		this.#kernel.lead(this.order);
		if (this.#threads > 1) {
			Atomics.add(view, field.number, 1);
			Atomics.notify(view, field.number);
		}
		share();
	}
}

/** Tries some numbers of threads in turn, step by step. */
class Trial {
	readonly #choices: readonly number[];
	/** The shortest step with each choice, in milliseconds. */
	readonly #shortest: number[];
	#steps = 0;

	constructor(choices: readonly number[]) {
		this.#choices = choices;
		this.#shortest = choices.map(() => Infinity);
	}

	get #index(): number {
		return this.#steps % this.#choices.length;
	}

	get threads(): number {
		return this.#choices[this.#index] ?? 1;
	}

	/** Notes how long a step took. Returns the best choice when all have been tried. */
	took(ms: number): number | null {
		const rounds = Math.floor(this.#steps / this.#choices.length);
		if (rounds >= measuredSteps)
			this.#shortest[this.#index] = Math.min(this.#shortest[this.#index] ?? Infinity, ms);
		this.#steps++;
		if (this.#steps < 2 * measuredSteps * this.#choices.length) return null;
		return this.#choices[this.#shortest.indexOf(Math.min(...this.#shortest))] ?? 1;
	}
}
