/** One round of repetition: a word is asked, its answer shown, and graded. */
import { dueWords } from '$lib/core/words/due';
import { repeated, type Grade } from '$lib/core/words/repetition';
import type { SavedWord } from '$lib/core/words/savedWord';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import type { SavedWordStore } from './savedWordStore.svelte';
import { byId } from './wordIds';

interface Step {
	readonly was: SavedWord;
	readonly now: SavedWord;
	/** The words that were left before the answer. */
	readonly queue: readonly string[];
}

export class Review {
	readonly #store: SavedWordStore;
	readonly #now: () => number;
	#queue = $state.raw<readonly string[]>([]);
	#steps = $state.raw<readonly Step[]>([]);
	#failure = $state.raw<StoreFailure | null>(null);
	/** Ends when the last thing asked for is done: keys pressed quickly wait for it. */
	#turn: Promise<void> = Promise.resolve();
	#revealed = $state(false);

	/** @param now tells the time, in milliseconds since 1970 */
	constructor(store: SavedWordStore, now: () => number = Date.now) {
		this.#store = store;
		this.#now = now;
		this.#queue = dueWords(store.words, now()).map(({ id }) => id);
	}

	/** The words still to be asked; those removed meanwhile are left out. */
	readonly left = $derived.by(() => {
		const words = byId(this.#store.words);
		return this.#queue.flatMap((id) => words.get(id) ?? []);
	});
	/** The word that is asked; null at the end. */
	readonly current = $derived(this.left[0] ?? null);
	readonly canUndo = $derived(this.#steps.length > 0);

	/** Whether the answer is shown. */
	get revealed(): boolean {
		return this.#revealed;
	}
	get failure(): StoreFailure | null {
		return this.#failure;
	}

	/** Shows the answer. */
	reveal(): Promise<void> {
		return this.#next(async () => void (this.#revealed = true));
	}

	/** Records an answer. A word that was not known is asked again at the end of the round. */
	grade(grade: Grade): Promise<void> {
		return this.#next(() => this.#grade(grade));
	}

	/** Takes the last answer back, and asks its word again. */
	undo(): Promise<void> {
		return this.#next(() => this.#undo());
	}

	#next(work: () => Promise<void>): Promise<void> {
		return (this.#turn = this.#turn.catch(() => {}).then(work));
	}

	async #grade(grade: Grade): Promise<void> {
		const was = this.current;
		if (!was || !this.#revealed) return;
		const repetition = repeated(was.repetition, grade, this.#now());
		const state = was.state === 'new' ? 'learning' : was.state;
		const put = await this.#store.change(was, { repetition, state });
		this.#failure = put.ok ? null : put.failure;
		if (!put.ok) return;
		const queue = this.left.map(({ id }) => id);
		const rest = queue.filter((id) => id !== was.id);
		this.#steps = [...this.#steps, { was, now: put.value, queue }];
		this.#queue = grade === 'again' ? [...rest, was.id] : rest;
		this.#revealed = false;
	}

	async #undo(): Promise<void> {
		const last = this.#steps.at(-1);
		if (!last) return;
		const put = await this.#store.restore([last.was], [last.now]);
		this.#failure = put.ok ? null : put.failure;
		if (!put.ok) return;
		this.#steps = this.#steps.slice(0, -1);
		this.#queue = last.queue;
		this.#revealed = false;
	}
}
