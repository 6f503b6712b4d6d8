/** The environment of writing texts and books to files, loaded by that page only. */
import type { FileFailure, WrittenBook } from '$lib/adapters/files/protocol';
import type { CallOptions } from '$lib/adapters/worker/calls';
import type { Dossier } from '$lib/core/dossier/dossier';
import { ok, type Result } from '$lib/core/result';
import type { Lang } from '$lib/core/text/article';
import { inFileWorker } from './files';
import { machineUnits } from './machineUnits';
import { loadStoredArticle, store } from './store';

export const exportingEnvironment = {
	store,
	stored: loadStoredArticle,
	dossier: async (id: string, langs: readonly Lang[]): Promise<Dossier | null> =>
		(await import('$lib/adapters/stored/dossier')).storedDossier(id, langs),
	made: machineUnits,
	write: async (written: WrittenBook, options: CallOptions): Promise<Result<Blob, FileFailure>> => {
		const found = await inFileWorker({ kind: 'book', ...written }, options);
		return found.ok ? ok(found.value.file) : found;
	}
};
