import { after } from '$lib/core/library/moment';
import { texts } from '$lib/core/library/schema';
import type { KeptArticle } from '$lib/core/library/ownArticle';
import { current } from './rows';
import type { Database, TextsRow } from './schema';

/** Writes a whole article, dated later than each date in `than`. */
export async function put(
	db: Database,
	{ about, article, leftOut }: KeptArticle,
	than: readonly (string | undefined)[]
): Promise<void> {
	const { id } = about;
	const changedAt = than.reduce<string>((at, it) => after(at, it ?? null), about.changedAt);
	await current(db, db.texts, id, texts);
	await Promise.all([
		db.articles.put({ ...about, changedAt }),
		db.texts.put(textsRow({ about, article, leftOut })),
		db.removed.delete(id)
	]);
}

export const textsRow = ({ about, article, leftOut }: KeptArticle): TextsRow => ({
	id: about.id,
	article,
	leftOut
});
