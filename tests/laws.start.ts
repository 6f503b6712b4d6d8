import type { TestProject } from 'vitest/node';

/** Prints the command that repeats this run. */
export default function start({ config: { provide } }: TestProject): void {
	console.log(`laws: LAWS_RUNS=${provide.lawRuns} LAWS_SEED=${provide.lawSeed}`);
}
