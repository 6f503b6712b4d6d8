/** Saves the word or phrase that the card shows, with its two sentences, and takes it back. */
import { occurrenceOf } from '$lib/core/translation/rowId';
import type { NewSavedWord, SavedWord } from '$lib/core/words/savedWord';
import { knownOf, sentencesOf, type LookedUpWords } from '$lib/core/words/wordRecord';
import { openSavedWords } from '../../words/openSavedWords';
import type { SavedWordStore } from '../../words/savedWordStore.svelte';
import type { PageRow, ReadingPage } from '../page';
import type { OpenWord, ShownWord } from './openWord.svelte';

/** What saving needs of the page. */
interface WordPage {
	/** Returns the row that an element shows. */
	itemOf(row: Element): PageRow | null;
	page(): ReadingPage;
	/** Begins to underline saved words, until the page is left. */
	markWords(): void;
}

export class WordToSave {
	#store = $state.raw<SavedWordStore | null>(null);
	/** Whether the last change could not be written. */
	failed = $state(false);
	readonly #open: OpenWord;
	readonly #page: WordPage;

	constructor(open: OpenWord, page: WordPage) {
		this.#open = open;
		this.#page = page;
	}

	/** Reads the saved words, so that the card knows whether this one is among them. */
	async begin(): Promise<void> {
		this.failed = false;
		this.#store ??= await openSavedWords().catch(() => null);
	}

	/** What the card can offer: to save the word, or the phrase; null for neither. */
	get offered(): 'word' | 'phrase' | null {
		const { shown } = this.#open;
		if (!shown || this.#store?.known !== true || !this.#made()) return null;
		return shown.words.first === shown.words.last ? 'word' : 'phrase';
	}

	/** The record of the word; null while it is not saved. */
	get saved(): SavedWord | null {
		const made = this.#made();
		return (made && this.#store?.find(made)) ?? null;
	}

	/** Saves the word, or removes it where it is saved. */
	toggle = async (): Promise<void> => {
		const [store, made, saved] = [this.#store, this.#made(), this.saved];
		if (!store || !made) return;
		const done = saved ? await store.remove([saved]) : await store.save(made);
		this.failed = !done.ok;
		if (done.ok && !saved) this.#page.markWords();
	};

	/** Marks the word as known, and saves it for that; or as new where it is known. */
	toggleKnown = async (): Promise<void> => {
		const [store, made, saved] = [this.#store, this.#made(), this.saved];
		if (!store || !made) return;
		const done = await store.mark(made, saved?.state === 'known' ? 'new' : 'known');
		this.failed = !done.ok;
		if (done.ok && !saved) this.#page.markWords();
	};

	#made(): NewSavedWord | null {
		const { shown } = this.#open;
		if (!shown?.found?.ok) return null;
		const { words: found, forms } = shown.found.value;
		const looked = { ...shown, found, forms, answers: shown.answers ?? [] };
		const known = knownOf(looked);
		return (
			known && {
				...{ ...known, lang: shown.from, to: shown.to, note: '' },
				context: this.#context(shown, looked)
			}
		);
	}

	#context({ text }: ShownWord, looked: LookedUpWords): NewSavedWord['context'] {
		const item = this.#page.itemOf(text.row);
		const paragraph = item?.row.source[0];
		if (!item || !paragraph) return null;
		const { id, title, translatedTitle } = this.#page.page();
		return {
			...sentencesOf(looked),
			source: {
				article: id,
				title: title ?? translatedTitle ?? '',
				paragraph,
				occurrence: occurrenceOf(item.id)
			}
		};
	}
}
