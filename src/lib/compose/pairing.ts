/** The environment of adding a book’s translation, loaded by the pages of books only. */
import type { PairedChapters } from '$lib/adapters/files/protocol';
import type { Chapter } from '$lib/core/book/book';
import { lockDraft, readFile } from './adding';
import { align, learnWords } from './aligning';
import { inFileWorker } from './files';
import { store } from './store';

export const pairingEnvironment = {
	store,
	read: readFile,
	pair: async (
		articles: readonly string[],
		chapters: readonly Pick<Chapter, 'title' | 'blocks'>[]
	): Promise<PairedChapters | null> => {
		const found = await inFileWorker({ kind: 'pair', articles, chapters });
		return found.ok ? found.value : null;
	},
	lockDraft,
	newId: (): string => crypto.randomUUID(),
	now: (): number => Date.now()
};

/** What aligning a book’s chapters needs. */
export const bookJobEnvironment = { ...pairingEnvironment, align, learn: learnWords };
