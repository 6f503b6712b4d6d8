import { keptModel, type ModelRecords } from '$lib/core/machine/modelStore';
import type { Access } from './access';
import { read, readable } from './rows';

/**
 * Stores the records of models. One that cannot be read counts as missing: a new download replaces
 * it.
 */
export function modelRecords(access: Access): ModelRecords {
	const { db } = access;
	return {
		watch: (next, failed) =>
			access.watch(async () => readable(keptModel, await db.models.toArray()), next, failed),
		get: (model) =>
			access.read(async () => {
				const kept = read(keptModel, await db.models.get(model));
				return kept.ok ? kept.value : null;
			}),
		put: (kept) => access.write(async () => void (await db.models.put(kept))),
		remove: (model) => access.write(() => db.models.delete(model))
	};
}
