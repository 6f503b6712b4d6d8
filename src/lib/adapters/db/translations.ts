import { after } from '$lib/core/library/moment';
import { alignmentDraft, ownTranslation } from '$lib/core/library/schema';
import type { OwnTranslation, Store } from '$lib/core/library/store';
import type { Access } from './access';
import { Refusal } from './failure';
import { current, read, readable } from './rows';
import type { Database } from './schema';

type Translations = Pick<
	Store,
	| 'putTranslation'
	| 'translation'
	| 'watchAlignments'
	| 'alignment'
	| 'putAlignment'
	| 'removeAlignment'
>;

/** People’s translations that the reader brought in, and those that are being aligned. */
export function translations(access: Access): Translations {
	const { db } = access;
	return {
		putTranslation: (own, base) => access.write(() => put(db, own, base)),
		translation: (id) =>
			access.read(async () => {
				const found = one(ownTranslation, await db.translations.get(id));
				return found?.deleted ? null : found;
			}),
		watchAlignments: (next, failed) =>
			access.watch(
				async () => readable(alignmentDraft, await db.alignments.toArray()),
				next,
				failed
			),
		alignment: (id) => access.read(async () => one(alignmentDraft, await db.alignments.get(id))),
		putAlignment: (draft) =>
			access.write(async () => {
				await current(db, db.alignments, draft.id, alignmentDraft);
				await db.alignments.put(draft);
			}),
		removeAlignment: (id) => access.write(() => db.alignments.delete(id))
	};
}

/** The record with the fields that it is found by. */
export const translationRow = (own: OwnTranslation) => ({
	...own,
	...(own.deleted ? {} : { live: own.article })
});

/** What is not deleted, the one changed last first. */
export async function translationsOf(
	db: Database,
	article: string
): Promise<readonly OwnTranslation[]> {
	const rows = await db.translations.where({ article }).toArray();
	return readable(ownTranslation, rows)
		.filter(({ deleted }) => !deleted)
		.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
}

/** Null for none; what cannot be read is said to be damaged. */
function one<T>(check: Parameters<typeof read<T>>[0], row: unknown): T | null {
	if (row === undefined) return null;
	const result = read(check, row);
	if (!result.ok) throw new Refusal({ kind: 'damaged', message: result.failure });
	return result.value;
}

/** What the writer did not see is not overwritten; what is deleted, nobody sees. */
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
