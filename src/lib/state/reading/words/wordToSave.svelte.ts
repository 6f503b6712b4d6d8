/** Saves the word that the card shows, with its two sentences, and takes it back. */
import { occurrenceOf } from '$lib/core/translation/rowId';
import type { MarkedSentence, NewSavedWord, SavedWord } from '$lib/core/words/savedWord';
import { extentOf } from '$lib/core/words/wordsInText';
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

	/** Whether the card can offer it: a single word, or a phrase, that is known. */
	get isOffered(): boolean {
		return this.#store?.known === true && this.#made() !== null;
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

	#made(): NewSavedWord | null {
		const { shown } = this.#open;
		const found = shown?.found?.ok ? shown.found.value : null;
		const [word, ...others] = found?.words ?? [];
		if (!shown || !found || !word || others.length > 0) return null;
		const first = word.answer.kind === 'found' ? word.answer.analyses[0] : null;
		return {
			lang: shown.from,
			to: shown.to,
			form: shown.form,
			lemma: first?.lemma ?? shown.form,
			forms: found.forms,
			wordClass: first?.wordClass ?? '',
			meaning: first?.meanings[0]?.glosses.join(', ') ?? '',
			note: '',
			context: this.#context(shown)
		};
	}

	#context(shown: ShownWord): NewSavedWord['context'] {
		const item = this.#page.itemOf(shown.text.row);
		const paragraph = item?.row.source[0];
		if (!item || !paragraph) return null;
		const { id, title, translatedTitle } = this.#page.page();
		const { words, translation, answers } = shown;
		const [answer] = answers ?? [];
		const { start, end } = extentOf(words);
		const sentence: MarkedSentence = {
			text: words.sentence.text,
			range: [start - words.start, end - words.start]
		};
		return {
			sentence,
			counterpart:
				translation === null
					? null
					: { text: translation, range: answer ? [answer.from, answer.to] : null },
			source: {
				article: id,
				title: title ?? translatedTitle ?? '',
				paragraph,
				occurrence: occurrenceOf(item.id)
			}
		};
	}
}
