/**
 * Computes numbers forwards and their gradients backwards (reverse-mode differentiation), with only
 * the operations of a Marian model. Sentences lie one after another in one matrix, without padding;
 * `ends` holds where each begins and the last one ends.
 */
import { weight, type MarianShape, type Weights } from '../marian/weights';

/** A matrix [rows, width] with the gradient of each number. */
export interface Matrix {
	readonly rows: number;
	readonly width: number;
	readonly values: Float32Array;
	readonly gradient: Float32Array;
}

export class Tape {
	readonly #back: (() => void)[] = [];

	constructor(
		readonly shape: MarianShape,
		readonly weights: Weights,
		readonly gradients: Weights
	) {}

	/** Runs every step backwards. The gradient of the result must already be in its matrix. */
	rewind(): void {
		for (const step of this.#back.toReversed()) step();
	}

	linear(x: Matrix, name: string, width: number): Matrix {
		const table = weight(this.weights, `${name}.weight`);
		const bias = weight(this.weights, `${name}.bias`);
		const y = matrix(x.rows, width);
		for (let row = 0; row < x.rows; row++) y.values.set(bias, row * width);
		addProduct(y.values, x.values, table, x.rows, x.width, width);
		const tableGradient = weight(this.gradients, `${name}.weight`);
		const biasGradient = weight(this.gradients, `${name}.bias`);
		this.#back.push(() => {
			addProductWithTurned(x.gradient, y.gradient, table, x.rows, width, x.width);
			addTurnedProduct(tableGradient, x.values, y.gradient, x.width, x.rows, width);
			for (let i = 0; i < y.gradient.length; i++) at(biasGradient, i % width, at0(y.gradient, i));
		});
		return y;
	}

	add(a: Matrix, b: Matrix): Matrix {
		const y = matrix(a.rows, a.width);
		for (let i = 0; i < y.values.length; i++) y.values[i] = at0(a.values, i) + at0(b.values, i);
		this.#back.push(() => {
			for (let i = 0; i < y.gradient.length; i++) {
				at(a.gradient, i, at0(y.gradient, i));
				at(b.gradient, i, at0(y.gradient, i));
			}
		});
		return y;
	}

	swish(x: Matrix): Matrix {
		const y = matrix(x.rows, x.width);
		const gates = x.values.map((value) => 1 / (1 + Math.exp(-value)));
		for (let i = 0; i < gates.length; i++) y.values[i] = at0(x.values, i) * at0(gates, i);
		this.#back.push(() => {
			for (let i = 0; i < gates.length; i++) {
				const gate = at0(gates, i);
				at(x.gradient, i, at0(y.gradient, i) * (gate + at0(x.values, i) * gate * (1 - gate)));
			}
		});
		return y;
	}

	norm(x: Matrix, name: string): Matrix {
		const scale = weight(this.weights, `${name}.weight`);
		const bias = weight(this.weights, `${name}.bias`);
		const { width } = x;
		const y = matrix(x.rows, width);
		const normed = new Float32Array(x.values.length);
		const inverse = new Float32Array(x.rows);
		for (let row = 0; row < x.rows; row++) {
			const values = x.values.subarray(row * width, (row + 1) * width);
			const mean = sum(values) / width;
			const variance = sum(values.map((value) => (value - mean) ** 2)) / width;
			const factor = 1 / Math.sqrt(variance + 1e-5);
			inverse[row] = factor;
			for (let j = 0; j < width; j++) {
				const value = (at0(values, j) - mean) * factor;
				normed[row * width + j] = value;
				y.values[row * width + j] = value * at0(scale, j) + at0(bias, j);
			}
		}
		this.#back.push(() => this.#normBack(x, y, name, normed, inverse));
		return y;
	}

	#normBack(x: Matrix, y: Matrix, name: string, normed: Float32Array, inverse: Float32Array): void {
		const scale = weight(this.weights, `${name}.weight`);
		const scaleGradient = weight(this.gradients, `${name}.weight`);
		const biasGradient = weight(this.gradients, `${name}.bias`);
		const { width } = x;
		for (let row = 0; row < x.rows; row++) {
			let all = 0;
			let along = 0;
			for (let j = 0; j < width; j++) {
				const i = row * width + j;
				const gradient = at0(y.gradient, i);
				at(scaleGradient, j, gradient * at0(normed, i));
				at(biasGradient, j, gradient);
				all += gradient * at0(scale, j);
				along += gradient * at0(scale, j) * at0(normed, i);
			}
			for (let j = 0; j < width; j++) {
				const i = row * width + j;
				const own = at0(y.gradient, i) * at0(scale, j);
				const rest = own - all / width - (at0(normed, i) * along) / width;
				at(x.gradient, i, at0(inverse, row) * rest);
			}
		}
	}

	/** Reads rows of the embedding and adds their positions. */
	embed(ids: readonly number[], places: readonly number[]): Matrix {
		const { width } = this.shape;
		const table = weight(this.weights, 'model.shared.weight');
		const gradient = weight(this.gradients, 'model.shared.weight');
		const positions = weight(this.weights, 'model.positions');
		const factor = Math.sqrt(width);
		const y = matrix(ids.length, width);
		ids.forEach((id, row) => {
			for (let j = 0; j < width; j++)
				y.values[row * width + j] =
					at0(table, id * width + j) * factor + at0(positions, (places[row] ?? 0) * width + j);
		});
		this.#back.push(() =>
			ids.forEach((id, row) => {
				for (let j = 0; j < width; j++)
					at(gradient, id * width + j, at0(y.gradient, row * width + j) * factor);
			})
		);
		return y;
	}

	/** Multiplies every row by every row of the embedding. */
	logits(x: Matrix): Matrix {
		const { width, vocabulary } = this.shape;
		const table = weight(this.weights, 'model.shared.weight');
		const gradient = weight(this.gradients, 'model.shared.weight');
		const y = matrix(x.rows, vocabulary);
		addProductWithTurned(y.values, x.values, table, x.rows, width, vocabulary);
		this.#back.push(() => {
			addProduct(x.gradient, y.gradient, table, x.rows, vocabulary, width);
			addTurnedProduct(gradient, y.gradient, x.values, vocabulary, x.rows, width);
		});
		return y;
	}

	/** Attends to the keys of the same sentence; `isCausal` masks the keys after each query. */
	attend(
		[query, keys, values]: readonly [Matrix, Matrix, Matrix],
		[queryEnds, keyEnds]: readonly [readonly number[], readonly number[]],
		isCausal: boolean
	): Matrix {
		const y = matrix(query.rows, query.width);
		for (let sentence = 0; sentence + 1 < queryEnds.length; sentence++)
			for (let head = 0; head < this.shape.heads; head++)
				for (let row = queryEnds[sentence] ?? 0; row < (queryEnds[sentence + 1] ?? 0); row++) {
					const from = keyEnds[sentence] ?? 0;
					const to = isCausal ? row + 1 : (keyEnds[sentence + 1] ?? 0);
					this.#look({ query, keys, values, y, head, row, from, to });
				}
		return y;
	}

	/** Attends with one query and one head to the keys `from` … `to`. */
	#look({ query, keys, values, y, head, row, from, to }: Look): void {
		const width = query.width / this.shape.heads;
		const factor = width ** -0.5;
		const part = (of: Float32Array, at: number) =>
			of.subarray(at * query.width + head * width, at * query.width + (head + 1) * width);
		const asked = part(query.values, row);
		const shares = softmax(
			Float32Array.from(
				{ length: to - from },
				(_, i) => factor * dot(asked, part(keys.values, from + i))
			)
		);
		shares.forEach((share, i) =>
			addScaled(part(y.values, row), part(values.values, from + i), share)
		);
		this.#back.push(() => {
			const gradient = part(y.gradient, row);
			const wanted = shares.map((_, i) => dot(gradient, part(values.values, from + i)));
			const mean = dot(wanted, shares);
			shares.forEach((share, i) => {
				addScaled(part(values.gradient, from + i), gradient, share);
				const score = share * (at0(wanted, i) - mean) * factor;
				addScaled(part(query.gradient, row), part(keys.values, from + i), score);
				addScaled(part(keys.gradient, from + i), asked, score);
			});
		});
	}
}

