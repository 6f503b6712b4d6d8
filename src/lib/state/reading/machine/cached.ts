/**
 * This device's earlier translations of a page, from the cache alone. Loaded only where there are
 * any.
 */
import { machinery } from '$lib/compose/machinery';
import type { MachineCache } from '$lib/core/machine/cache';
import { assembleFromCache, type CachedUnit } from '$lib/core/machine/fromCache';
import type { ReadingPage } from '../page';
import { rowsOf } from '../rows';
import { translatorChoice } from '../../settings/translatorChoice';
import { isMissing } from './missing';

/**
 * Batch size in paragraphs. The first batch is awaited before the page renders; the rest follow in
 * the background.
 */
const atOnce = 100;

/** Shows the cached translations. Resolves after the first batch; the rest follow. */
export async function showCached(
	page: ReadingPage | null,
	cache: MachineCache,
	show: (made: readonly CachedUnit[]) => void
): Promise<void> {
	if (!page) return;
	const pair = { from: page.langs.original, to: page.langs.translation };
	const blocks = rowsOf(page).flatMap((item) => (isMissing(item) ? item.row.originals : []));
	const makers = await cache.makers();
	const several = makers.ok && makers.value.length > 1;
	const found = several ? await (await machinery(translatorChoice)).engine(pair) : null;
	const engine = found?.ok ? found.value : null;
	const from = async (start: number): Promise<void> => {
		const made = await assembleFromCache(blocks.slice(start, start + atOnce), pair, cache, engine);
		if (made.length > 0) show(made);
		const next = start + atOnce;
		if (next < blocks.length) setTimeout(() => void from(next));
	};
	await from(0);
}
