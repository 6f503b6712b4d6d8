import { fail, type Result } from '../result';
import type { Store } from './store';
import type { StoreFailure } from './storeFailure';

/** Calls the store. A store that cannot be opened and a call that throws become failures. */
export async function askStore<T, Opened = Store>(
	open: () => Promise<Opened>,
	question: (store: Opened) => Promise<Result<T, StoreFailure>>
): Promise<Result<T, StoreFailure>> {
	try {
		return await question(await open());
	} catch (error) {
		return fail(failedCall(error));
	}
}

/** Returns the failure for an unexpected error. */
export const failedCall = (error: unknown): StoreFailure => ({
	kind: 'failed',
	message: String(error)
});
