/**
 * Aligns the pairs of a book’s translation one after the other, the first chapter first, and saves
 * each as soon as it is ready. It goes on while the reader is on other pages, and is resumed after
 * the tab was closed: what is done stands in the record.
 */
import type { Aligning, AligningFailure, AlignOutcome } from '$lib/adapters/align/aligner';
import type { Lexicon } from '$lib/core/align/wordLinks';
import type { Aligned } from '$lib/core/links/aligned';
import type { AlignmentDraft, DraftSide } from '$lib/core/links/draft';
import { askStore, failedCall } from '$lib/core/library/askStore';
import {
	isDone,
	isWaiting,
	type BookPairing,
	type ChapterPair,
	type PairingText,
	type PairOutcome
} from '$lib/core/library/bookPairing';
import { moment } from '$lib/core/library/moment';
import { draftsOf, sourceSide, targetSide } from '$lib/core/library/pairedChapters';
import type { Store } from '$lib/core/library/store';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import { fail, ok, type Result } from '$lib/core/result';
import { translationOf } from '../incoming/draftTranslation';
import type { LockDraft, Unlock } from '../keptDraft.svelte';
import { LearntWords, type Learning } from './learntWords';
import { bookLock } from './pairingSteps';

interface Running {
	readonly signal: AbortSignal;
	readonly progress?: (done: number) => void;
}

export interface JobEnvironment {
	readonly store: () => Promise<Store>;
	readonly align: (texts: Aligning, running: Running) => Promise<AlignOutcome>;
	readonly learn: (from: Learning, running: Running) => Promise<Lexicon>;
	readonly lockDraft: LockDraft;
	readonly now: () => number;
}

export type JobStep =
	| { readonly kind: 'idle' }
	/** `pair`: the one that is being aligned, and `done` its share. */
	| { readonly kind: 'running'; readonly pair: number; readonly done: number }
	/** Another tab works on it. */
	| { readonly kind: 'elsewhere' }
	| { readonly kind: 'failed'; readonly failure: JobFailure }
	/** Every pair is saved: there is no record any more. */
	| { readonly kind: 'finished' };

/** `aligner`: the aligner does not start. */
export type JobFailure = StoreFailure | { readonly kind: 'aligner'; readonly message: string };

/** A pair that has been aligned, with the translations to be saved of it. */
interface DonePair {
	readonly outcome: PairOutcome;
	readonly drafts: readonly AlignmentDraft[];
}

export class BookJob {
	#step = $state.raw<JobStep>({ kind: 'idle' });
	#abort: AbortController | null = null;
	/** The end of the work, or of the last. */
	#running = Promise.resolve();
	readonly #environment: JobEnvironment;

	constructor(
		readonly book: string,
		environment: JobEnvironment
	) {
		this.#environment = environment;
	}

	// No derived: one that is made while a page is shown goes stale when that page goes, and the job
	// outlives it.
	get step(): JobStep {
		return this.#step;
	}

	/** Works until every pair is done, or until `stop`. A call while it works does nothing. */
	run = (): Promise<void> => this.#begin(false);

	/** Works again after `stop`. */
	resume = (): Promise<void> => this.#begin(true);

	/**
	 * Stops; the pair that is being aligned waits again. No tab goes on before `resume`. Returns when
	 * it has stopped.
	 */
	async stop(): Promise<void> {
		this.#abort?.abort();
		await this.#running;
	}

	async #begin(isAsked: boolean): Promise<void> {
		if (this.#abort) return;
		this.#abort = new AbortController();
		this.#running = this.#run(this.#abort.signal, isAsked);
		await this.#running;
	}

