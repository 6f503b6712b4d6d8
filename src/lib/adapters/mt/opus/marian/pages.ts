/**
 * Pages of keys and values (`assembly/attention.ts`). Rows that have the same beginning share its
 * pages; one that is written to is copied first.
 */
import type { Arena } from './arena';

/** Tokens of a page, as in `assembly/attention.ts`. */
export const pageTokens = 16;

export class Pages {
	readonly #arena: Arena;
	readonly #bytes: number;
	readonly #uses = new Map<number, number>();
	#free: number[] = [];

	/** `bytes`: of a page. */
	constructor(arena: Arena, bytes: number) {
		this.#arena = arena;
		this.#bytes = bytes;
	}

	/** Returns the address of a page that nothing else uses. */
	take(): number {
		const page = this.#free.pop() ?? this.#arena.take(this.#bytes);
		this.#uses.set(page, 1);
		return page;
	}

	share(page: number): void {
		this.#uses.set(page, (this.#uses.get(page) ?? 0) + 1);
	}

	release(page: number): void {
		const left = (this.#uses.get(page) ?? 1) - 1;
		if (left > 0) return void this.#uses.set(page, left);
		this.#uses.delete(page);
		this.#free.push(page);
	}

	/** Returns a page with the same content for one of its users to write to: itself if it is the only one. */
	own(page: number): number {
		if (this.#uses.get(page) === 1) return page;
		const copy = this.take();
		const bytes = new Uint8Array(this.#arena.memory.buffer);
		bytes.copyWithin(copy, page, page + this.#bytes);
		this.release(page);
		return copy;
	}

	/** Releases all pages. */
	clear(): void {
		this.#free.push(...this.#uses.keys());
		this.#uses.clear();
	}
}
