/** A library’s files of fingerprints in memory, which count what is asked of them. */
import { fingerprintFiles } from './fingerprintFiles';
import type { LibraryFiles } from './libraryFiles';
import type { StoredEntry } from './stored';
import type { KnownArticle } from './recognise';

/** Returns an article as the library lists it, by what recognises it. */
export const entryOf = ({ article, paragraphs }: KnownArticle): StoredEntry => ({
	id: article,
	metadata: { lang: 'sv', title: article },
	bundled: false,
	paragraphs: paragraphs.length,
	words: paragraphs.reduce((sum, { words }) => sum + words, 0),
	translated: [],
	known: paragraphs
});

/** `missing`: files that do not come. */
export function libraryOf(
	index: readonly KnownArticle[],
	missing: (path: string) => boolean = () => false
) {
	const entries = index.map(entryOf);
	const { root, prefixes } = fingerprintFiles(entries, 'a1');
	const asked: string[] = [];
	const come = async <T>(path: string, file: T | undefined): Promise<T | null> => {
		asked.push(path);
		return missing(path) ? null : (file ?? null);
	};
	const library: LibraryFiles = {
		root,
		prefix: (nth) => come(`${nth}`, prefixes[nth]),
		entry: (nth) => come(`article/${nth}`, entries[nth])
	};
	return { library, asked, prefixes, root };
}
