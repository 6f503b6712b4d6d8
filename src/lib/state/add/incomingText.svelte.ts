import type { ImportOutcome } from '$lib/adapters/import/importer';
import type { Encoding } from '$lib/core/import/decode';
import type { ImportDraft } from '$lib/core/library/store';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import type { KeptDraft } from '../keptDraft.svelte';
import { Comparison } from './comparison';
import type { DraftText } from './draftText.svelte';
import type { IncomingBook } from './incomingBook.svelte';
import type { TextKnowledge } from './knowledge';

export type ImportFailure = Extract<ImportOutcome, { ok: false }>['failure'];

export interface Unread {
	readonly encoding: Encoding;
	readonly failure: ImportFailure;
}

/** The record of a draft, before the time of writing is added. */
export type DraftRecord = Omit<ImportDraft, 'changedAt'>;

/** The step at which a text is between its file and the library. */
export type IncomingStep =
	| { readonly kind: 'reading'; readonly done: number }
	| { readonly kind: 'failed'; readonly failure: ImportFailure }
	| { readonly kind: 'ready' }
	| { readonly kind: 'discarded' }
	| { readonly kind: 'saving' }
	| { readonly kind: 'saved'; readonly as: string };

/** A text that is being added to the library. */
export class IncomingText {
	step = $state.raw<IncomingStep>({ kind: 'reading', done: 0 });
	/** The text as the reader checks and corrects it, once the file has been read. */
	draft = $state.raw<DraftText | null>(null);
	/** The book, where the file is one. */
	book = $state.raw<IncomingBook | null>(null);
	knowledge = $state.raw<TextKnowledge | null>(null);
	/** The encoding in which the file could not be read again, and why; the text is as it was. */
	unread = $state.raw<Unread | null>(null);
	/** The encoding in which the file is being read again. */
	rereading: Encoding | null = null;

	readonly comparison = new Comparison();

	/** Ends the reading that is under way. */
	abort: AbortController | null = null;
	/** The wait after a change before the text is compared with the stored ones again. */
	timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		readonly id: string,
		readonly name: string,
		/** Null for a draft of an earlier visit, which has been read already. */
		readonly file: Blob | null,
		readonly record: KeptDraft<DraftRecord>
	) {}

	/** Whether every change has been written to the draft. */
	get kept(): boolean {
		return (this.book ?? this).record.isWritten;
	}
	/** Why the last attempt to write or save it changed nothing. */
	get refused(): StoreFailure | null {
		return (this.book ?? this).record.refused;
	}
}
