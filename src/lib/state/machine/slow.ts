/**
 * Why a model last ran the slower way on this device: noted by the page that loaded it, and shown in
 * the settings.
 */
import { parseSlowReason, type SlowReason } from '$lib/core/machine/slow';
import { readLocal, writeLocal } from '../localStore';

const keyOf = (model: string): string => `jamsides.slow.${model}`;

/** Returns the reason; null where the model has not been loaded, or ran as it should. */
export const slowReason = (model: string): SlowReason | null =>
	parseSlowReason(readLocal(keyOf(model)));

export const noteSpeed = (model: string, slow: SlowReason | null): void =>
	writeLocal(keyOf(model), slow);
