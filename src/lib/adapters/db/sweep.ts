import type { Database } from './schema';

/** At least so many go at once, else half: few that went would make no room. */
const leastSwept = 200;

/** Of what machines answered, lets go what was read longest ago. Gives how much went. */
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
