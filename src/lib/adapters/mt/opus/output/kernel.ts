/**
 * Multiplies a table of int8 by some vectors of int16, with WebAssembly’s 128-bit SIMD. Reads the
 * table once, row by row, without repacking; each row is multiplied by all vectors while it is
 * loaded. Exact: int16 times int8, summed in int32.
 */
import {
	advance,
	get,
	i32,
	lane,
	loadFloat,
	loadVector,
	moduleOf,
	op,
	set,
	storeFloat,
	tee,
	type,
	type Code
} from './assembler';

/** Numbers multiplied at once. `width` must be a multiple of it. */
export const stride = 16;

/** Parameters of `run`, in order: addresses in bytes, but for `rows`. */
const parameter = {
	/** [rows, width] int8 */
	table: 0,
	/** [vectors, width] int16 */
	vectors: 1,
	/** [vectors, rows] float32, the result: table · vector × row’s scale × vector’s scale + bias */
	result: 2,
	/** Number of rows, not an address. */
	rows: 3,
	/** [rows] float32 */
	bias: 4,
	rowScales: 5,
	/** [vectors] float32 */
	vectorScales: 6
} as const;
const parameters = Object.keys(parameter).length;

const local = {
	rowEnd: parameters,
	at: parameters + 1,
	resultStride: parameters + 2,
	low: parameters + 3,
	high: parameters + 4,
	/** One sum for each vector. */
	sums: parameters + 5
} as const;

/**
 * Returns a module whose `run` multiplies by exactly `vectors` vectors of exactly `width` numbers.
 */
export function kernel(vectors: number, width: number): Uint8Array<ArrayBuffer> {
	const each = (code: (vector: number) => Code): Code =>
		Array.from({ length: vectors }, (_, vector) => code(vector)).flat();
	const body = [
		...get(parameter.rows),
		...i32(4),
		...op.i32.multiply,
		...set(local.resultStride),
		...op.loop, // over the rows
		...each((vector) => [...op.zeros, ...set(local.sums + vector)]),
		...get(parameter.vectors),
		...set(local.at),
		...get(parameter.table),
		...i32(width),
		...op.i32.add,
		...set(local.rowEnd),
		...op.loop, // along the row
		...loadStride,
		...each((vector) => addProducts(vector, width)),
		...advance(local.at, i32(2 * stride)),
		...get(parameter.table),
		...i32(stride),
		...op.i32.add,
		...tee(parameter.table),
		...get(local.rowEnd),
		...op.i32.lessThan,
		...op.branchIf,
		...op.end,
		...each(store),
		// Back to the first result of this row, then to the next row.
		...get(parameter.result),
		...get(local.resultStride),
		...i32(vectors),
		...op.i32.multiply,
		...op.i32.subtract,
		...i32(4),
		...op.i32.add,
		...set(parameter.result),
		...advance(parameter.bias, i32(4)),
		...advance(parameter.rowScales, i32(4)),
		...get(parameter.rows),
		...i32(1),
		...op.i32.subtract,
		...tee(parameter.rows),
		...op.branchIf,
		...op.end
	];
	const locals = [
		[3, type.i32],
		[2 + vectors, type.v128]
	] as const;
	return moduleOf(parameters, locals, body);
}

/** Loads 16 numbers of the row as two vectors of int16. */
const loadStride: Code = [
	...get(parameter.table),
	...loadVector(0),
	...tee(local.high),
	...op.i16x8.extendLow,
	...set(local.low),
	...get(local.high),
	...op.i16x8.extendHigh,
	...set(local.high)
];

const addProducts = (vector: number, width: number): Code => [
	...get(local.sums + vector),
	...[local.low, local.high].flatMap((half, i) => [
		...get(half),
		...get(local.at),
		...loadVector(vector * width * 2 + i * stride),
		...op.i32x4.dot,
		...op.i32x4.add
	]),
	...set(local.sums + vector)
];

const store = (vector: number): Code => [
	...get(parameter.result),
	...[0, 1, 2, 3].flatMap((index) => [
		...get(local.sums + vector),
		...lane(index),
		...(index > 0 ? op.i32.add : [])
	]),
	...op.f32.fromI32,
	...get(parameter.rowScales),
	...loadFloat(0),
	...op.f32.multiply,
	...get(parameter.vectorScales),
	...loadFloat(vector * 4),
	...op.f32.multiply,
	...get(parameter.bias),
	...loadFloat(0),
	...op.f32.add,
	...storeFloat(0),
	...advance(parameter.result, get(local.resultStride))
];
