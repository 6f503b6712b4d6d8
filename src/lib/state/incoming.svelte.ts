import type { Release } from '$lib/adapters/import/hold';
import type { ImportOutcome } from '$lib/adapters/import/importer';
import type { StoreFailure } from '$lib/core/library/store';
import type { DraftText } from './draft.svelte';
import type { Knowledge } from './knowledge';

export type ImportFailure = Extract<ImportOutcome, { ok: false }>['failure'];

/** Where a text is on its way into the library. */
export type Step =
	| { readonly kind: 'reading'; readonly done: number }
	| { readonly kind: 'failed'; readonly failure: ImportFailure }
	| { readonly kind: 'ready' }
	| { readonly kind: 'discarded' }
	| { readonly kind: 'saving' }
	| { readonly kind: 'saved'; readonly as: string };

/** One text on its way into the library. */
export class IncomingText {
	step = $state.raw<Step>({ kind: 'reading', done: 0 });
	/** What is looked through and corrected, once the text has been read. */
	draft = $state.raw<DraftText | null>(null);
	knowledge = $state.raw<Knowledge | null>(null);
	/** Whether all that was changed is kept as a draft. */
	kept = $state(false);
	/** Why the last attempt to keep it changed nothing. */
	refused = $state.raw<StoreFailure | null>(null);

	/** Ends the reading that is under way. */
	abort: AbortController | null = null;
	/** Lets other tabs have the draft. */
	release: Release | null = null;

	/** Until it is asked anew what is known of it. */
	timer: ReturnType<typeof setTimeout> | undefined;
	/** A draft of it is being written. */
	keeping = false;

	constructor(
		readonly id: string,
		readonly name: string,
		/** Null for one that was left unfinished and is read already. */
		readonly file: Blob | null
	) {}
}
