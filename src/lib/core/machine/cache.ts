/**
 * What this device’s machines have answered, so that no sentence is computed twice: not in another
 * article, not in another tab, not after a restart. `adapters/db` implements it.
 *
 * It is a cache: it can be made anew, so it is in no backup, and it gives way where room runs short,
 * what was read longest ago first. Nothing that a person wrote is ever in it.
 */
import type { Stored } from '../library/store';
import type { Lang } from '../text/article';
import { fingerprint, type Fingerprint } from '../text/fingerprint';
import { escapeInline } from '../text/inline';
import { segmenterVersion } from '../text/sentence';
import type { Fault } from './answer';
import type { EngineId, Pair } from './engine';

/** Why there is no answer that would do, where there is none: it is not asked for again. */
export type Answer =
	{ readonly text: string; readonly fault: null } | { readonly text: null; readonly fault: Fault };

/** All that could change an answer but the sentence. */
export interface Maker extends EngineId, Pair {
	readonly segmenter: number;
}

declare const brand: unique symbol;
/** A maker in one string: equal for equal makers alone. */
export type By = string & { readonly [brand]: 'By' };

/** Key: sentence and maker. */
export interface KeptAnswer {
	readonly sentence: Fingerprint;
	readonly by: By;
	readonly answer: Answer;
	/** ISO 8601, UTC, milliseconds. */
	readonly madeAt: string;
	/** When it was last shown, to a day or so. */
	readonly readAt: string;
}

export interface MachineCache {
	/** What one maker has answered of these. */
	answers(sentences: readonly Fingerprint[], by: By): Stored<ReadonlyMap<Fingerprint, KeptAnswer>>;
	/** Fails with `full` only where there is no room after all else in it has gone. */
	keep(answers: readonly KeptAnswer[]): Stored<void>;
	/** Every maker that has answered anything, and how much. */
	makers(): Stored<readonly { readonly by: By; readonly answers: number }[]>;
	/** Throws away what any maker answered of these. Gives what is gone, for `keep` to put back. */
	forget(sentences: readonly Fingerprint[]): Stored<readonly KeptAnswer[]>;
	forgetMaker(by: By): Stored<void>;

	/** Whether this device has been asked to translate in the article: what it has stands there. */
	isAsked(article: string): Stored<boolean>;
	setAsked(article: string, asked: boolean): Stored<void>;
}

/** The key of a sentence of plain text. */
export const sentenceKey = (sentence: string): Fingerprint => fingerprint(escapeInline(sentence));

export const makerOf = (engine: { readonly id: EngineId; readonly pair: Pair }): Maker => ({
	...engine.id,
	...engine.pair,
	segmenter: segmenterVersion
});

export const formatBy = (maker: Maker): By => {
	const { from, to, engine, model, revision, dtype, settings, segmenter } = maker;
	return JSON.stringify([from, to, engine, model, revision, dtype, settings, segmenter]) as By;
};

/** The only way in for a maker from outside: null where `raw` is none. */
export function parseBy(raw: unknown): By | null {
	const maker = typeof raw === 'string' ? fields(raw) : null;
	return maker && formatBy(maker) === raw ? (raw as By) : null;
}

export function makerFrom(by: By): Maker {
	const maker = fields(by);
	if (!maker) throw new TypeError(`no maker: ${by}`);
	return maker;
}

function fields(by: string): Maker | null {
	try {
		const all: unknown = JSON.parse(by);
		if (!Array.isArray(all) || all.length !== 8) return null;
		const [from, to, engine, model, revision, dtype, settings, segmenter] = all as unknown[];
		const texts = [from, to, engine, model, revision, dtype, settings] as Lang[];
		if (texts.some((one) => typeof one !== 'string') || typeof segmenter !== 'number') return null;
		return { from, to, engine, model, revision, dtype, settings, segmenter } as Maker;
	} catch {
		return null;
	}
}
