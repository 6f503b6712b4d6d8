/** The part of `compose.ts` that gets models: apart from it, since only some readers need it. */
import type { ModelStore } from '$lib/core/machine/modelStore';
import { offline, store } from './compose';

let opened: Promise<ModelStore<Blob>> | null = null;

/** The models on this device. The same store always; only in the browser. */
export function modelStore(): Promise<ModelStore<Blob>> {
	opened ??= open();
	return opened;
}

async function open(): Promise<ModelStore<Blob>> {
	try {
		const [
			{ Models },
			{ startWorker },
			{ keepTranslator, dropTranslator },
			{ models: records },
			{ askForPromise }
		] = await Promise.all([
			import('$lib/adapters/models/store'),
			import('$lib/adapters/models/start'),
			import('$lib/adapters/mt/opus/kept'),
			store(),
			offline()
		]);
		return new Models({
			records,
			start: startWorker,
			persist: () => void askForPromise(),
			translator: { keep: () => void keepTranslator(), drop: () => void dropTranslator() }
		});
	} catch (error) {
		opened = null; // the module did not come: the next call asks again
		throw error;
	}
}
