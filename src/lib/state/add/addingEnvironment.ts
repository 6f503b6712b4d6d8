import type { ImportOptions, ReadOutcome } from '$lib/adapters/import/importer';
import type { Store } from '$lib/core/library/store';
import type { KnownArticle } from '$lib/core/translation/recognise';
import type { LockDraft } from '../keptDraft.svelte';
import type { Listing } from '../library/listing';

/** Reads a file as a text or a book. */
interface FileReader {
	read(name: string, file: Blob, options: ImportOptions): Promise<ReadOutcome>;
}

/** What adding texts needs from outside. */
export interface AddingEnvironment {
	readonly store: () => Promise<Store>;
	readonly importer: () => Promise<FileReader>;
	/** Articles that stored translations recognise; null where they cannot be loaded. */
	readonly known: () => Promise<readonly KnownArticle[] | null>;
	/** The same articles, as the library lists them. */
	readonly listed: () => readonly Listing[];
	readonly lockDraft: LockDraft;
	readonly newId: () => string;
	readonly now: () => number;
}
