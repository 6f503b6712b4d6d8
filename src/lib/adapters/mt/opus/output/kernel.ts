/**
 * Multiplies a table of int8 with some vectors of int16, on WebAssembly’s vectors of 128 bits. The
 * table is read once, row by row, as it lies in memory; each row is multiplied with all the vectors
 * while it is at hand. Exact: int16 times int8, added up in int32.
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

/** How many numbers are multiplied at once: `width` must be a multiple of it. */
export const stride = 16;

/** Addresses in bytes, in this order. */
const parameter = {
	/** [rows, width] int8 */
	table: 0,
	/** [vectors, width] int16 */
	vectors: 1,
	/** [vectors, rows] float32, the result: table · vector × row’s scale × vector’s scale + bias */
	result: 2,
	/** How many rows, not an address. */
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
	/** One for each vector. */
	sums: parameters + 5
} as const;

/** `run` of the module multiplies with just so many vectors of just this width. */
export function kernel(vectors: number, width: number): Uint8Array<ArrayBuffer> {
	const each = (code: (vector: number) => Code): Code =>
		Array.from({ length: vectors }, (_, vector) => code(vector)).flat();
	const body = [
		...get(parameter.rows),
		...i32(4),
		...op.i32.multiply,
		...set(local.resultStride),
		...op.loop, // row by row
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
		// Back to this row’s first result, then on to the next row.
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

/** 16 numbers of the row, as two vectors of int16. */
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
