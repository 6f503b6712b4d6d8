/** The WebAssembly module (`assembly/`), as it is asked from here. Addresses are in bytes. */

export interface Kernel {
	/** Takes the address of a `Step` and of a `Scratch`. */
	decode(step: number, scratch: number): void;
	encode(
		stack: number,
		tokens: number,
		count: number,
		pages: number,
		lengths: number,
		scratch: number
	): void;
	memorise(stack: number, tokens: number, pages: number, scratch: number): void;
	packRows(
		from: number,
		columns: number,
		inputs: number,
		flip: number,
		to: number,
		first: number,
		sums: number,
		offset: number
	): void;
	packColumns(
		from: number,
		columns: number,
		inputs: number,
		flip: number,
		to: number,
		first: number,
		firstInput: number,
		count: number,
		sums: number,
		offset: number
	): void;
	largest(from: number, count: number, flip: number): number;
	/** What must be added to weights for relaxed SIMD on this device. */
	dotOffset(least: number): number;
	/** Makes this thread the first of those that the order names. */
	lead(order: number): void;
	/** Follows orders for ever. */
	follow(order: number, thread: number, scratch: number, least: number): void;
	quantise(
		from: number,
		rows: number,
		width: number,
		group: number,
		rounded: number,
		steps: number,
		isSmall: number
	): void;
	multiply(layer: number, rounded: number, steps: number, rows: number, to: number): void;
	addAndNormalise(vectors: number, added: number, rows: number, width: number, norm: number): void;
	softmax(scores: number, count: number): void;
	likeliest(scores: number, count: number): number;
}

/** The least int8: what `dotOffset` and `follow` are given. */
export const leastInt8 = -128;

const names = [
	...(['decode', 'encode', 'memorise', 'packRows', 'packColumns'] as const),
	...(['lead', 'follow', 'largest', 'dotOffset'] as const),
	...(['quantise', 'multiply', 'addAndNormalise', 'softmax', 'likeliest'] as const)
];

/** Instantiates a compiled module on a memory. Throws if it lacks a function. */
export function kernelOf(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernel {
	const { exports } = new WebAssembly.Instance(module, { env: { memory } });
	if (!isKernel(exports)) throw new TypeError('the module lacks a function');
	return exports;
}

const isKernel = (exports: object): exports is Kernel =>
	names.every((name) => typeof Reflect.get(exports, name) === 'function');
