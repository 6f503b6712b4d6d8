import { keptModel, type ModelRecords } from '$lib/core/machine/modelStore';
import type { Access } from './access';
import { read, readable } from './rows';

/** A record that cannot be read is that of a model that is not there: bringing it anew mends it. */
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
