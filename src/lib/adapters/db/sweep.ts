import type { Database } from './schema';

/**
 * Least number of answers deleted at once; half of all if that is more. Fewer free too little room.
 */
const leastSwept = 200;

/** Deletes the machine answers that were read longest ago. Returns how many it deleted. */
export const sweep = (db: Database): Promise<number> =>
	db.transaction('rw', db.answers, async () => {
		const half = Math.ceil((await db.answers.count()) / 2);
		const oldest = await db.answers
			.orderBy('readAt')
			.limit(Math.max(leastSwept, half))
			.primaryKeys();
		await db.answers.bulkDelete(oldest);
		return oldest.length;
	});
