/**
 * Packs the weights of a linear layer, as they are in the file, into panels of 8 columns: for each
 * pair of inputs the two weights of each column. `multiply.ts` reads them in this order.
 */

/** Returns where the weight of an input and a column is in a packed matrix of `inputs` inputs. */
export function packedAt(input: i32, column: i32, inputs: i32): i32 {
	return (column >> 3) * (inputs << 3) + ((input >> 1) << 4) + ((column & 7) << 1) + (input & 1);
}

/**
 * Packs a table with a row for each column of the matrix: [columns, inputs]. `flip` is 128 for
 * uint8, which turns it into int8, and 0 for int8; `first`: the column of the matrix that the first
 * row becomes.
 */
export function packRows(
	from: usize,
	columns: i32,
	inputs: i32,
	flip: i32,
	to: usize,
	first: i32
): void {
	const flips = <i16>(flip | (flip << 8));
	for (let column = first; column < first + columns; column++) {
		let at = to + packedAt(0, column, inputs);
		for (const end = from + inputs; from < end; from += 2, at += 16)
			store<i16>(at, load<i16>(from) ^ flips);
	}
}

/** Packs inputs `firstInput` and on of a table [inputs, columns]: `count` of them, an even number. */
export function packColumns(
	from: usize,
	columns: i32,
	inputs: i32,
	flip: i32,
	to: usize,
	first: i32,
	firstInput: i32,
	count: i32
): void {
	const flips = i8x16.splat(<i8>flip);
	for (let column = 0; column < columns; column += 8) {
		let at = to + packedAt(firstInput, first + column, inputs);
		let even = from + column;
		for (let input = 0; input < count; input += 2, at += 16) {
			const odd = even + columns;
			const both = interleaved(v128.load64_zero(even), v128.load64_zero(odd));
			v128.store(at, v128.xor(both, flips));
			even = odd + columns;
		}
	}
}

/** Returns the first eight bytes of two vectors in turn. */
function interleaved(a: v128, b: v128): v128 {
	return i8x16.shuffle(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}
