/**
 * What this device has already made of a text: its blocks as the cache lets them be put together,
 * with nothing computed, also when the model is gone and there is no network.
 */
import type { Block } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';
import { segmenterVersion } from '../text/sentence';
import {
	formatBy,
	makerFrom,
	makerOf,
	sentenceKey,
	type By,
	type KeptAnswer,
	type MachineCache
} from './cache';
import { contributor, draftOf, finished, latest, type Draft, type Drafted } from './draft';
import type { Engine, Pair } from './engine';

export type Made = Drafted & { readonly kind: 'unit' };

/**
 * The blocks that are whole in the cache, each once: as `engine` made them where it did, else
 * as another made them last. What cannot be read is not there.
 */
export async function recall(
	blocks: readonly Block[],
	pair: Pair,
	cache: MachineCache,
	engine: Pick<Engine, 'id' | 'pair'> | null
): Promise<readonly Made[]> {
	const all = await cache.makers();
	const makers = all.ok ? all.value.map(({ by }) => by).filter(translates(pair)) : [];
	if (makers.length === 0) return [];
	const drafts = blocks.map((block) => draftOf(block, pair));
	const keys = [...new Set(drafts.flatMap(({ texts }) => texts.map(sentenceKey)))];
	const found = new Map<Fingerprint, Recalled>();
	for (const by of makers) {
		const answers = await cache.answers(keys, by);
		if (!answers.ok) continue;
		const first = engine !== null && by === formatBy(makerOf(engine));
		for (const draft of drafts) {
			const one = remade(draft, answers.value, by, first);
			const there = found.get(draft.block.fingerprint);
			if (one && (!there || isBetter(one, there))) found.set(draft.block.fingerprint, one);
		}
	}
	return [...found.values()].map(({ made }) => made);
}

const translates =
	({ from, to }: Pair) =>
	(by: By): boolean => {
		const maker = makerFrom(by);
		return maker.from === from && maker.to === to && maker.segmenter === segmenterVersion;
	};

interface Recalled {
	readonly made: Made;
	readonly madeAt: string;
	/** By the engine that would be asked now. */
	readonly first: boolean;
}

const isBetter = (one: Recalled, than: Recalled): boolean =>
	one.first === than.first ? one.madeAt > than.madeAt : one.first;

function remade(
	draft: Draft,
	answers: ReadonlyMap<Fingerprint, KeptAnswer>,
	by: By,
	first: boolean
): Recalled | null {
	const kept = draft.texts.flatMap((text) => answers.get(sentenceKey(text)) ?? []);
	if (kept.length < draft.texts.length || kept.length === 0) return null;
	const madeAt = latest(kept.map(({ madeAt }) => madeAt));
	const said = (text: string) => answers.get(sentenceKey(text))?.answer;
	const made = finished(draft, said, contributor(makerFrom(by), madeAt));
	return made?.kind === 'unit' ? { made, madeAt, first } : null;
}