	async #run(signal: AbortSignal, isAsked: boolean): Promise<void> {
		this.#step = { kind: 'running', pair: -1, done: 0 };
		try {
			this.#step = await this.#whileLocked(signal, isAsked);
		} catch (error) {
			this.#step = { kind: 'failed', failure: failedCall(error) };
		} finally {
			this.#abort = null;
		}
	}

	async #whileLocked(signal: AbortSignal, isAsked: boolean): Promise<JobStep> {
		const unlock = await this.#lock(signal);
		if (!unlock) return { kind: 'idle' };
		try {
			// Read under the lock: another tab may have just finished.
			const [book, pairing] = await Promise.all([
				this.#ask((store) => store.book(this.book)),
				this.#ask((store) => store.pairingOf(this.book))
			]);
			if (!book.ok) return { kind: 'failed', failure: book.failure };
			if (!pairing.ok) return { kind: 'failed', failure: pairing.failure };
			// A removed book can be put back: its translation waits for that.
			if (!book.value) return { kind: 'idle' };
			if (!pairing.value) return { kind: 'finished' };
			if (pairing.value.step !== 'aligning') return { kind: 'idle' };
			if (!pairing.value.paused) return await this.#work(pairing.value, signal);
			if (!isAsked) return { kind: 'idle' };
			const { paused: _, ...resumed } = pairing.value;
			const written = await this.#ask((store) => store.putPairing(resumed, null));
			if (!written.ok) return { kind: 'failed', failure: written.failure };
			return await this.#work(resumed, signal);
		} finally {
			unlock();
		}
	}

	/** Locks the book, as soon as no other tab works on it; null where `signal` ends that. */
	async #lock(signal: AbortSignal): Promise<Unlock | null> {
		const lock = bookLock(this.book);
		const unlock = await this.#environment.lockDraft(lock);
		if (unlock || signal.aborted) return unlock;
		this.#step = { kind: 'elsewhere' };
		const waited = await this.#environment.lockDraft(lock, signal);
		this.#step = { kind: 'running', pair: -1, done: 0 };
		return waited;
	}

	async #work(begun: BookPairing, signal: AbortSignal): Promise<JobStep> {
		const text = await this.#ask((store) => store.pairingText(begun.id));
		if (!text.ok) return { kind: 'failed', failure: text.failure };
		if (!text.value) return { kind: 'failed', failure: { kind: 'damaged', message: begun.name } };
		let pairing = begun;
		const words = new LearntWords((from) => this.#environment.learn(from, { signal }));
		// The record is read anew at each: a pair that failed may be waiting again.
		for (let at = next(pairing); at >= 0; at = next(pairing)) {
			const pair = pairing.pairs[at];
			if (!pair) break;
			this.#step = { kind: 'running', pair: at, done: 0 };
			const work = { at, text: text.value, words, signal };
			const done = await this.#pair(pairing, pair, work);
			if (!done.ok) return { kind: 'failed', failure: done.failure };
			if (done.value === 'stopped') return this.#pause(pairing, signal);
			const saved = await this.#save(pairing.id, pair, done.value);
			if (!saved.ok) return { kind: 'failed', failure: saved.failure };
			// The library was cleared, or the pairing discarded.
			if (!saved.value) return { kind: 'idle' };
			pairing = saved.value;
		}
		if (!isDone(pairing)) return { kind: 'idle' };
		const removed = await this.#ask((store) => store.removePairing(pairing.id));
		return removed.ok ? { kind: 'finished' } : { kind: 'failed', failure: removed.failure };
	}

	#save(id: string, pair: ChapterPair, { outcome, drafts }: DonePair) {
		const changedAt = this.#now();
		const translations = drafts.map((draft) =>
			translationOf({ ...draft, changedAt }, null, changedAt)
		);
		return this.#ask((store) =>
			store.savePair(id, { ...pair, outcome }, { translations, changedAt })
		);
	}

	/** Says in the record that the reader has stopped it: a tab that waits for it does not go on. */
	async #pause(pairing: BookPairing, signal: AbortSignal): Promise<JobStep> {
		if (!signal.aborted) return { kind: 'idle' };
		const paused = { ...pairing, paused: true as const };
		const written = await this.#ask((store) => store.putPairing(paused, null));
		const isGone = !written.ok && written.failure.kind === 'conflict';
		return written.ok || isGone ? { kind: 'idle' } : { kind: 'failed', failure: written.failure };
	}

	async #pair(
		pairing: BookPairing,
		pair: ChapterPair,
		work: { at: number; text: PairingText; words: LearntWords; signal: AbortSignal }
	): Promise<Result<DonePair | 'stopped', JobFailure>> {
		const { at, text, words, signal } = work;
		const sources = await this.#sources(pairing, pair);
		if (!sources.ok) return sources;
		if (!sources.value) {
			const book = await this.#ask((store) => store.book(this.book));
			if (!book.ok) return book;
			// A removed book can be put back: its translation waits for that.
			return ok(book.value ? without('missing') : 'stopped');
		}
		const source = sourceSide(sources.value);
		const target = targetSide(pairing, text, pair.target);
		const learnt = await words.of(source.lang, target.lang);
		if (signal.aborted) return ok('stopped');
		const related = pair.outcome === 'anyway';
		const progress = (done: number) => (this.#step = { kind: 'running', pair: at, done });
		const found = await this.#environment.align(
			{ source, target, links: [], learnt, ...(related && { related }) },
			{ signal, progress }
		);
		if (!found.ok) return this.#failed(found.failure, { source, target }, signal);
		const aligned: Aligned = { source, target, links: found.value };
		const drafts = draftsOf(pairing, pair, { sources: sources.value, aligned });
		if (drafts.length === 0) return ok(without('unrelated'));
		words.add(aligned);
		return ok({ outcome: 'saved', drafts });
	}

	/** Returns what a failed alignment means: for this pair, or for all where the aligner is broken. */
	async #failed(
		failure: AligningFailure,
		{ source, target }: Pick<Aligned, 'source' | 'target'>,
		signal: AbortSignal
	): Promise<Result<DonePair | 'stopped', JobFailure>> {
		if (failure.kind === 'aborted' || failure.kind === 'cancelled') return ok('stopped');
		if (failure.kind !== 'broken') return ok(without(failure.kind));
		const nothing = { source: { ...source, blocks: [] }, target: { ...target, blocks: [] } };
		const tried = await this.#environment.align({ ...nothing, links: [] }, { signal });
		const isBroken = !tried.ok && tried.failure.kind === 'broken';
		return isBroken ? fail({ kind: 'aligner', message: failure.message }) : ok(without('broken'));
	}

	/** Returns the chapters of the original; null where one is no longer in the library. */
	async #sources(
		{ articles }: BookPairing,
		{ source }: ChapterPair
	): Promise<Result<readonly DraftSide[] | null, StoreFailure>> {
		const found: DraftSide[] = [];
		for (const at of source) {
			const kept = await this.#ask((store) => store.article(articles[at] ?? ''));
			if (!kept.ok) return kept.failure.kind === 'damaged' ? ok(null) : fail(kept.failure);
			if (!kept.value) return ok(null);
			const { lang, blocks } = kept.value.article;
			found.push({ lang, blocks });
		}
		return ok(found);
	}

	#now = (): string => moment(this.#environment.now());

	#ask = <T>(question: Parameters<typeof askStore<T>>[1]) =>
		askStore(this.#environment.store, question);
}

const next = ({ pairs }: BookPairing): number => pairs.findIndex(isWaiting);

const without = (outcome: PairOutcome): DonePair => ({ outcome, drafts: [] });
