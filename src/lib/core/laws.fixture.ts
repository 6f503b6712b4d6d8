/** Settings for slow laws: they run fewer cases, and more when LAWS_RUNS asks for more. */
import fc from 'fast-check';

/**
 * Returns a quarter of the cases of other laws, for a law whose cases take tens of milliseconds.
 */
export const dear = (): { numRuns: number } => ({
	numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 4)
});
