/** The reader's saved words, as they are now, in this tab and others. */
import { moment } from '$lib/core/library/moment';
import type { Store } from '$lib/core/library/store';
import type { StoreFailure, StoreResult } from '$lib/core/library/storeFailure';
import { fail, ok } from '$lib/core/result';
import {
	newSavedWord,
	wordKey,
	type NewSavedWord,
	type SavedState,
	type SavedWord,
	type SavedWordChange
} from '$lib/core/words/savedWord';
import { byId } from './wordIds';

type WordRecords = Pick<Store, 'watchSavedWords' | 'putSavedWords'>;
type Changed = Partial<Pick<SavedWord, 'meaning' | 'note' | 'state' | 'repetition'>>;

export class SavedWordStore {
	#words = $state.raw<readonly SavedWord[]>([]);
	#failure = $state.raw<StoreFailure | null>(null);
	/** Whether the library has answered. */
	#known = $state(false);
	readonly #store: WordRecords;
	/** Settles when the library has answered, with words or with a failure. */
	readonly ready: Promise<void>;
	/** Ends the watching. */
	readonly close: () => void;

	constructor(store: WordRecords) {
		this.#store = store;
		let answered = () => {};
		this.ready = new Promise((resolve) => (answered = resolve));
		this.close = store.watchSavedWords(
			(words) => {
				this.#words = words;
				this.#failure = null;
				this.#known = true;
				answered();
			},
			(failure) => {
				this.#failure = failure;
				answered();
			}
		);
	}

	/** Those that are not removed; the oldest first. */
	get words(): readonly SavedWord[] {
		return this.#words;
	}
	get failure(): StoreFailure | null {
		return this.#failure;
	}
	get known(): boolean {
		return this.#known;
	}

	/** Returns the saved word of the same languages, lemma and class; null for none. */
	find(word: Pick<SavedWord, 'lang' | 'to' | 'lemma' | 'wordClass'>): SavedWord | null {
		const key = wordKey(word);
		return this.#words.find((one) => wordKey(one) === key) ?? null;
	}

	/** Saves a word. One that is saved already stays as it is, and is returned. */
	async save(made: NewSavedWord): StoreResult<SavedWord> {
		await this.ready;
		const same = this.find(made);
		if (same) return ok(same);
		const word = newSavedWord(made, crypto.randomUUID(), moment(Date.now()));
		return this.#putOne({ word, base: null });
	}

	/** Saves a word in a state, or moves it there where it is saved already. */
	async mark(made: NewSavedWord, state: SavedState): StoreResult<SavedWord> {
		const saved = await this.save(made);
		if (!saved.ok || saved.value.state === state) return saved;
		return this.change(saved.value, { state });
	}

	/** Changes a word; fails with `conflict` if it was changed elsewhere since. */
	change(word: SavedWord, part: Changed): StoreResult<SavedWord> {
		return this.#putOne(changed(word, part));
	}

	/** Changes several words in the same way, all or none. */
	changeAll(words: readonly SavedWord[], part: Changed): StoreResult<readonly SavedWord[]> {
		return this.#put(words.map((word) => changed(word, part)));
	}

	/** Removes words, all or none. Returns what their removal left, for `restore`. */
	remove(words: readonly SavedWord[]): StoreResult<readonly SavedWord[]> {
		return this.#put(
			words.map((word) => ({
				word: { ...word, deleted: true, changedAt: moment(Date.now()) },
				base: word.changedAt
			}))
		);
	}

	/** Puts words back as they were, over what a change or removal left, in the same order. */
	restore(
		words: readonly SavedWord[],
		over: readonly SavedWord[]
	): StoreResult<readonly SavedWord[]> {
		return this.#put(
			words.map((word, at) => ({
				word: { ...word, changedAt: moment(Date.now()) },
				base: over[at]?.changedAt ?? null
			}))
		);
	}

	async #putOne(change: SavedWordChange): StoreResult<SavedWord> {
		const put = await this.#put([change]);
		if (!put.ok) return put;
		const [word] = put.value;
		return word ? ok(word) : fail({ kind: 'failed', message: 'no record' });
	}

	/** Writes words. They are in `words` at once: the store tells of it a little later. */
	async #put(changes: readonly SavedWordChange[]): StoreResult<readonly SavedWord[]> {
		const put = await this.#store.putSavedWords(changes);
		if (!put.ok) return put;
		const now = byId(this.#words);
		for (const word of put.value) {
			if (word.deleted) now.delete(word.id);
			else now.set(word.id, word);
		}
		this.#words = [...now.values()].toSorted((a, b) => (a.addedAt < b.addedAt ? -1 : 1));
		return put;
	}
}

const changed = (word: SavedWord, part: Changed): SavedWordChange => ({
	word: { ...word, ...part, changedAt: moment(Date.now()) },
	base: word.changedAt
});
