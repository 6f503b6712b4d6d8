/** Puts the four numbers of a vector together. */

export function sumOf(x: v128): f32 {
	return (
		f32x4.extract_lane(x, 0) +
		f32x4.extract_lane(x, 1) +
		(f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3))
	);
}

export function highestOf(x: v128): f32 {
	return max(
		max(f32x4.extract_lane(x, 0), f32x4.extract_lane(x, 1)),
		max(f32x4.extract_lane(x, 2), f32x4.extract_lane(x, 3))
	);
}

export function lowestOf(x: v128): f32 {
	return min(
		min(f32x4.extract_lane(x, 0), f32x4.extract_lane(x, 1)),
		min(f32x4.extract_lane(x, 2), f32x4.extract_lane(x, 3))
	);
}

/** Returns the sum of four int32. */
export function totalOf(x: v128): i32 {
	return (
		i32x4.extract_lane(x, 0) +
		i32x4.extract_lane(x, 1) +
		i32x4.extract_lane(x, 2) +
		i32x4.extract_lane(x, 3)
	);
}
