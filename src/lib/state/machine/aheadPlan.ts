/** What is to be translated of a book ahead of its reader, and what of it this device has done. */
import { draftOf } from '$lib/core/machine/blockTranslation';
import { chaptersAhead, untranslatedBlocks } from '$lib/core/machine/ahead';
import { formatBy, makerOf, sentenceKey, type MachineCache } from '$lib/core/machine/cache';
import type { Engine, LanguagePair } from '$lib/core/machine/engine';
import type { ModelFailure } from '$lib/core/machine/modelStore';
import { askStore } from '$lib/core/library/askStore';
import type { Store } from '$lib/core/library/store';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import type { TermedText } from '$lib/compose/terms';
import type { TermFinder } from '$lib/core/machine/terms';
import { keptWith } from '$lib/core/machine/withTerms';
import { fail, ok, type Result } from '$lib/core/result';

export interface PlannedChapter {
	readonly article: string;
	readonly engine: Engine;
	readonly terms: TermFinder;
	/** The texts without an answer, in reading order, each once. */
	readonly left: readonly string[];
	/** Length of all its texts, in UTF-16 units. */
	readonly size: number;
}

export type PlanFailure =
	| { readonly from: 'store'; readonly failure: StoreFailure }
	| { readonly from: 'model'; readonly failure: ModelFailure };

export interface PlanEnvironment {
	readonly store: () => Promise<Pick<Store, 'book' | 'article' | 'work'>>;
	readonly cache: Pick<MachineCache, 'answers'>;
	engine(pair: LanguagePair): Promise<Result<Engine | null, ModelFailure>>;
	/** Returns the terms to ask for in a text. Never rejects. */
	terms(text: TermedText): Promise<TermFinder>;
}

/**
 * Returns the reader’s chapter and the next, as far as they have texts to translate and an engine
 * does. `here`: the reader’s article.
 */
export async function planAhead(
	book: string,
	here: string,
	environment: PlanEnvironment
): Promise<Result<readonly PlannedChapter[], PlanFailure>> {
	const found = await askStore(environment.store, (store) => store.book(book));
	if (!found.ok) return fail({ from: 'store', failure: found.failure });
	const chapters: PlannedChapter[] = [];
	for (const article of found.value ? chaptersAhead(found.value, here) : []) {
		const planned = await planChapter(article, environment);
		if (!planned.ok) return planned;
		if (planned.value) chapters.push(planned.value);
	}
	return ok(chapters);
}

async function planChapter(
	article: string,
	{ store, cache, engine: engineFor, terms: termsFor }: PlanEnvironment
): Promise<Result<PlannedChapter | null, PlanFailure>> {
	const kept = await askStore(store, (store) => store.article(article));
	if (!kept.ok) return fail({ from: 'store', failure: kept.failure });
	const work = await askStore(store, (store) => store.work(article));
	if (!work.ok) return fail({ from: 'store', failure: work.failure });
	if (!kept.value) return ok(null);
	const { pair, blocks, byPeople } = untranslatedBlocks(kept.value.article, work.value);
	const found = await engineFor(pair);
	if (!found.ok) return fail({ from: 'model', failure: found.failure });
	if (found.value === null) return ok(null);
	const engine = found.value;
	const texts = [...new Set(blocks.flatMap((block) => draftOf(block, pair).texts))];
	const known = await cache.answers(texts.map(sentenceKey), formatBy(makerOf(engine)));
	const text = kept.value.article.blocks.map((block) => block.text).join('\n');
	const terms = await termsFor({ article: null, pair, text, byPeople });
	const isAnswered = (text: string): boolean => {
		const one = known.ok ? known.value.get(sentenceKey(text)) : undefined;
		return one !== undefined && keptWith(one, terms(text), engine) !== null;
	};
	return ok({
		...{ article, engine, terms },
		left: texts.filter((text) => !isAnswered(text)),
		size: sizeOf(texts)
	});
}

export const sizeOf = (texts: readonly string[]): number =>
	texts.reduce((sum, { length }) => sum + length, 0);
