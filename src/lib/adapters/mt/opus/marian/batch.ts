/** A batch during decoding, in the kernel’s memory. */
import type { Stepper } from '../greedy';
import { pageTokens, type Pages } from './pages';
import type { Memory, Row, StepResult } from './step';

/** Does a step of the rows; `barred`: for each row, tokens that it may not choose. */
export type DoStep = (
	rows: readonly Row[],
	tokens: readonly number[],
	barred: readonly (readonly number[])[]
) => StepResult;

export class Batch implements Stepper {
	readonly #pages: Pages;
	readonly #do: DoStep;
	#rows: readonly Row[];
	#hasEnded = false;

	constructor(pages: Pages, sentences: readonly Memory[], step: DoStep) {
		this.#pages = pages;
		this.#do = step;
		this.#rows = sentences.map((sentence) => ({ length: 0, pages: [], sentence }));
	}

	step(tokens: readonly number[]): Promise<readonly Float32Array[]> {
		return Promise.resolve(this.#next(tokens, []).scores);
	}

	choose(
		tokens: readonly number[],
		barred: readonly (readonly number[])[]
	): Promise<readonly number[]> {
		return Promise.resolve(this.#next(tokens, barred).best);
	}

	keep(rows: readonly number[]): void {
		const kept = rows.flatMap((index) => {
			const row = this.#rows[index];
			return row ? [{ ...row, pages: [...row.pages] }] : [];
		});
		for (const { pages } of kept) for (const page of pages) this.#pages.share(page);
		for (const { pages } of this.#rows) for (const page of pages) this.#pages.release(page);
		this.#rows = kept;
	}

	/** Makes the batch useless: its pages are used by another. */
	end(): void {
		this.#hasEnded = true;
	}

	#next(tokens: readonly number[], barred: readonly (readonly number[])[]): StepResult {
		if (this.#hasEnded) throw new Error('the batch has ended');
		if (tokens.length !== this.#rows.length)
			throw new RangeError(`${tokens.length} tokens for ${this.#rows.length} rows`);
		for (const row of this.#rows) this.#makeRoom(row);
		const result = this.#do(this.#rows, tokens, barred);
		for (const row of this.#rows) row.length++;
		return result;
	}

	/** Gives a row a page of its own for the next token. */
	#makeRoom({ length, pages }: Row): void {
		const index = Math.floor(length / pageTokens);
		const page = pages[index];
		pages[index] = page === undefined ? this.#pages.take() : this.#pages.own(page);
	}
}
