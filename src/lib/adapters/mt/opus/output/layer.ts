/** The separate output layer: vectors of the decoder → scores of every token. */
import type { LmHead } from '../graph/lmHead';
import { kernel, stride } from './kernel';

type KernelFunction = (...addresses: readonly number[]) => void;

/**
 * Largest absolute value to which vectors are rounded. No sum can overflow: 128 × 8191 × 2048 is
 * just below 2 ** 31. Finer than the int8 that the graph itself would round to. Each sentence has
 * its own scale, so that none depends on those beside it.
 */
const maxQuantised = 8191;
const widest = 2048;

const pageBytes = 65_536;

export class OutputLayer {
	readonly #head: Pick<LmHead, 'width'> & { readonly rows: number };
	readonly #memory: WebAssembly.Memory;
	readonly #at: Readonly<
		Record<'table' | 'bias' | 'rowScales' | 'vectors' | 'scales' | 'result', number>
	>;
	readonly #most: number;
	readonly #kernels = new Map<number, KernelFunction>();

	/**
	 * Returns null for a layer whose size the kernel cannot take. `most`: maximum of vectors per
	 * call.
	 */
	static of(head: LmHead, most: number): OutputLayer | null {
		const isFit = head.width % stride === 0 && head.width <= widest && head.bias.length > 0;
		return isFit ? new OutputLayer(head, most) : null;
	}

	private constructor({ rows: table, width, scales, bias }: LmHead, most: number) {
		const rows = bias.length;
		this.#head = { width, rows };
		this.#most = most;
		const [at, bytes] = laidOut({
			table: table.length,
			bias: 4 * rows,
			rowScales: 4 * rows,
			vectors: 2 * most * width,
			scales: 4 * most,
			result: 4 * most * rows
		});
		this.#at = at;
		this.#memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
		const { buffer } = this.#memory;
		new Int8Array(buffer, at.table, table.length).set(table);
		new Float32Array(buffer, at.bias, rows).set(bias);
		new Float32Array(buffer, at.rowScales, rows).set(scales);
	}

	/** Returns the scores of each vector, valid until the next call. */
	scores(vectors: Float32Array): readonly Float32Array[] {
		const { width, rows } = this.#head;
		const count = vectors.length / width;
		if (count > this.#most) throw new RangeError(`${count} vectors, where ${this.#most} fit`);
		this.#round(vectors, count);
		const { table, vectors: rounded, result, bias, rowScales, scales } = this.#at;
		this.#kernel(count)(table, rounded, result, rows, bias, rowScales, scales);
		return Array.from(
			{ length: count },
			(_, i) => new Float32Array(this.#memory.buffer, result + 4 * i * rows, rows)
		);
	}

	#round(vectors: Float32Array, count: number): void {
		const { width } = this.#head;
		const rounded = new Int16Array(this.#memory.buffer, this.#at.vectors, count * width);
		const scales = new Float32Array(this.#memory.buffer, this.#at.scales, count);
		for (let i = 0; i < count; i++) {
			const vector = vectors.subarray(i * width, (i + 1) * width);
			const most = vector.reduce((so, value) => Math.max(so, Math.abs(value)), 0);
			const scale = most / maxQuantised || 1;
			scales[i] = scale;
			rounded.set(
				vector.map((value) => Math.round(value / scale)),
				i * width
			);
		}
	}

	#kernel(vectors: number): KernelFunction {
		const known = this.#kernels.get(vectors);
		if (known) return known;
		const module = new WebAssembly.Module(kernel(vectors, this.#head.width));
		const { run } = new WebAssembly.Instance(module, { env: { memory: this.#memory } }).exports;
		if (typeof run !== 'function') throw new TypeError('the kernel has no function');
		const made: KernelFunction = (...addresses) => void run(...addresses);
		this.#kernels.set(vectors, made);
		return made;
	}
}

/** Lays out blocks one after another, each aligned for a vector. */
function laidOut<Name extends string>(
	sizes: Readonly<Record<Name, number>>
): readonly [Readonly<Record<Name, number>>, number] {
	const at: Partial<Record<Name, number>> = {};
	let end = 0;
	for (const name in sizes) {
		at[name] = end;
		end += Math.ceil(sizes[name] / stride) * stride;
	}
	return [at as Record<Name, number>, end];
}
