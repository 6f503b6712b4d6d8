/** What a dictionary answers to a word, for whoever shows it. */
import type { Result } from '../../result';
import type { DictionaryFailure } from './failure';
import type { Found } from './lookUp';

/** `unreadable`: its files are gone, or the browser cannot read them. */
export type AnswerFailure =
	DictionaryFailure | { readonly kind: 'unreadable'; readonly file: string };

export interface DictionaryAnswer {
	readonly id: string;
	readonly name: string;
	readonly from: string | null;
	readonly to: string | null;
	/** Null: the dictionary has neither the word nor a lemma of it. */
	readonly found: Result<Found | null, AnswerFailure>;
}
