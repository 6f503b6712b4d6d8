/** The page’s requests to the worker of dictionaries, and its replies. */
import type { StoreFailure } from '../../core/library/storeFailure';
import type { Result } from '../../core/result';
import type { DictionaryAnswer } from '../../core/words/dictionary/answer';
import type { NamedFile } from '../../core/words/dictionary/blob';
import type { OwnDictionary } from '../../core/words/dictionary/dictionary';
import type { DictionaryFailure } from '../../core/words/dictionary/failure';
import type { CallFailure } from '../worker/calls';
import { anObject, failure, replyParser, share, type FromWorker } from '../worker/protocol';

/** `already`: the same dictionary is in the list. */
export type AddFailure = DictionaryFailure | { readonly kind: 'already'; readonly file: string };

export type DictionaryRequest =
	| { readonly kind: 'add'; readonly files: readonly NamedFile[] }
	/** `from`: the language of the word; null where it is not known. */
	| {
			readonly kind: 'look up';
			readonly word: string;
			readonly lemmas: readonly string[];
			readonly from: string | null;
	  };

export type DictionaryValue =
	| { readonly kind: 'add'; readonly added: readonly Result<OwnDictionary, AddFailure>[] }
	| { readonly kind: 'look up'; readonly answers: readonly DictionaryAnswer[] };

export type WorkerFailure =
	{ readonly kind: 'store'; readonly failure: StoreFailure } | CallFailure;

export type DictionaryReply = FromWorker<DictionaryValue, WorkerFailure>;

export const parseReply = replyParser<DictionaryValue, WorkerFailure, number>(
	anObject<DictionaryValue>(),
	failure<WorkerFailure>(),
	share
);
