import type { ImportOptions, ReadOutcome } from '$lib/adapters/import/importer';
import type { Store } from '$lib/core/library/store';
import type { Block } from '$lib/core/text/article';
import type { Candidates } from '$lib/core/translation/identifyInLibrary';
import type { LockDraft } from '../keptDraft.svelte';

/** Reads a file as a text or a book. */
interface FileReader {
	read(name: string, file: Blob, options: ImportOptions): Promise<ReadOutcome>;
}

/** What adding texts needs from outside. */
export interface AddingEnvironment {
	readonly store: () => Promise<Store>;
	readonly importer: () => Promise<FileReader>;
	/** Returns the stored articles that may recognise a text. */
	readonly candidates: (blocks: readonly Block[]) => Promise<Candidates>;
	readonly lockDraft: LockDraft;
	readonly newId: () => string;
	readonly now: () => number;
}
