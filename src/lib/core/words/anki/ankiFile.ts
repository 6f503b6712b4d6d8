import type { SavedWord } from '../savedWord';
import { ankiNotes, type AnkiWords } from './anki';
import { apkg } from './apkg';
import { ankiText } from './textFile';

export type AnkiFormat = 'apkg' | 'text';

/** Returns words as a file of a format. */
export function ankiFile(
	format: AnkiFormat,
	words: readonly SavedWord[],
	said: AnkiWords
): string | Uint8Array {
	const notes = ankiNotes(words, said);
	return format === 'apkg' ? apkg(notes) : ankiText(notes);
}
