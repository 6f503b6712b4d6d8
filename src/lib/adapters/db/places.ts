import { readState } from '$lib/core/library/position';
import { place } from '$lib/core/library/schema';
import { mirror, type Mirror } from './mirror';
import { readable } from './rows';
import type { Database } from './schema';

/**
 * The localStorage key for the positions of the texts that the reader is in the middle of, by
 * article: fingerprint, paragraph, of, within. The boot script (`src/boot/place.js`) and the
 * reading page (`state/reading/stopped.ts`) read it, when the database cannot yet be asked.
 */
const placesKey = 'jamsides.places';

export const placeMirror = (db: Database, storage: Pick<Storage, 'setItem'>): Mirror =>
	mirror(storage, placesKey, async () => {
		const positions = readable(place, await db.places.toArray());
		return Object.fromEntries(
			positions
				.filter((position) => readState(position) === 'reading')
				.map(({ article, fingerprint, paragraph, of, within = 0 }) => [
					article,
					[fingerprint, paragraph, of, within]
				])
		);
	});