interface Look {
	readonly query: Matrix;
	readonly keys: Matrix;
	readonly values: Matrix;
	readonly y: Matrix;
	readonly head: number;
	readonly row: number;
	readonly from: number;
	readonly to: number;
}

const matrix = (rows: number, width: number): Matrix => ({
	rows,
	width,
	values: new Float32Array(rows * width),
	gradient: new Float32Array(rows * width)
});

const at0 = (values: Float32Array, i: number): number => values[i] ?? 0;
/** Adds to one number. */
const at = (values: Float32Array, i: number, value: number): void => {
	values[i] = (values[i] ?? 0) + value;
};

const sum = (values: Float32Array): number => values.reduce((all, value) => all + value, 0);

export function softmax(scores: Float32Array): Float32Array {
	const most = scores.reduce((so, score) => Math.max(so, score), -Infinity);
	const powers = scores.map((score) => Math.exp(score - most));
	const all = sum(powers);
	return powers.map((power) => power / all);
}

function dot(a: Float32Array, b: Float32Array): number {
	let all = 0;
	for (let i = 0; i < a.length; i++) all += at0(a, i) * at0(b, i);
	return all;
}

function addScaled(to: Float32Array, what: Float32Array, factor: number): void {
	for (let i = 0; i < to.length; i++) at(to, i, at0(what, i) * factor);
}

/** c [m, n] += a [m, k] · b [k, n] */
function addProduct(
	c: Float32Array,
	a: Float32Array,
	b: Float32Array,
	m: number,
	k: number,
	n: number
): void {
	for (let i = 0; i < m; i++)
		for (let p = 0; p < k; p++)
			addScaled(c.subarray(i * n, (i + 1) * n), b.subarray(p * n, (p + 1) * n), at0(a, i * k + p));
}

/** c [m, n] += a [m, k] · b [n, k] transposed */
function addProductWithTurned(
	c: Float32Array,
	a: Float32Array,
	b: Float32Array,
	m: number,
	k: number,
	n: number
): void {
	for (let i = 0; i < m; i++)
		for (let j = 0; j < n; j++)
			at(c, i * n + j, dot(a.subarray(i * k, (i + 1) * k), b.subarray(j * k, (j + 1) * k)));
}

/** c [m, n] += a [k, m] transposed · b [k, n] */
function addTurnedProduct(
	c: Float32Array,
	a: Float32Array,
	b: Float32Array,
	m: number,
	k: number,
	n: number
): void {
	for (let p = 0; p < k; p++)
		for (let i = 0; i < m; i++)
			addScaled(c.subarray(i * n, (i + 1) * n), b.subarray(p * n, (p + 1) * n), at0(a, p * m + i));
}
