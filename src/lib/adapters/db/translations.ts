import { after } from '$lib/core/library/moment';
import { ownTranslation } from '$lib/core/library/schema';
import type { OwnTranslation, Store } from '$lib/core/library/store';
import type { Access } from './access';
import { Refusal } from './failure';
import { current, read, readable } from './rows';
import type { Database } from './schema';

type Translations = Pick<Store, 'putTranslation' | 'translation' | 'translated'>;

/** Stores the people’s translations that the reader imported. */
export function translations(access: Access): Translations {
	const { db } = access;
	return {
		putTranslation: (own, base) => access.writeListed('own', () => put(db, own, base)),
		translation: (id) =>
			access.read(async () => {
				const found = one(ownTranslation, await db.translations.get(id));
				return found?.deleted ? null : found;
			}),
		translated: (articles) =>
			access.read(async () => {
				const live = new Set(await db.translations.where('live').anyOf(articles).keys());
				return articles.filter((article) => live.has(article));
			})
	};
}

/** Returns the record with the fields of its indexes. */
export const translationRow = (own: OwnTranslation) => ({
	...own,
	...(own.deleted ? {} : { live: own.article })
});

/** Returns the translations that are not deleted, the latest change first. */
export async function translationsOf(
	db: Database,
	article: string
): Promise<readonly OwnTranslation[]> {
	const rows = await db.translations.where({ article }).toArray();
	return readable(ownTranslation, rows)
		.filter(({ deleted }) => !deleted)
		.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
}

/** Returns a checked row, or null for none. Throws “damaged” for one that cannot be read. */
export function one<T>(check: Parameters<typeof read<T>>[0], row: unknown): T | null {
	if (row === undefined) return null;
	const result = read(check, row);
	if (!result.ok) throw new Refusal({ kind: 'damaged', message: result.failure });
	return result.value;
}

/**
 * Writes a translation unless it changed since the writer read it. A deleted one counts as absent.
 */
async function put(
	db: Database,
	own: OwnTranslation,
	base: string | null
): Promise<OwnTranslation> {
	const here = await current(db, db.translations, own.id, ownTranslation);
	const isFree = base === null && (!here || here.deleted);
	if (!isFree && here?.changedAt !== base) throw new Refusal({ kind: 'conflict' });
	const kept = { ...own, changedAt: after(own.changedAt, here?.changedAt ?? null) };
	await db.translations.put(translationRow(kept));
	return kept;
}
