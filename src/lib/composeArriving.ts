/** The part of `compose.ts` that brings people's translations in: only who brings one loads it. */
import { fail, ok, type Result } from '$lib/core/result';
import type { Article } from '$lib/core/text/article';
import type { StoreFailure } from '$lib/core/library/store';
import type { ArrivalWorld } from '$lib/state/arrival.svelte';
import { store } from './compose';
import { importer } from './composeAdding';
import { align } from './composeAligning';

/** `isStored`: what only the reader has is not asked of the site. */
export const arrivalWorld = (isStored: (id: string) => boolean): ArrivalWorld => ({
	store,
	article: (id) => article(id, isStored(id)),
	read: async (name, file, options) => {
		try {
			return await (await importer()).import(name, file, options);
		} catch (error) {
			// The worker's code did not come: the network is gone, and it was never kept.
			return fail({ kind: 'broken', message: String(error) });
		}
	},
	exchange,
	align,
	hold: async (draft) => (await import('$lib/adapters/import/hold')).hold(draft),
	newId: () => crypto.randomUUID(),
	now: () => Date.now()
});

/** The reader's own copy, else the site's; without blocks where only its translation is here. */
async function article(
	id: string,
	isStored: boolean
): Promise<Result<Article | null, StoreFailure>> {
	const kept = await (await store()).article(id);
	if (!kept.ok) return kept;
	if (kept.value) return ok(kept.value.article);
	if (!isStored) return ok(null);
	const { storedArticle } = await import('$lib/adapters/stored/article');
	const stored = await storedArticle(id);
	return ok(stored && (stored.original ?? { ...stored.metadata, blocks: [] }));
}

/** Enough to see what a file is. */
const startBytes = 4096;

const exchange: ArrivalWorld['exchange'] = async (name, file, source) => {
	const { arrived, isExchange } = await import('$lib/core/translation/exchange/arrival');
	const start = await file
		.slice(0, startBytes)
		.text()
		.catch(() => '');
	if (!isExchange(name, start)) return null;
	const { readExchange } = await import('$lib/core/translation/exchange/exchange');
	const bytes = await file.arrayBuffer().catch(() => null);
	if (!bytes) return null; // a file that cannot be read at all is no such file: reading it says why
	const read = readExchange(new Uint8Array(bytes), { source: source.lang });
	return read.ok ? arrived(read.value.document, source) : read;
};
