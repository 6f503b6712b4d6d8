/** A text of the library with all that the reader has of it, as its page shows it. */
import { ownAt } from '../../core/library/articlePlace';
import type { OwnWork } from '../../core/library/store';
import type { StoreResult } from '../../core/library/storeFailure';
import { assembleFromCache } from '../../core/machine/fromCache';
import { ok } from '../../core/result';
import { idOf, placeOf, type TextKey } from '../../core/search/segment';
import { libraryText, type LibraryText, type TextSources } from '../../core/search/textRows';
import { asTranslation } from '../../core/translation/own';
import type { StoredArticle } from '../../core/translation/stored';
import { isUntranslated } from '../../core/translation/untranslated';
import type { OpenStore } from '../db/store';

export type TextStore = Pick<OpenStore, 'article' | 'work' | 'answers'>;

/** Returns a stored article, null where there is none. */
export type ReadStored = (id: string) => Promise<StoredArticle | null>;

/** Returns a text; null where it is not in the library, or the site does not answer. */
export async function textOf(
	key: TextKey,
	store: TextStore,
	readStored: ReadStored
): StoreResult<LibraryText | null> {
	const [id, place] = [idOf(key), placeOf(key)];
	const [article, work, entry] = await Promise.all([
		store.article(id),
		store.work(id),
		place === 'read' ? readStored(id) : null
	]);
	if (!article.ok) return article;
	if (!work.ok) return work;
	const kept = ownAt(place, article.value);
	const original = kept?.article ?? entry?.original ?? null;
	const metadata = kept?.article ?? entry?.metadata;
	if (!metadata || (place === 'own' && !kept)) return ok(null);
	const sources: TextSources = {
		...{ key, metadata, original, words: work.value.words, reviews: work.value.reviews },
		translations: translationsOf(work.value, metadata, entry),
		device: []
	};
	const text = libraryText(sources);
	const device = original ? await made(id, text, store) : [];
	return ok(device.length > 0 ? libraryText({ ...sources, device }) : text);
}

function translationsOf(
	{ translations }: OwnWork,
	metadata: TextSources['metadata'],
	entry: StoredArticle | null
): TextSources['translations'] {
	const stored = entry?.translations ?? [];
	return [...translations.map((own) => asTranslation(own, metadata, stored)), ...stored];
}

/** Returns what this device has translated of the paragraphs that have no other translation. */
async function made(
	id: string,
	{ langs, rows }: LibraryText,
	{ answers }: TextStore
): Promise<TextSources['device']> {
	const asked = await answers.isAsked(id);
	if (!asked.ok || !asked.value) return [];
	const blocks = rows.flatMap(({ row }) => (isUntranslated(row) ? row.originals : []));
	const pair = { from: langs.original, to: langs.translation };
	return (await assembleFromCache(blocks, pair, answers, null)).map(({ unit }) => unit);
}
