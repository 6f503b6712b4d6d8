/** What this device has translated before, for the pages that write it to a file. */
import type { CachedUnit } from '$lib/core/machine/fromCache';
import type { LanguagePair } from '$lib/core/machine/engine';
import type { Block } from '$lib/core/text/article';
import { store } from './store';

/** Returns what this device has translated of an article’s paragraphs. */
export async function machineUnits(
	article: string,
	blocks: readonly Block[],
	pair: LanguagePair
): Promise<readonly CachedUnit[]> {
	const { answers } = await store();
	const asked = await answers.isAsked(article);
	if (!asked.ok || !asked.value) return [];
	const { assembleFromCache } = await import('$lib/core/machine/fromCache');
	return assembleFromCache(blocks, pair, answers, null);
}
