/**
 * The answers of this device’s machines, so that no sentence is computed twice: not in another
 * article, not in another tab, not after a restart. `adapters/db` implements it.
 *
 * It is a cache that can be computed again, so it is in no backup. When storage runs short, the
 * entries read longest ago are removed first. It never holds anything that a person wrote.
 */
import type { StoreResult } from '../library/storeFailure';
import type { Lang } from '../text/article';
import { fingerprint, type Fingerprint } from '../text/fingerprint';
import { escapeInline } from '../text/inline';
import { segmenterVersion } from '../text/sentence';
import type { Fault } from './answerFaults';
import type { EngineId, LanguagePair } from './engine';
import type { AskedTerm } from './askedTerm';

/**
 * A rejected answer is stored with its fault: the sentence is not asked for again. `terms`: those
 * that it was asked for, kept or not; absent where it was asked for none.
 */
export type Answer =
	| { readonly text: string; readonly fault: null; readonly terms?: readonly AskedTerm[] }
	| { readonly text: null; readonly fault: Fault };

/** An answer with terms. It answers only where the same terms are asked for in the same way. */
export interface TermedAnswer {
	/** See `termsKey`. */
	readonly key: string;
	readonly answer: Answer;
}

/** Everything that could change an answer, except the sentence. */
export interface Maker extends EngineId, LanguagePair {
	readonly segmenter: number;
}

declare const brand: unique symbol;
/** An engine as one string: two keys are equal only if the engines are. */
export type EngineKey = string & { readonly [brand]: 'By' };

/** Key: sentence and maker. */
export interface KeptAnswer {
	readonly sentence: Fingerprint;
	readonly by: EngineKey;
	readonly answer: Answer;
	/** The answer with the terms that were asked for last: it is the one that is shown. */
	readonly termed?: TermedAnswer;
	/** ISO 8601, UTC, milliseconds. */
	readonly madeAt: string;
	/** When it was last shown, to about a day. */
	readonly readAt: string;
}

/** A book that the reader asked to have translated ahead. It survives a restart. */
export interface AheadBook {
	readonly book: string;
	/** Whether the reader has paused it: no page goes on by itself. */
	readonly paused: boolean;
}

export interface MachineCache {
	/** Returns the answers of one engine to these sentences. */
	answers(
		sentences: readonly Fingerprint[],
		by: EngineKey
	): StoreResult<ReadonlyMap<Fingerprint, KeptAnswer>>;
	/**
	 * Fails with `full` only if there is no room even after everything else in it has been removed.
	 */
	keep(answers: readonly KeptAnswer[]): StoreResult<void>;
	/** Returns every engine that has answered anything, with the number of answers. */
	makers(): StoreResult<readonly { readonly by: EngineKey; readonly answers: number }[]>;
	/** Removes all engines’ answers to these sentences. Returns them, for `keep` to put back. */
	forget(sentences: readonly Fingerprint[]): StoreResult<readonly KeptAnswer[]>;
	forgetMaker(by: EngineKey): StoreResult<void>;

	/**
	 * Returns whether this device was asked to translate the article: then cached answers are shown.
	 */
	isAsked(article: string): StoreResult<boolean>;
	setAsked(article: string, asked: boolean): StoreResult<void>;

	/** Returns whether a book is translated ahead of its reader; null for one that is not. */
	ahead(book: string): StoreResult<AheadBook | null>;
	setAhead(book: AheadBook): StoreResult<void>;
	removeAhead(book: string): StoreResult<void>;
}

/** Returns the key of a sentence of plain text. */
export const sentenceKey = (sentence: string): Fingerprint => fingerprint(escapeInline(sentence));

/** Returns the answer that is shown. */
export const shownAnswer = ({ answer, termed }: KeptAnswer): Answer => termed?.answer ?? answer;

export const makerOf = (engine: { readonly id: EngineId; readonly pair: LanguagePair }): Maker => ({
	...engine.id,
	...engine.pair,
	segmenter: segmenterVersion
});

export const formatBy = (maker: Maker): EngineKey => {
	const { from, to, engine, model, revision, dtype, settings, segmenter } = maker;
	return JSON.stringify([
		from,
		to,
		engine,
		model,
		revision,
		dtype,
		settings,
		segmenter
	]) as EngineKey;
};

/** Parses an engine key from outside; null if `raw` is none. */
export function parseEngineKey(raw: unknown): EngineKey | null {
	const maker = typeof raw === 'string' ? fields(raw) : null;
	return maker && formatBy(maker) === raw ? (raw as EngineKey) : null;
}

export function makerFrom(by: EngineKey): Maker {
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
