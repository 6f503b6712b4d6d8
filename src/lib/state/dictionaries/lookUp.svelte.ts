/** A word that the reader looks up in their dictionaries. */
import { askDictionaries } from '$lib/compose/dictionaries';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import type { Lang } from '$lib/core/text/article';
import type { DictionaryAnswer } from '$lib/core/words/dictionary/answer';

export type LookedUp =
	| { readonly kind: 'none' }
	| {
			readonly kind: 'answered';
			readonly word: string;
			readonly answers: readonly DictionaryAnswer[];
	  }
	| { readonly kind: 'failed'; readonly failure: StoreFailure };

export class WordLookUp {
	#shown = $state.raw<LookedUp>({ kind: 'none' });
	#turn = 0;

	get shown(): LookedUp {
		return this.#shown;
	}

	/**
	 * Looks a word up, else its lemmas. Of two words under way the later one counts.
	 *
	 * @param from the language of the word; null where it is not known
	 */
	async ask(text: string, lemmas: readonly string[] = [], from: Lang | null = null): Promise<void> {
		const word = text.trim();
		const turn = ++this.#turn;
		if (word === '') return void (this.#shown = { kind: 'none' });
		const found = await askDictionaries({ kind: 'look up', word, lemmas, from });
		if (turn !== this.#turn) return;
		if (found.ok) this.#shown = { kind: 'answered', word, answers: found.value.answers };
		else if (found.failure.kind === 'store')
			this.#shown = { kind: 'failed', failure: found.failure.failure };
		else if (found.failure.kind === 'broken')
			this.#shown = { kind: 'failed', failure: { ...found.failure, kind: 'failed' } };
	}
}
