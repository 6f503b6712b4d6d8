/** The environment of translating a book ahead of its reader. */
import { watchConditions } from '$lib/adapters/dom/conditions';
import { machinery, type TranslatorChoice } from './machinery';
import { store } from './store';

export type { Hold } from '$lib/adapters/dom/conditions';

/** Returns it. Only in the browser. */
export async function aheadEnvironment(choice: TranslatorChoice) {
	const [{ cache, engine, now }, { runBehind, whenReaderWaits }] = await Promise.all([
		machinery(choice),
		import('$lib/adapters/mt/exclusive')
	]);
	return {
		...{ cache, engine, now, store, watchConditions, whenReaderWaits },
		alone: runBehind,
		wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
	};
}
