/**
 * Writes a model’s weights into the kernel’s memory, and the records that say where they are: field
 * by field as `assembly/records.ts` declares them.
 */
import { elementType, isSameConstant, type Constant } from '../graph/graph';
import type { LinearWeights, Table } from '../graph/linear';
import type { LayerWeights, StackWeights } from '../graph/weights';
import type { NormWeights } from '../graph/norm';
import type { Arena } from './arena';
import { leastInt8, type Kernel } from './kernel';

/** Columns of a packed matrix are a multiple of this (`assembly/multiply.ts`). */
export const columns = 16;
/** Bytes of a table that are packed at a time. */
const stagedBytes = 2 ** 20;

const padded = (outputs: number): number => Math.ceil(outputs / columns) * columns;

interface Packed {
	readonly weights: number;
	/** The sums of the columns, where they are packed by fours; else 0. */
	readonly sums: number;
}

interface PackedTable {
	readonly constant: Constant;
	readonly packed: Packed;
}

/** Returns the largest weight that relaxed SIMD can take with `offset` added. */
const mostWeight = (offset: number): number => (offset > 0 ? offset : 127);

export class Records {
	readonly #arena: Arena;
	readonly #kernel: Kernel;
	readonly #stage: number;
	/** What relaxed SIMD needs added to weights; null for a module without it. */
	readonly #offset: number | null;
	/** Tables of the vocabulary: encoder, decoder and output layer have the same one. */
	readonly #tables: PackedTable[] = [];

	constructor(arena: Arena, kernel: Kernel, isRelaxed: boolean) {
		this.#offset = isRelaxed ? kernel.dotOffset(leastInt8) : null;
		this.#arena = arena;
		this.#kernel = kernel;
		this.#stage = arena.take(stagedBytes + columns);
	}

