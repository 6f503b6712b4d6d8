/** The separate output layer: vectors of the decoder → scores of every token. */
import type { LinearWeights } from '../graph/linear';
import { Arena } from '../marian/arena';
import { kernelOf, type Kernel } from '../marian/kernel';
import { columns, Records } from '../marian/records';
import { roundedBytes, stepBytes } from '../marian/scratch';

/** The module rounds so many numbers at a time. */
const stride = 8;

export class OutputLayer {
	readonly #width: number;
	readonly #vocabulary: number;
	readonly #most: number;
	readonly #kernel: Kernel;
	readonly #arena: Arena;
	readonly #at: Readonly<Record<'layer' | 'vectors' | 'rounded' | 'steps' | 'scores', number>>;

	/**
	 * Returns null for a layer whose size the module cannot take. `most`: maximum of vectors per call.
	 */
	static of(head: LinearWeights, module: WebAssembly.Module, most: number): OutputLayer | null {
		return head.inputs % stride === 0 ? new OutputLayer(head, module, most) : null;
	}

	private constructor(head: LinearWeights, module: WebAssembly.Module, most: number) {
		const arena = new Arena(new WebAssembly.Memory({ initial: 1 }));
		this.#arena = arena;
		this.#kernel = kernelOf(module, arena.memory);
		this.#width = head.inputs;
		this.#vocabulary = head.outputs;
		this.#most = most;
		const records = new Records(arena, this.#kernel, false);
		this.#at = {
			layer: records.vocabulary(head),
			vectors: arena.take(4 * most * head.inputs),
			rounded: arena.take(most * roundedBytes(head.inputs)),
			steps: arena.take(stepBytes * most),
			scores: arena.take(4 * most * this.#outputs)
		};
		records.done();
	}

	/** The vocabulary, and what fills the last panel of its table. */
	get #outputs(): number {
		return Math.ceil(this.#vocabulary / columns) * columns;
	}

	/** Returns the scores of each vector, valid until the next call. */
	scores(given: Float32Array): readonly Float32Array[] {
		const count = given.length / this.#width;
		if (count > this.#most) throw new RangeError(`${count} vectors, where ${this.#most} fit`);
		const { layer, vectors, rounded, steps, scores } = this.#at;
		this.#arena.viewFloats(vectors, given.length).set(given);
		this.#kernel.quantise(vectors, count, this.#width, 1, rounded, steps, 0);
		this.#kernel.multiply(layer, rounded, steps, count, scores);
		return Array.from({ length: count }, (_, i) =>
			this.#arena.viewFloats(scores + 4 * i * this.#outputs, this.#vocabulary)
		);
	}
}
