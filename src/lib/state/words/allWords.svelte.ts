/** The page of saved words: what is shown, what is selected, and what can be undone. */
import type { OwnArticle } from '$lib/core/library/ownArticle';
import type { Store } from '$lib/core/library/store';
import type { StoreFailure, StoreResult } from '$lib/core/library/storeFailure';
import type { NewSavedWord, SavedState, SavedWord } from '$lib/core/words/savedWord';
import type { Listing } from '../library/listing';
import { allWordsRecent, arrangedWords, textsOf, type WordArrangement } from './arrangeWords';
import { SavedWordStore } from './savedWordStore.svelte';
import { idsOf, toggled } from './wordIds';

/** Words that the list shows at first, and adds each time the reader asks for more. */
export const wordsAtOnce = 100;

/** What the last change did, so that it can be undone. */
interface Undoable {
	readonly kind: 'removed' | 'changed';
	readonly was: readonly SavedWord[];
	readonly now: readonly SavedWord[];
}

export class AllWords {
	arrangement = $state.raw<WordArrangement>(allWordsRecent);
	#limit = $state(wordsAtOnce);
	#selected = $state.raw<ReadonlySet<string>>(idsOf([]));
	#undoable = $state.raw<Undoable | null>(null);
	#store = $state.raw<SavedWordStore | null>(null);
	#failed = $state.raw<StoreFailure | null>(null);
	#articles = $state.raw<readonly OwnArticle[]>([]);
	readonly #stored: () => readonly Listing[];
	readonly #ui: () => string;

	/** @param stored the site's own texts @param ui the language of the interface */
	constructor(stored: () => readonly Listing[], ui: () => string) {
		this.#stored = stored;
		this.#ui = ui;
	}

	readonly words = $derived(this.#store?.words ?? []);
	readonly found = $derived.by(() => arrangedWords(this.words, this.arrangement, this.#ui()));
	readonly shown = $derived(this.found.slice(0, this.#limit));
	readonly texts = $derived.by(() => textsOf(this.words));
	readonly known = $derived(this.#store?.known ?? false);
	readonly failure = $derived(this.#failed ?? this.#store?.failure ?? null);
	/** Those of the words found that are selected. */
	readonly selected = $derived(this.found.filter(({ id }) => this.#selected.has(id)));

	readonly #storedIds = $derived.by(() => idsOf(this.#stored()));
	readonly #ownIds = $derived(idsOf(this.#articles));

	/** Follows the reader's store. Returns a function that ends it. */
	watch(open: () => Promise<Store>): () => void {
		const ended = new AbortController();
		open().then(
			(store) => {
				if (ended.signal.aborted) return;
				const words = new SavedWordStore(store);
				this.#store = words;
				const stop = store.watchArticles(
					(articles) => (this.#articles = articles),
					(failure) => (this.#failed = failure)
				);
				ended.signal.addEventListener('abort', () => {
					stop();
					words.close();
				});
			},
			(error: unknown) => (this.#failed = { kind: 'failed', message: String(error) })
		);
		return () => ended.abort();
	}

	/** The open store, for a round of repetition. */
	get store(): SavedWordStore | null {
		return this.#store;
	}
	get undoable(): Undoable | null {
		return this.#undoable;
	}

	/** Returns where a text is read; null where it is not in the library any more. */
	placeOf(article: string): 'read' | 'own' | null {
		if (this.#storedIds.has(article)) return 'read';
		return this.#ownIds.has(article) ? 'own' : null;
	}

	arrange(part: Partial<WordArrangement>): void {
		this.arrangement = { ...this.arrangement, ...part };
		this.#limit = wordsAtOnce;
	}

	showMore(): void {
		this.#limit += wordsAtOnce;
	}

	isSelected = ({ id }: SavedWord): boolean => this.#selected.has(id);

	select(words: readonly SavedWord[], on: boolean): void {
		this.#selected = toggled(this.#selected, words, on);
	}

	/**
	 * Adds a word by hand, or only marks it as known where it is saved already. Returns whether it is
	 * new; null where it could not be saved.
	 */
	async add(made: NewSavedWord, isKnown: boolean): Promise<boolean | null> {
		const store = this.#store;
		if (!store) return null;
		const isNew = store.find(made) === null;
		const saved = await this.#tell(isKnown ? store.mark(made, 'known') : store.save(made));
		return saved && isNew;
	}

	setState(words: readonly SavedWord[], state: SavedState): Promise<void> {
		const others = words.filter((word) => word.state !== state);
		return this.#undoably('changed', others, (store) => store.changeAll(others, { state }));
	}

	edit(word: SavedWord, part: Pick<SavedWord, 'meaning' | 'note'>): Promise<void> {
		return this.#undoably('changed', [word], (store) => store.changeAll([word], part));
	}

	async remove(words: readonly SavedWord[]): Promise<void> {
		await this.#undoably('removed', words, (store) => store.remove(words));
		this.select(words, false);
	}

	/** Undoes the last change. */
	async undo(): Promise<void> {
		const last = this.#undoable;
		if (!last || !this.#store) return;
		if ((await this.#tell(this.#store.restore(last.was, last.now))) !== null) this.#undoable = null;
	}

	async #undoably(
		kind: Undoable['kind'],
		was: readonly SavedWord[],
		change: (store: SavedWordStore) => StoreResult<readonly SavedWord[]>
	): Promise<void> {
		if (!this.#store || was.length === 0) return;
		const now = await this.#tell(change(this.#store));
		if (now) this.#undoable = { kind, was, now };
	}

	/** Returns the value of an answer of the store; shows the failure and returns null for none. */
	async #tell<T>(answer: StoreResult<T>): Promise<T | null> {
		const told = await answer;
		this.#failed = told.ok ? null : told.failure;
		return told.ok ? told.value : null;
	}
}
