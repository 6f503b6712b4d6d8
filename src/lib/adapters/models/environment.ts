import type { ModelRecords } from '$lib/core/machine/modelStore';
import type { PartCache } from './fileParts';
import type { Start } from './run';
import type { Tabs } from './tabs';

/** The environment that the store needs. */
export interface ModelsEnvironment {
	readonly records: ModelRecords;
	readonly start: Start;
	/** Asks the browser not to delete stored data. Not awaited. */
	readonly persist: () => void;
	/**
	 * The files that run a model: stored beside the first whole model, for use without a network, and
	 * deleted with the last. Not awaited.
	 */
	readonly translator: { readonly keep: () => void; readonly drop: () => void };
	readonly cache?: () => Promise<PartCache>;
	readonly tabs?: Tabs;
}
