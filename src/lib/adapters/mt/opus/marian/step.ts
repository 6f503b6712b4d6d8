/** A step of the decoder: what it is told of the rows, and what it answers. */
import type { Arena } from './arena';
import { pageTokens } from './pages';

/** A sentence’s keys and values. */
export interface Memory {
	readonly tokens: number;
	readonly pages: readonly number[];
}

/** A row of a batch during decoding. */
export interface Row {
	/** Tokens that its own pages remember. */
	length: number;
	readonly pages: number[];
	readonly sentence: Memory;
}

export interface DecoderPlace {
	/** The address of its `Stack`. */
	readonly stack: number;
	readonly vocabulary: number;
	/** The vocabulary, and what fills the last panel of its table. */
	readonly outputs: number;
	/** The longest sentence on either side, in tokens. */
	readonly positions: number;
}

/** The most rows of a batch: beams of several sentences. */
const mostRows = 64;

/** Results of a step; valid until the next one. */
export interface StepResult {
	/** The likeliest token of each row that is not barred for it. */
	readonly best: readonly number[];
	readonly scores: readonly Float32Array[];
}

export class StepRecord {
	readonly #arena: Arena;
	readonly #decoder: DecoderPlace;
	readonly #lists: number;
	readonly #at;
	#scores = { at: 0, rows: 0 };
	#barred = { at: 0, count: 0 };

	constructor(arena: Arena, decoder: DecoderPlace) {
		this.#arena = arena;
		this.#decoder = decoder;
		this.#lists = Math.ceil(decoder.positions / pageTokens);
		const integers = (count: number) => arena.take(4 * count);
		this.#at = {
			record: integers(12),
			tokens: integers(mostRows),
			lengths: integers(mostRows),
			pages: integers(mostRows),
			sentencePages: integers(mostRows),
			sentenceLengths: integers(mostRows),
			best: integers(mostRows),
			barredStarts: integers(mostRows + 1),
			lists: integers(2 * mostRows * this.#lists)
		};
	}

	/** Does a step: `run` is called with the address of the record. */
	do(
		rows: readonly Row[],
		tokens: readonly number[],
		barred: readonly (readonly number[])[],
		run: (record: number) => void
	): StepResult {
		if (rows.length > mostRows) throw new RangeError(`${rows.length} rows, where ${mostRows} fit`);
		this.#makeRoom(rows.length, barred.flat().length);
		this.#write(this.#at.tokens, tokens);
		this.#write(
			this.#at.lengths,
			rows.map(({ length }) => length)
		);
		this.#write(
			this.#at.sentenceLengths,
			rows.map(({ sentence }) => sentence.tokens)
		);
		this.#writeLists(rows);
		this.#writeBarred(rows, barred);
		this.#writeRecord(rows.length);
		run(this.#at.record);
		return this.#result(rows.length);
	}

	#write(at: number, numbers: readonly number[]): void {
		this.#arena.viewIntegers(at, numbers.length).set(numbers);
	}

	/** Writes each row’s list of pages, and that of its sentence. */
	#writeLists(rows: readonly Row[]): void {
		const bytes = 4 * this.#lists;
		const listAt = (index: number) => this.#at.lists + index * bytes;
		rows.forEach(({ pages, sentence }, i) => {
			this.#write(listAt(2 * i), pages);
			this.#write(listAt(2 * i + 1), sentence.pages);
		});
		this.#write(
			this.#at.pages,
			rows.map((_, i) => listAt(2 * i))
		);
		this.#write(
			this.#at.sentencePages,
			rows.map((_, i) => listAt(2 * i + 1))
		);
	}

	#writeBarred(rows: readonly Row[], barred: readonly (readonly number[])[]): void {
		const starts = [0];
		for (let i = 0; i < rows.length; i++) starts.push((starts[i] ?? 0) + (barred[i]?.length ?? 0));
		this.#write(this.#at.barredStarts, starts);
		this.#write(this.#barred.at, barred.flat());
	}

	/** Writes the fields in the order of `Step` in `assembly/records.ts`. */
	#writeRecord(rows: number): void {
		const { tokens, lengths, pages, sentencePages, sentenceLengths, best } = this.#at;
		this.#write(this.#at.record, [
			...[this.#decoder.stack, rows, tokens, lengths, pages, sentencePages, sentenceLengths],
			...[this.#scores.at, best, this.#at.barredStarts, this.#barred.at, this.#decoder.vocabulary]
		]);
	}

	#makeRoom(rows: number, barred: number): void {
		if (rows > this.#scores.rows)
			this.#scores = { at: this.#arena.take(4 * rows * this.#decoder.outputs), rows };
		if (barred > this.#barred.count || this.#barred.at === 0)
			this.#barred = { at: this.#arena.take(4 * (2 * barred + 1)), count: 2 * barred + 1 };
	}

	#result(rows: number): StepResult {
		const { outputs, vocabulary } = this.#decoder;
		return {
			best: Array.from(this.#arena.viewIntegers(this.#at.best, rows)),
			scores: Array.from({ length: rows }, (_, row) =>
				this.#arena.viewFloats(this.#scores.at + 4 * row * outputs, vocabulary)
			)
		};
	}
}
