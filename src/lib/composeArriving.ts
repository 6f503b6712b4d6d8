/** The part of `compose.ts` that brings people's translations in: only who brings one loads it. */
import { alignText } from '$lib/core/align/draftText';
import type { Link } from '$lib/core/align/draft';
import { fail, ok, type Result } from '$lib/core/result';
import type { Article } from '$lib/core/text/article';
import type { StoreFailure } from '$lib/core/library/store';
import type { ArrivalWorld } from '$lib/state/arrival.svelte';
import { store } from './compose';
import { importer } from './composeAdding';

export const arrivalWorld = (): ArrivalWorld => ({
	store,
	article,
	read: async (name, file, options) => {
		try {
			return await (await importer()).import(name, file, options);
		} catch (error) {
			// The worker's code did not come: the network is gone, and it was never kept.
			return fail({ kind: 'broken', message: String(error) });
		}
	},
	align,
	hold: async (draft) => (await import('$lib/adapters/import/hold')).hold(draft),
	newId: () => crypto.randomUUID(),
	now: () => Date.now()
});

/** The reader's own copy, else the site's; without blocks where only its translation is here. */
async function article(id: string): Promise<Result<Article | null, StoreFailure>> {
	const kept = await (await store()).article(id);
	if (!kept.ok) return kept;
	if (kept.value) return ok(kept.value.article);
	const { storedArticle } = await import('$lib/adapters/stored/article');
	const stored = await storedArticle(id);
	return ok(stored && (stored.original ?? { ...stored.metadata, blocks: [] }));
}

/** A stand-in until the aligner's worker is here. */
const align: ArrivalWorld['align'] = async (source, target, { signal, progress }) => {
	const [{ aligning }, { seedOf }] = await Promise.all([
		import('$lib/core/align/align'),
		import('$lib/core/align/seed')
	]);
	const seed = await seedOf(source.lang, target.lang);
	const steps = aligning(alignText(source), alignText(target), { seed });
	for (let step = steps.next(); ; step = steps.next()) {
		if (step.done) return step.value.ok ? ok(links(step.value.value)) : step.value;
		progress(step.value);
		await new Promise((next) => setTimeout(next));
		if (signal.aborted) return fail({ kind: 'cancelled' });
	}
};

const links = (alignment: {
	readonly sentences: readonly (readonly [readonly number[], readonly number[]])[];
	readonly confidence: readonly number[];
}): readonly Link[] =>
	alignment.sentences.map(([source, target], at) => ({
		source,
		target,
		confidence: alignment.confidence[at] ?? 0,
		fixed: false
	}));
