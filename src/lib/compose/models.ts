/** Translation models, apart from `store.ts`, because only some readers need them. */
import type { ModelStore } from '$lib/core/machine/modelStore';
import { once } from './once';
import { offline, store } from './store';

/** Opens the models on this device: always the same store, and only in the browser. */
export const modelStore = once(async (): Promise<ModelStore<Blob>> => {
	const [
		{ Models },
		{ startWorker },
		{ keepTranslator, dropTranslator },
		{ models: records },
		{ askForPromise }
	] = await Promise.all([
		import('$lib/adapters/models/store'),
		import('$lib/adapters/models/start'),
		import('$lib/adapters/mt/opus/runtimeFiles'),
		store(),
		offline()
	]);
	return new Models({
		records,
		start: startWorker,
		persist: () => void askForPromise(),
		translator: { keep: () => void keepTranslator(), drop: () => void dropTranslator() }
	});
});
