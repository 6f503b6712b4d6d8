/**
 * Packs the weights of a linear layer, as they are in the file, into panels of 8 columns: for each
 * two inputs (or four, for relaxed SIMD) the weights of each column. `multiply.ts` reads them in this
 * order.
 */

/** Returns where the weight of an input and a column is in a packed matrix of `inputs` inputs. */
export function packedAt(input: i32, column: i32, inputs: i32, isFour: bool): i32 {
	const panel = (column >> 3) * (inputs << 3);
	if (isFour) return panel + ((input >> 2) << 5) + ((column & 7) << 2) + (input & 3);
	return panel + ((input >> 1) << 4) + ((column & 7) << 1) + (input & 1);
}

/**
 * Packs a table with a row for each column of the matrix: [columns, inputs]. `flip` is 128 for
 * uint8, which turns it into int8, and 0 for int8; `first`: the column of the matrix that the first
 * row becomes; `offset`: added to each weight. `sums`: the sums of the columns are added there, for
 * weights that are packed by fours; else 0.
 */
export function packRows(
	from: usize,
	columns: i32,
	inputs: i32,
	flip: i32,
	to: usize,
	first: i32,
	sums: usize,
	offset: i32
): void {
	for (let column = first; column < first + columns; column++)
		for (let input = 0; input < inputs; input++, from++)
			put(<i8>(load<u8>(from) ^ flip), input, column, inputs, to, sums, offset);
}

/** Packs inputs `firstInput` and on of a table [inputs, columns]: `count` of them. */
export function packColumns(
	from: usize,
	columns: i32,
	inputs: i32,
	flip: i32,
	to: usize,
	first: i32,
	firstInput: i32,
	count: i32,
	sums: usize,
	offset: i32
): void {
	for (let input = firstInput; input < firstInput + count; input++)
		for (let column = first; column < first + columns; column++, from++)
			put(<i8>(load<u8>(from) ^ flip), input, column, inputs, to, sums, offset);
}

function put(
	weight: i8,
	input: i32,
	column: i32,
	inputs: i32,
	to: usize,
	sums: usize,
	offset: i32
): void {
	store<i8>(to + packedAt(input, column, inputs, sums != 0), weight + <i8>offset);
	if (sums) store<i32>(sums + (column << 2), load<i32>(sums + (column << 2)) + weight);
}

/** Returns the largest absolute value of `count` weights, `flip` as above. */
export function largest(from: usize, count: i32, flip: i32): i32 {
	let most = 0;
	for (const end = from + count; from < end; from++)
		most = max(most, abs<i32>(<i32>(<i8>(load<u8>(from) ^ flip))));
	return most;
}
