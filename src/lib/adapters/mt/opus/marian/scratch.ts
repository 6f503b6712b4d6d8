/** Lays out the memory for intermediate results: a `Scratch` of `assembly/records.ts`. */
import type { Arena } from './arena';

/** The parts that all threads write, each its share. */
export interface SharedScratch {
	readonly wide: number;
	readonly read: number;
	readonly added: number;
}

export interface ScratchSize {
	/** The most rows, or tokens of a sentence. */
	readonly rows: number;
	readonly width: number;
	/** The most numbers in a row between two layers. */
	readonly widest: number;
}

export const sharedScratch = (
	arena: Arena,
	{ rows, width, widest }: ScratchSize
): SharedScratch => ({
	wide: arena.take(4 * rows * widest),
	read: arena.take(4 * rows * width),
	added: arena.take(4 * rows * width)
});

export interface Scratch {
	/** The record’s address. */
	readonly at: number;
	readonly vectors: number;
}

/** Bytes of what is known of a rounded row (`assembly/quantise.ts`). */
export const stepBytes = 16;

/** Bytes from one rounded row to the next, as in `assembly/quantise.ts`. */
export const roundedBytes = (width: number): number => 2 * width + 64;

/** Writes the record of one thread. */
export function scratchOf(
	arena: Arena,
	{ rows, width, widest }: ScratchSize,
	{ wide, read, added }: SharedScratch
): Scratch {
	const vectors = arena.take(4 * rows * width);
	const rounded = arena.take(rows * roundedBytes(widest));
	const steps = arena.take(stepBytes * rows);
	// Attention weighs as many positions as a sentence has, and writes up to three more.
	const weights = arena.take(4 * (rows + 4));
	return { at: arena.integers([vectors, rounded, steps, weights, wide, read, added]), vectors };
}
