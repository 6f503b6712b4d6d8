/** Trains a Marian model on some sentences: Adam, with smoothed labels. Deterministic. */
import {
	layerName,
	names,
	weight,
	type MarianShape,
	type Side,
	type Weights
} from '../marian/weights';
import { random } from '../random';
import { softmax, Tape, type Matrix } from './tape';

/** Tokens, including the end token. */
export interface Lesson {
	readonly source: readonly number[];
	readonly target: readonly number[];
}

const epochs = 60;
const batchSize = 16;
const rate = 3e-3;
const warmUp = 40;
const smoothing = 0.1;

/** Changes `weights`. Reports progress after every tenth epoch. */
export function train(
	shape: MarianShape,
	weights: Weights,
	lessons: readonly Lesson[],
	say: (epoch: number, loss: number) => void
): void {
	const next = random(1);
	const adam = new Adam(weights);
	const steps = epochs * Math.ceil(lessons.length / batchSize);
	let step = 0;
	for (let epoch = 1; epoch <= epochs; epoch++) {
		const order = shuffled(lessons, next);
		let loss = 0;
		for (let i = 0; i < order.length; i += batchSize) {
			step++;
			const gradients: Weights = new Map(
				[...weights].map(([name, { length }]) => [name, new Float32Array(length)])
			);
			loss += learn(new Tape(shape, weights, gradients), order.slice(i, i + batchSize));
			adam.step(gradients, rate * Math.min(1, step / warmUp) * (1 - (0.95 * step) / steps));
		}
		if (epoch % 10 === 0) say(epoch, loss / Math.ceil(order.length / batchSize));
	}
}

function shuffled<Item>(items: readonly Item[], next: () => number): readonly Item[] {
	return items
		.map((item) => ({ item, key: next() }))
		.sort((a, b) => a.key - b.key)
		.map(({ item }) => item);
}

interface Sentences {
	readonly ids: readonly number[];
	readonly places: readonly number[];
	readonly ends: readonly number[];
}

function sideBySide(sentences: readonly (readonly number[])[]): Sentences {
	const ends = [0];
	for (const { length } of sentences) ends.push((ends.at(-1) ?? 0) + length);
	return { ids: sentences.flat(), places: sentences.flatMap((ids) => [...ids.keys()]), ends };
}

/** Computes the gradients of one batch and returns its loss. */
export function learn(tape: Tape, lessons: readonly Lesson[]): number {
	const start = tape.shape.vocabulary - 1;
	const source = sideBySide(lessons.map(({ source }) => source));
	const said = sideBySide(lessons.map(({ target }) => [start, ...target.slice(0, -1)]));
	const wanted = lessons.flatMap(({ target }) => target);
	const encoded = encoder(tape, source);
	const logits = tape.logits(decoder(tape, said, encoded, source));
	const loss = judge(logits, wanted);
	tape.rewind();
	return loss;
}

function encoder(tape: Tape, { ids, places, ends }: Sentences): Matrix {
	let x = tape.embed(ids, places);
	for (let layer = 0; layer < tape.shape.layers; layer++) {
		x = attention(tape, x, x, 'encoder', layer, 'self_attn', [ends, ends]);
		x = feedForward(tape, x, layerName('encoder', layer));
	}
	return x;
}

function decoder(
	tape: Tape,
	{ ids, places, ends }: Sentences,
	encoded: Matrix,
	source: Sentences
): Matrix {
	let x = tape.embed(ids, places);
	for (let layer = 0; layer < tape.shape.layers; layer++) {
		x = attention(tape, x, x, 'decoder', layer, 'self_attn', [ends, ends]);
		x = attention(tape, x, encoded, 'decoder', layer, 'encoder_attn', [ends, source.ends]);
		x = feedForward(tape, x, layerName('decoder', layer));
	}
	return x;
}

function attention(
	tape: Tape,
	x: Matrix,
	read: Matrix,
	side: Side,
	layer: number,
	kind: 'self_attn' | 'encoder_attn',
	ends: readonly [readonly number[], readonly number[]]
): Matrix {
	const name = `${layerName(side, layer)}.${kind}`;
	const { width } = tape.shape;
	const looked = tape.attend(
		[
			tape.linear(x, `${name}.q_proj`, width),
			tape.linear(read, `${name}.k_proj`, width),
			tape.linear(read, `${name}.v_proj`, width)
		],
		ends,
		side === 'decoder' && kind === 'self_attn'
	);
	return tape.norm(
		tape.add(x, tape.linear(looked, `${name}.out_proj`, width)),
		`${name}_layer_norm`
	);
}

function feedForward(tape: Tape, x: Matrix, name: string): Matrix {
	const { width, inner } = tape.shape;
	const hidden = tape.swish(tape.linear(x, `${name}.fc1`, inner));
	return tape.norm(
		tape.add(x, tape.linear(hidden, `${name}.fc2`, width)),
		`${name}.final_layer_norm`
	);
}

/** Returns the cross-entropy with smoothed labels, and its gradient for the logits. */
function judge({ rows, width, values, gradient }: Matrix, wanted: readonly number[]): number {
	let loss = 0;
	wanted.forEach((token, row) => {
		const shares = softmax(values.subarray(row * width, (row + 1) * width));
		shares.forEach((share, i) => {
			const target = (i === token ? 1 - smoothing : 0) + smoothing / width;
			loss -= target * Math.log(share);
			gradient[row * width + i] = (share - target) / rows;
		});
	});
	return loss / rows;
}

const frozen: readonly string[] = [names.positions, names.logitsBias];
/** Updates weights after Kingma and Ba (2015), with the gradient’s length limited to 1. */
class Adam {
	readonly #weights: Weights;
	readonly #means: Weights;
	readonly #squares: Weights;
	#steps = 0;

	constructor(weights: Weights) {
		const zeros = () =>
			new Map([...weights].map(([name, { length }]) => [name, new Float32Array(length)] as const));
		this.#weights = new Map([...weights].filter(([name]) => !frozen.includes(name)));
		this.#means = zeros();
		this.#squares = zeros();
	}

	step(gradients: Weights, rate: number): void {
		this.#steps++;
		let length = 0;
		for (const name of this.#weights.keys())
			for (const value of weight(gradients, name)) length += value * value;
		const clip = Math.min(1, 1 / Math.sqrt(length));
		for (const name of this.#weights.keys()) this.#move(name, weight(gradients, name), clip, rate);
	}

	#move(name: string, gradient: Float32Array, clip: number, rate: number): void {
		const weights = weight(this.#weights, name);
		const means = weight(this.#means, name);
		const squares = weight(this.#squares, name);
		const [keepMean, keepSquare] = [0.9, 0.98];
		const meanPart = 1 - keepMean ** this.#steps;
		const squarePart = 1 - keepSquare ** this.#steps;
		for (let i = 0; i < weights.length; i++) {
			const value = (gradient[i] ?? 0) * clip;
			const mean = keepMean * (means[i] ?? 0) + (1 - keepMean) * value;
			const square = keepSquare * (squares[i] ?? 0) + (1 - keepSquare) * value * value;
			means[i] = mean;
			squares[i] = square;
			weights[i] =
				(weights[i] ?? 0) - (rate * (mean / meanPart)) / (Math.sqrt(square / squarePart) + 1e-9);
		}
	}
}