	/** Writes a `Stack`; `output`: the decoder’s output layer. Returns its address. */
	stack(weights: StackWeights, heads: number, output: LinearWeights | null): number {
		const { embedding, layers } = weights;
		const { table, factor, positions } = embedding;
		// The output layer first: if the embedding is the same table, it shares the packed one.
		const last = output ? this.vocabulary(output) : 0;
		const rows = this.vocabulary({ ...table, bias: new Float32Array(table.outputs) });
		const records = layers.map((layer) => this.#layer(layer));
		const record = [
			this.#arena.integers(records.flat()),
			layers.length,
			table.inputs,
			heads,
			layers[0]?.activation === 'relu' ? 0 : 1,
			rows,
			float(factor),
			this.#arena.floats(positions),
			last
		];
		return this.#arena.integers(record);
	}

	/** Writes a `Linear` whose table may be there already. */
	vocabulary(weights: LinearWeights): number {
		const known = this.#tables.find(({ constant }) => isSameConstant(constant, weights.constant));
		if (known) return this.#record([{ weights, factor: 1 }], known.packed);
		const packed = this.#packed([weights]);
		this.#tables.push({ constant: weights.constant, packed });
		return this.#record([{ weights, factor: 1 }], packed);
	}

	/** Forgets the tables of the files. */
	done(): void {
		this.#tables.length = 0;
	}

	#layer({ own, cross, inner, outer, norm }: LayerWeights): readonly number[] {
		return [
			this.#linear(
				{ weights: own.query, factor: own.factor },
				{ weights: own.key, factor: 1 },
				{ weights: own.value, factor: 1 }
			),
			this.#linear({ weights: own.output, factor: 1 }),
			this.#norm(own.norm),
			cross ? this.#linear({ weights: cross.query, factor: cross.factor }) : 0,
			cross
				? this.#linear({ weights: cross.key, factor: 1 }, { weights: cross.value, factor: 1 })
				: 0,
			cross ? this.#linear({ weights: cross.output, factor: 1 }) : 0,
			cross ? this.#norm(cross.norm) : 0,
			this.#linear({ weights: inner, factor: 1 }),
			this.#linear({ weights: outer, factor: 1 }),
			this.#norm(norm)
		];
	}

	/** Writes layers of the same input beside each other, as one. */
	#linear(...parts: readonly Scaled[]): number {
		return this.#record(parts, this.#packed(parts.map(({ weights }) => weights)));
	}

	#record(parts: readonly Scaled[], { weights, sums }: Packed): number {
		const inputs = parts[0]?.weights.inputs ?? 0;
		const outputs = parts.reduce((sum, part) => sum + padded(part.weights.outputs), 0);
		const [scales, bias, zeros] = [outputs, outputs, outputs].map(
			(count) => new Float32Array(count)
		);
		let at = 0;
		for (const { weights, factor } of parts) {
			const flip = flipOf(weights.constant);
			scales?.set(
				weights.scales.map((scale) => scale * factor),
				at
			);
			bias?.set(
				weights.bias.map((value) => value * factor),
				at
			);
			zeros?.set(
				Float32Array.from(weights.zeros, (zero) => zero - flip),
				at
			);
			at += padded(weights.outputs);
		}
		return this.#arena.integers([
			weights,
			this.#arena.floats(scales ?? []),
			this.#arena.floats(bias ?? []),
			this.#arena.integers(zeros ?? []),
			inputs,
			outputs,
			sums
		]);
	}

	/** Packs tables of the same number of inputs beside each other. */
	#packed(tables: readonly Table[]): Packed {
		const inputs = tables[0]?.inputs ?? 0;
		const outputs = tables.reduce((sum, table) => sum + padded(table.outputs), 0);
		const weights = this.#arena.take(inputs * outputs);
		const sums = tables.every((table) => this.#isRelaxed(table))
			? this.#arena.take(4 * outputs)
			: 0;
		let first = 0;
		for (const table of tables) {
			this.#pack(table, { weights, sums }, first);
			first += padded(table.outputs);
		}
		return { weights, sums };
	}

	/** Tells whether relaxed SIMD can multiply a table without overflow. */
	#isRelaxed({ constant }: Table): boolean {
		if (this.#offset === null) return false;
		const most = mostWeight(this.#offset);
		for (let at = 0; at < constant.bytes.length; at += stagedBytes) {
			const piece = constant.bytes.subarray(at, at + stagedBytes);
			this.#arena.viewBytes(this.#stage, piece.length).set(piece);
			if (this.#kernel.largest(this.#stage, piece.length, flipOf(constant)) > most) return false;
		}
		return true;
	}

	/** Packs a table piece by piece, from rows `at` of the file on. */
	#pack(
		{ constant, isRows, inputs, outputs }: Table,
		{ weights: to, sums }: Packed,
		first: number
	): void {
		const offset = this.#offset ?? 0;
		const [rows, width] = isRows ? [outputs, inputs] : [inputs, outputs];
		// A multiple of four inputs at a time.
		const most = 4 * Math.floor(stagedBytes / width / 4);
		for (let at = 0; at < rows; at += most) {
			const count = Math.min(most, rows - at);
			const piece = constant.bytes.subarray(at * width, (at + count) * width);
			this.#arena.viewBytes(this.#stage, piece.length).set(piece);
			const flip = flipOf(constant);
			if (isRows)
				this.#kernel.packRows(
					this.#stage,
					count,
					inputs,
					flip,
					to,
					first + at,
					sums,
					sums && offset
				);
			else
				this.#kernel.packColumns(
					...([
						this.#stage,
						outputs,
						inputs,
						flip,
						to,
						first,
						at,
						count,
						sums,
						sums && offset
					] as const)
				);
		}
	}

	#norm({ weight, bias, epsilon }: NormWeights): number {
		return this.#arena.integers([
			this.#arena.floats(weight),
			this.#arena.floats(bias),
			float(epsilon)
		]);
	}
}

/** A layer whose outputs are multiplied by a factor. */
interface Scaled {
	readonly weights: LinearWeights;
	readonly factor: number;
}

/** What turns a weight of the file into int8, by exclusive or; its zero point less that. */
const flipOf = ({ type }: Constant): number => (type === elementType.uint8 ? 128 : 0);

/** Returns the bits of a float32 as an integer. */
const float = (value: number): number => new Int32Array(Float32Array.of(value).buffer)[0] ?? 0;
