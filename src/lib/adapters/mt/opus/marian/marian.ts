/**
 * OPUS-MT’s encoder and decoder in WebAssembly of our own: the weights are packed once, and stay in
 * the module’s memory with the keys and values; of a step only tokens and lengths cross.
 */
import type { DecoderWeights, StackWeights } from '../graph/weights';
import type { Stepper } from '../greedy';
import type { ModelShape } from '../modelShape';
import type { Encoded, Transformer } from '../transformer';
import { Arena } from './arena';
import { Batch } from './batch';
import { Crew } from './crew';
import { checkFit } from './fit';
import { kernelOf } from './kernel';
import { Pages, pageTokens } from './pages';
import { columns, Records } from './records';
import { scratchOf, sharedScratch, type Scratch, type SharedScratch } from './scratch';
import { StepRecord, type Memory } from './step';

export interface MarianWeights {
	readonly encoder: StackWeights;
	readonly decoder: DecoderWeights;
}

/** Addresses of what encoding a sentence needs: a number for each of its tokens. */
interface EncoderPlace {
	readonly stack: number;
	readonly tokens: number;
	readonly lengths: number;
	/** Addresses of the same list of pages, which have room for one layer. */
	readonly lists: number;
}

export interface MarianOptions {
	/** Threads that may work. The memory must be shared for more than one. */
	readonly threads?: number;
	/** Whether the module is compiled with relaxed SIMD. */
	readonly isRelaxed?: boolean;
}

/** A thread that shares the work: `thread.ts` runs it. */
export interface Follower {
	readonly module: WebAssembly.Module;
	readonly memory: WebAssembly.Memory;
	readonly order: number;
	readonly thread: number;
	readonly scratch: number;
}

export class Marian implements Transformer {
	readonly #arena: Arena;
	readonly #crew: Crew;
	readonly #positions: number;
	readonly #width: number;
	readonly #encoder: EncoderPlace;
	readonly #decoder: number;
	readonly #shared: SharedScratch;
	readonly #scratch: Scratch;
	readonly #pages: Pages;
	readonly #step: StepRecord;
	/** The list of pages of the sentence that is memorised. */
	readonly #memorised: number;
	#batch: Batch | null = null;
	/** What the threads beside the first must be given. */
	readonly followers: readonly Follower[];

	/**
	 * Throws a TypeError for a model whose sizes the module cannot take.
	 */
	constructor(
		module: WebAssembly.Module,
		memory: WebAssembly.Memory,
		{ encoder, decoder }: MarianWeights,
		{ heads, positions }: ModelShape,
		{ threads = 1, isRelaxed = false }: MarianOptions = {}
	) {
		const { inputs: width, outputs: vocabulary } = decoder.output;
		checkFit(encoder, decoder, heads, positions);
		this.#arena = new Arena(memory);
		const kernel = kernelOf(module, memory);
		this.#positions = positions;
		this.#width = width;
		this.#arena.reserve(
			bytesOf(encoder) + bytesOf(decoder) - decoder.embedding.table.constant.bytes.length
		);
		const records = new Records(this.#arena, kernel, isRelaxed);
		this.#decoder = records.stack(decoder, heads, decoder.output);
		this.#encoder = this.#placeEncoder(records.stack(encoder, heads, null));
		const widest = Math.max(3 * width, ...[encoder, decoder].flatMap(innerWidths));
		const size = { rows: positions, width, widest };
		this.#shared = sharedScratch(this.#arena, size);
		this.#scratch = scratchOf(this.#arena, size, this.#shared);
		this.#crew = new Crew(this.#arena, kernel, this.#scratch.at);
		this.followers = Array.from({ length: threads - 1 }, (_, i) => ({
			...{ module, memory, order: this.#crew.order, thread: i + 1 },
			scratch: scratchOf(this.#arena, size, this.#shared).at
		}));
		this.#pages = new Pages(this.#arena, decoder.layers.length * this.#layerBytes);
		this.#memorised = this.#arena.take(4 * Math.ceil(positions / pageTokens));
		this.#step = new StepRecord(this.#arena, {
			...{ stack: this.#decoder, vocabulary, positions },
			outputs: Math.ceil(vocabulary / columns) * columns
		});
	}

	/** Bytes of a page’s keys and values for one layer. */
	get #layerBytes(): number {
		return 2 * pageTokens * this.#width * 4;
	}

	#placeEncoder(stack: number): EncoderPlace {
		const arena = this.#arena;
		const count = Math.ceil(this.#positions / pageTokens);
		const pages = arena.integers(Array.from({ length: count }, () => arena.take(this.#layerBytes)));
		return {
			stack,
			tokens: arena.take(4 * this.#positions),
			lengths: arena.take(4 * this.#positions),
			lists: arena.integers(new Array<number>(this.#positions).fill(pages))
		};
	}

	/** Tells that the followers wait for orders. */
	joined(): void {
		if (this.followers.length > 0) this.#crew.ready(this.followers.length + 1);
	}

	/** The number of threads that work now. */
	get threads(): number {
		return this.#crew.threads;
	}

	encode(tokens: readonly number[]): Promise<Encoded> {
		const count = tokens.length;
		this.#checkLength(count);
		const { stack, tokens: ids, lengths, lists } = this.#encoder;
		this.#arena.viewIntegers(ids, count).set(tokens);
		this.#arena.viewIntegers(lengths, count).fill(count);
		this.#crew.encode(stack, ids, count, lists, lengths);
		const vectors = this.#arena.viewFloats(this.#scratch.vectors, count * this.#width).slice();
		return Promise.resolve({ tokens: count, vectors });
	}

	begin(sentences: readonly Encoded[]): Stepper {
		this.#batch?.end();
		this.#pages.clear();
		const memories = sentences.map((sentence) => this.#memorise(sentence));
		this.#batch = new Batch(this.#pages, memories, (rows, tokens, barred) =>
			this.#step.do(rows, tokens, barred, (record) => this.#crew.decode(record))
		);
		return this.#batch;
	}

	/** Computes a sentence’s keys and values for every layer of the decoder. */
	#memorise({ tokens, vectors }: Encoded): Memory {
		this.#checkLength(tokens);
		const pages = Array.from({ length: Math.ceil(tokens / pageTokens) }, () => this.#pages.take());
		this.#arena.viewFloats(this.#shared.added, vectors.length).set(vectors);
		this.#arena.viewIntegers(this.#memorised, pages.length).set(pages);
		this.#crew.memorise(this.#decoder, tokens, this.#memorised);
		return { tokens, pages };
	}

	#checkLength(tokens: number): void {
		if (tokens > this.#positions)
			throw new RangeError(`${tokens} tokens, where ${this.#positions} fit`);
	}
}

const innerWidths = ({ layers }: StackWeights): readonly number[] =>
	layers.map(({ inner }) => inner.outputs);

/** Returns the bytes of a stack’s tables. */
const bytesOf = ({ embedding, layers }: StackWeights): number =>
	[
		embedding.table,
		...layers.flatMap(({ own, cross, inner, outer }) => [
			...[own, ...(cross ? [cross] : [])].flatMap(({ query, key, value, output }) => [
				...[query, key, value, output]
			]),
			inner,
			outer
		])
	].reduce((sum, { constant }) => sum + constant.bytes.length, 0);
