/**
 * Settings of the property tests ("laws"). LAWS_RUNS: cases per law, 200 by default;
 * `LAWS_RUNS=2000 npm run unit` tries more. LAWS_SEED: repeats an earlier run.
 */
const defaultRuns = 200;

/** Reads the settings from the environment. Without LAWS_SEED each run has a new seed. */
export function lawRuns() {
	const { LAWS_RUNS, LAWS_SEED } = process.env;
	return {
		lawRuns: LAWS_RUNS ? Number(LAWS_RUNS) : defaultRuns,
		lawSeed: LAWS_SEED ? Number(LAWS_SEED) : Math.floor(Math.random() * 2 ** 31)
	};
}
