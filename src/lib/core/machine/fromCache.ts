/**
 * Assembles the blocks of a text that this device has translated before from the cache, computing
 * nothing, so that it works without the model and without a network.
 */
import type { Block } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';
import { segmenterVersion } from '../text/sentence';
import {
	formatBy,
	makerFrom,
	makerOf,
	sentenceKey,
	shownAnswer,
	type EngineKey,
	type KeptAnswer,
	type MachineCache
} from './cache';
import {
	contributor,
	draftOf,
	finished,
	latest,
	type PreparedBlock,
	type Drafted
} from './blockTranslation';
import type { Engine, LanguagePair } from './engine';

export type CachedUnit = Drafted & { readonly kind: 'unit' };

/**
 * Returns the blocks whose answers are all cached, each once: by `engine` if it has them (in its
 * careful way first), else by the engine that made them last. Unreadable entries count as missing.
 */
export async function assembleFromCache(
	blocks: readonly Block[],
	pair: LanguagePair,
	cache: MachineCache,
	engine: Pick<Engine, 'id' | 'pair' | 'careful'> | null
): Promise<readonly CachedUnit[]> {
	const all = await cache.makers();
	const makers = all.ok ? all.value.map(({ by }) => by).filter(translates(pair)) : [];
	if (makers.length === 0) return [];
	const drafts = blocks.map((block) => draftOf(block, pair));
	const keys = [...new Set(drafts.flatMap(({ texts }) => texts.map(sentenceKey)))];
	const preferred = engine === null ? [] : [engine.careful ?? engine, engine].map(keyOf);
	const found = new Map<Fingerprint, Recalled>();
	for (const by of makers) {
		const answers = await cache.answers(keys, by);
		if (!answers.ok) continue;
		const rank = preferred.includes(by) ? preferred.indexOf(by) : preferred.length;
		for (const draft of drafts) {
			const one = remade(draft, answers.value, by, rank);
			const there = found.get(draft.block.fingerprint);
			if (one && (!there || isBetter(one, there))) found.set(draft.block.fingerprint, one);
		}
	}
	return [...found.values()].map(({ made }) => made);
}

const keyOf = (engine: Pick<Engine, 'id' | 'pair'>): EngineKey => formatBy(makerOf(engine));

const translates =
	({ from, to }: LanguagePair) =>
	(by: EngineKey): boolean => {
		const maker = makerFrom(by);
		return maker.from === from && maker.to === to && maker.segmenter === segmenterVersion;
	};

interface Recalled {
	readonly made: CachedUnit;
	readonly madeAt: string;
	/** 0 for the engine that would be asked now, in its careful way; then its quick way, then others. */
	readonly rank: number;
}

const isBetter = (one: Recalled, than: Recalled): boolean =>
	one.rank === than.rank ? one.madeAt > than.madeAt : one.rank < than.rank;

function remade(
	draft: PreparedBlock,
	answers: ReadonlyMap<Fingerprint, KeptAnswer>,
	by: EngineKey,
	rank: number
): Recalled | null {
	const kept = draft.texts.flatMap((text) => answers.get(sentenceKey(text)) ?? []);
	if (kept.length < draft.texts.length || kept.length === 0) return null;
	const madeAt = latest(kept.map(({ madeAt }) => madeAt));
	const said = (text: string) => {
		const kept = answers.get(sentenceKey(text));
		return kept && shownAnswer(kept);
	};
	const made = finished(draft, said, contributor(makerFrom(by), madeAt));
	return made?.kind === 'unit' ? { made, madeAt, rank } : null;
}
