/**
 * Long work done step by step: between two steps the caller may show the share that is done, from 0
 * to 1, or abandon the rest.
 */
export type Steps<T> = Generator<{ readonly done: number }, T>;

/** Runs all steps in one go, and tells what each of them yields. */
export function runSteps<Step, T>(
	steps: Generator<Step, T>,
	tell: (step: Step) => void = () => {}
): T {
	let step = steps.next();
	for (; !step.done; step = steps.next()) tell(step.value);
	return step.value;
}
