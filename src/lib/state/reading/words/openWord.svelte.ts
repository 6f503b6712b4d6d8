/** The word of the text that is looked up, and what is known of it. */
import { askWords, markWord, rangeInText, type RowText } from '$lib/compose/words';
import type { WordFailure, WordRequest, WordValue } from '$lib/adapters/words/protocol';
import type { Result } from '$lib/core/result';
import type { Lang } from '$lib/core/text/article';
import type { AnsweredRange } from '$lib/core/words/answer';
import { extentOf, type AskedWords } from '$lib/core/words/wordsInText';
import { rangesInParts, textOfParts, type SentencePart } from './otherSentence';

/** One word of the page, or several beside each other. */
export interface WordTarget {
	readonly text: RowText;
	readonly words: AskedWords;
}

/** The languages that words are looked up between. */
export interface WordLangs {
	readonly from: Lang;
	readonly to: Lang;
}

export interface ShownWord extends WordTarget, WordLangs {
	/** As it is in the text. */
	readonly form: string;
	/** The words that answer its sentence on the other side; null for none. */
	readonly translation: string | null;
	/** What is known of each word; null while it is looked up. */
	readonly found: Result<LookedUp, WordFailure> | null;
	/** Where the words that answer them stand in the translation; null until that is known. */
	readonly answers: readonly AnsweredRange[] | null;
}

type LookedUp = Extract<WordValue, { readonly kind: 'look up' }>;

/** Time until the card says that it is at work, in milliseconds. Most answers come sooner. */
const waitMs = 80;

export class OpenWord {
	/** Null before the first word. */
	shown = $state.raw<ShownWord | null>(null);
	#asked: AbortController | null = null;
	/** The sentence that answers theirs. */
	#other: readonly SentencePart[] = [];

	/** Returns where the words are in the document; null where they are not. */
	range(): Range | null {
		return this.shown && rangeOf(this.shown);
	}

	/** Returns where the words that answer them are in the document. */
	answering(): readonly Range[] {
		return rangesInParts(this.#other, this.shown?.answers ?? []);
	}

	/** Whether these words are open. */
	is({ text, words }: WordTarget): boolean {
		const now = this.shown;
		return (
			now !== null &&
			now.text.row === text.row &&
			now.text.side === text.side &&
			now.text.part === text.part &&
			extentOf(now.words).start === extentOf(words).start &&
			extentOf(now.words).end === extentOf(words).end
		);
	}

	/**
	 * Looks words up. Settles when there is something to show: the answer, or that it takes time.
	 *
	 * @param other the sentence of the other side; no parts where there is none
	 */
	async open(target: WordTarget, langs: WordLangs, other: readonly SentencePart[]): Promise<void> {
		this.#asked?.abort();
		const asked = (this.#asked = new AbortController());
		const translation = other.length > 0 ? textOfParts(other) : null;
		const { text, words } = target;
		const { start, end } = extentOf(words);
		markWord(rangeOf(target));
		const form = text.text.slice(start, end);
		const word = { ...target, ...langs, form, translation, answers: null };
		const { sentence, first, last } = words;
		const about = { ...langs, sentence: sentence.text, first, last };
		const answer = askWords({ ...about, kind: 'look up', translation }).then((found) => {
			if (asked.signal.aborted) return;
			this.#show({ ...word, found }, other);
			if (found.ok && translation !== null) void this.#answer({ ...about, translation }, asked);
		});
		const wait = new Promise<void>((done) => setTimeout(done, waitMs));
		await Promise.race([answer, wait]);
		if (!asked.signal.aborted && (!this.shown || !this.is(target)))
			this.#show({ ...word, found: null }, other);
	}

	#show(word: ShownWord, other: readonly SentencePart[]): void {
		this.#other = other;
		this.shown = word;
	}

	/** Adds which words of the translation answer the open ones. */
	async #answer(
		about: Omit<Extract<WordRequest, { kind: 'answers' }>, 'kind'>,
		{ signal }: AbortController
	): Promise<void> {
		const found = await askWords({ ...about, kind: 'answers' });
		if (this.shown && !signal.aborted)
			this.shown = { ...this.shown, answers: found.ok ? found.value.ranges : [] };
	}

	close(): void {
		this.#asked?.abort();
		this.#asked = null;
		this.#other = [];
		this.shown = null;
		markWord(null);
	}
}

function rangeOf({ text, words }: WordTarget): Range | null {
	const { start, end } = extentOf(words);
	return rangeInText(text, start, end);
}
