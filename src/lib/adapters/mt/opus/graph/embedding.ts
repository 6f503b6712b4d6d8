/** Finds the embedding: (row of the token) · factor + (row of the position). */
import { beforeLayout, constantAt, nodeAt, nodeBeforeLayout, origin, type Value } from './dataflow';
import { elementType, type Constant } from './graph';
import { floats, tableOf, withoutFactors, type Table } from './linear';

export interface EmbeddingWeights {
	/** A row for each token. */
	readonly table: Table;
	readonly factor: number;
	/** [positions, width] */
	readonly positions: Float32Array;
}

export function embeddingAt(value: Value): EmbeddingWeights | null {
	const sum = nodeBeforeLayout(value);
	const [first, second] = sum?.op === 'Add' ? sum.inputs : [];
	if (!first || !second) return null;
	for (const [tokens, places] of [
		[first, second],
		[second, first]
	] as const) {
		const scaled = withoutFactors(tokens);
		const table = tokenTable(scaled.value);
		const positions = table && positionsAt(places, table.inputs);
		if (table && positions) return { table, factor: scaled.factor, positions };
	}
	return null;
}

/** DequantizeLinear(Gather(table, input_ids), scale, zero) */
function tokenTable(value: Value): Table | null {
	const numbers = nodeAt(value);
	const [rows, scale, zero] = numbers?.op === 'DequantizeLinear' ? numbers.inputs : [];
	const gather = rows && nodeAt(rows);
	const [table, ids] = gather?.op === 'Gather' ? gather.inputs : [];
	if (!table || !ids || !scale || beforeLayout(ids).name !== 'input_ids') return null;
	const [constant, step] = [constantAt(table), constantAt(scale)];
	return constant && step ? tableOf(constant, true, step, zero ? constantAt(zero) : null) : null;
}

/** Rows of a table of `width` columns that are picked by their place, quantised or not. */
function positionsAt(value: Value, width: number): Float32Array | null {
	const found = nodeBeforeLayout(value);
	const [rows, scale, zero] = found?.op === 'DequantizeLinear' ? found.inputs : [];
	const picked = pickedFrom(rows ?? value);
	if (!picked || picked.dims.length !== 2 || picked.dims[1] !== width) return null;
	if (!rows) return floats(picked);
	const step = scale && constantAt(scale);
	const table = step ? tableOf(picked, true, step, zero ? constantAt(zero) : null) : null;
	return table && dequantised(table);
}

function pickedFrom(value: Value): Constant | null {
	const found = nodeBeforeLayout(value);
	const [table] = found && ['Gather', 'Slice'].includes(found.op) ? found.inputs : [];
	return table ? constantAt(origin(table)) : null;
}

function dequantised({ constant, inputs, scales, zeros }: Table): Float32Array {
	const isSigned = constant.type === elementType.int8;
	const numbers = isSigned ? new Int8Array(constant.bytes) : constant.bytes;
	const result = new Float32Array(numbers.length);
	for (let i = 0; i < result.length; i++) {
		const row = Math.floor(i / inputs);
		result[i] = ((numbers[i] ?? 0) - (zeros[row] ?? 0)) * (scales[row] ?? 0);
	}
	return result;
}
