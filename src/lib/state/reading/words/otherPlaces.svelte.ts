/** How many other places in the library the word of the card has. */
import { askSearch } from '$lib/compose/search';
import type { SearchValue } from '$lib/adapters/search/protocol';
import { textKey } from '$lib/core/search/segment';
import type { ReadingPage } from '../page';
import type { ShownWord } from './openWord.svelte';

/** Own texts are indexed when the first word is looked up, once a page. */
let isUpToDate = false;

export class OtherPlaces {
	/** Null until it is known, and where it cannot be. */
	count = $state<number | null>(null);

	/** Counts the places of a lemma, but for the one in this text. Returns what ends it. */
	open(lemma: string, lang: string, page: ReadingPage): () => void {
		const stop = new AbortController();
		const { signal } = stop;
		this.count = null;
		void this.#count(lemma, lang, page, signal).then(async () => {
			if (isUpToDate || signal.aborted) return;
			isUpToDate = true;
			const updated = await askSearch({ kind: 'update' });
			if (updated.ok && updated.value.changed) await this.#count(lemma, lang, page, signal);
		});
		return () => stop.abort();
	}

	async #count(word: string, lang: string, page: ReadingPage, signal: AbortSignal): Promise<void> {
		const found = await askSearch({ kind: 'count', word, lang }, { signal });
		if (found.ok && !signal.aborted) this.count = others(found.value, page);
	}
}

/** The place of the card is one of those in its text, where that is indexed. */
function others(
	{ places, texts }: Extract<SearchValue, { readonly kind: 'count' }>,
	{ id, place }: ReadingPage
): number {
	const key = textKey(place, id);
	return texts.some(([text]) => text === key) ? places - 1 : places;
}

/** Returns the lemma or phrase that the card is about; null where it is about several words. */
export function lemmaOf({ found, form, words }: ShownWord): string | null {
	if (!found?.ok) return null;
	const [word, ...more] = found.value.words;
	if (!word) return null;
	if (more.length === 0) return word.answer.kind === 'found' ? word.answer.analyses[0].lemma : form;
	const [phrase] = word.phrases;
	const isWhole = phrase?.at[0] === words.first && phrase.at.at(-1) === words.last;
	return phrase && isWhole ? phrase.entry.head : null;
}
