/** Runs `steps` and scales their progress (0 to 1) to a part of the whole. */
export function* scaled<Value>(
	steps: Generator<number, Value>,
	from: number,
	to: number
): Generator<number, Value> {
	for (let step = steps.next(); ; step = steps.next()) {
		if (step.done) return step.value;
		yield from + (to - from) * step.value;
	}
}
