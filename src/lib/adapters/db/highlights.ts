import { after } from '$lib/core/library/moment';
import { ownHighlight } from '$lib/core/library/schema';
import type { OwnHighlight } from '$lib/core/highlight/ownHighlight';
import type { Store } from '$lib/core/library/store';
import type { Access } from './access';
import { Refusal } from './failure';
import { current, readable } from './rows';
import type { Database } from './schema';

type Highlights = Pick<Store, 'watchHighlights' | 'putHighlight'>;

/** Stores the words that the reader has highlighted, and their notes. */
export function highlights(access: Access): Highlights {
	const { db } = access;
	return {
		watchHighlights: (article, next, failed) =>
			access.watch(() => highlightsOf(db, article), next, failed),
		putHighlight: (own, base) => access.writeListed('highlights', () => put(db, own, base))
	};
}

/** Returns the record with the fields of its indexes. */
export const highlightRow = (own: OwnHighlight) => ({
	...own,
	...(own.deleted ? {} : { live: own.article })
});

/** Returns the ids of the articles with highlights that are not deleted. */
export async function highlightedIds(db: Database): Promise<readonly string[]> {
	const articles = await db.highlights.orderBy('live').keys();
	return [...new Set(articles.map(String))];
}

/** Returns the highlights of an article, or all with null, that are not deleted; the oldest first. */
async function highlightsOf(
	db: Database,
	article: string | null
): Promise<readonly OwnHighlight[]> {
	const rows = await (article === null
		? db.highlights.orderBy('live').toArray()
		: db.highlights.where('live').equals(article).toArray());
	return readable(ownHighlight, rows).toSorted((a, b) => (a.addedAt < b.addedAt ? -1 : 1));
}

/** Writes a highlight unless it changed since the writer read it. A deleted one counts as absent. */
async function put(db: Database, own: OwnHighlight, base: string | null): Promise<OwnHighlight> {
	const here = await current(db, db.highlights, own.id, ownHighlight);
	const isFree = base === null && (!here || here.deleted);
	if (!isFree && here?.changedAt !== base) throw new Refusal({ kind: 'conflict' });
	const kept = { ...own, changedAt: after(own.changedAt, here?.changedAt ?? null) };
	await db.highlights.put(highlightRow(kept));
	return kept;
}
