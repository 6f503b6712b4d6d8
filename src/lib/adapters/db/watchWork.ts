import type { OwnTranslation, Store } from '$lib/core/library/store';
import type { Access } from './access';
import { translationsOf } from './translations';
import { recordsOn, type WorkRecords } from './work';

/**
 * Watches words and reviews apart from translations: a corrected paragraph does not read a whole
 * translation again, which then stays the same object.
 */
export const watchWork =
	(access: Access): Store['watchWork'] =>
	(article, next, failed) => {
		let records: WorkRecords | null = null;
		let translations: readonly OwnTranslation[] | null = null;
		let hasFailed = false;
		const tell = () => {
			if (records && translations) next({ ...records, translations });
		};
		const fail: typeof failed = (failure) => {
			if (!hasFailed) failed(failure);
			// After `blocked` watching goes on.
			hasFailed = failure.kind !== 'blocked';
		};
		const stops = [
			access.watch(
				() => recordsOn(access.db, article),
				(found) => ((records = found), tell()),
				fail
			),
			access.watch(
				() => translationsOf(access.db, article),
				(found) => ((translations = found), tell()),
				fail
			)
		];
		return () => stops.forEach((stop) => stop());
	};
