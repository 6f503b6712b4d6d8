/** The files by which a text is recognised, made when the site is built. */
import {
	fingerprintFiles,
	type EntryFile,
	type FingerprintFiles
} from '../core/translation/fingerprintFiles';
import { hashOf } from '../core/search/letters';
import { lazily } from './lazily';
import { storedEntries } from './library.server';

const made = lazily((): FingerprintFiles => {
	const entries = storedEntries();
	// Added up piece by piece: all entries as one text do not fit into a string.
	const stamp = entries.reduce((hash, entry) => hashOf(`${hash}${JSON.stringify(entry)}`), 0);
	return fingerprintFiles(entries, stamp.toString(36));
});

/** Returns the rule by which the fingerprints are divided, and their files. */
export const storedFingerprints = (): FingerprintFiles => made();

/** Returns the file of an article, by its number; null where there is none. */
export function entryFile(nth: number): EntryFile | null {
	const entry = storedEntries()[nth];
	return entry ? { stamp: made().root.stamp, entry } : null;
}
