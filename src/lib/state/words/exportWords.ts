/** Saved words as a file for Anki. */
import { inFileWorker } from '$lib/compose/files';
import type { AnkiFormat } from '$lib/core/words/anki/ankiFile';
import type { SavedWord } from '$lib/core/words/savedWord';

export const ankiFileNames: Readonly<Record<AnkiFormat, string>> = {
	apkg: 'jamsides.apkg',
	text: 'jamsides-anki.txt'
};

/** Returns the file; null where it could not be made. @param classes names of word classes */
export async function exportedWords(
	format: AnkiFormat,
	words: readonly SavedWord[],
	classes: Readonly<Record<string, string>>
): Promise<Blob | null> {
	const made = await inFileWorker({ kind: 'anki', format, words, said: { classes } });
	return made.ok ? made.value.file : null;
}
