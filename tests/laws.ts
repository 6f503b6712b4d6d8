/** Sets the number of cases per law and their seed for every file. Vitest runs it before each. */
import fc from 'fast-check';
import { inject } from 'vitest';

fc.configureGlobal({ numRuns: inject('lawRuns'), seed: inject('lawSeed') });

declare module 'vitest' {
	interface ProvidedContext {
		lawRuns: number;
		lawSeed: number;
	}
}
