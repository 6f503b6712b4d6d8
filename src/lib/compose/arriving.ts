/** The environment of bringing in a person’s translation, loaded by that page only. */
import type { CallOptions } from '$lib/adapters/worker/calls';
import { ownAt, type ArticlePlace } from '$lib/core/library/articlePlace';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import { fail, ok, type Result } from '$lib/core/result';
import type { Article } from '$lib/core/text/article';
import type { TitledSide } from '$lib/core/translation/exchange/arrival';
import type { FileArrival } from '$lib/core/translation/exchange/arrivalFile';
import { lockDraft, readFile } from './adding';
import { align, cutSentences, relink } from './aligning';
import { inFileWorker } from './files';
import { loadStoredArticle, store } from './store';

/** A draft is written when it has not changed for this long, in milliseconds. */
const restMs = 500;

/** `placeOf`: which text an id means, unless the page says so; the site is asked for its own alone. */
export const arrivalEnvironment = (placeOf: (id: string) => ArticlePlace) => ({
	store,
	article: (id: string, place = placeOf(id)) => article(id, place),
	read: readFile,
	exchange,
	align,
	cut: cutSentences,
	relink,
	restMs,
	lockDraft,
	newId: (): string => crypto.randomUUID(),
	now: (): number => Date.now()
});

/** Returns the reader’s copy, else the site’s; without blocks where only a translation is here. */
async function article(
	id: string,
	place: ArticlePlace
): Promise<Result<Article | null, StoreFailure>> {
	const kept = await (await store()).article(id);
	if (!kept.ok) return kept;
	const own = ownAt(place, kept.value);
	if (own) return ok(own.article);
	const stored = place === 'read' ? await loadStoredArticle(id) : null;
	return ok(stored && (stored.original ?? { ...stored.metadata, blocks: [] }));
}

/**
 * Reads a file of a translator’s tool off the main thread; where the worker does not load, on it.
 * Null where the file is none.
 */
async function exchange(
	name: string,
	file: Blob,
	source: TitledSide,
	options: CallOptions = {}
): Promise<FileArrival | null> {
	const { isExchange } = await import('$lib/core/translation/exchange/arrival');
	const { readStart } = await import('$lib/adapters/import/readFile');
	if (!isExchange(name, await readStart(file))) return null;
	const { sizeFailure } = await import('$lib/core/translation/exchange/limit');
	const tooLarge = sizeFailure(file.size);
	if (tooLarge) return fail(tooLarge);
	const found = await inFileWorker({ kind: 'arrival', file, source }, options);
	if (found.ok) return found.value.outcome;
	// `read` will say why the file cannot be read; one who has cancelled is told nothing.
	if (found.failure.kind !== 'broken') return null;
	const { arrivedFile } = await import('$lib/core/translation/exchange/arrivalFile');
	const bytes = await file.arrayBuffer().catch(() => null);
	return bytes && arrivedFile(new Uint8Array(bytes), source);
}
