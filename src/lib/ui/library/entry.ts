/** The metadata of an entry in words. */
import { readingMinutes } from '$lib/core/text/words';
import type { T } from '$lib/i18n';
import type { UiLang } from '$lib/i18n/langs';
import { formatIssued } from '$lib/i18n/date';
import { readingTime } from '$lib/i18n/readingTime';
import type { LibraryEntry } from '$lib/state/library/shelves';
import { writtenBy } from '$lib/state/reading/written';

/** Returns authors, publication, date and length, as far as they are known. */
export function about(
	{ original, words, shelf }: LibraryEntry,
	t: T,
	ui: UiLang
): readonly string[] {
	const { authors, publication, issued } = original;
	// Without the original its translation is counted.
	const counted = shelf === 'waiting' ? 'library.translatedWords' : 'app.words';
	return [
		authors?.join(', '),
		publication,
		issued && unbroken(formatIssued(issued, ui)),
		unbroken(t(counted, { count: words })),
		unbroken(readingTime(readingMinutes(words), t))
	].filter((part) => part !== undefined);
}

/** Returns “Written by AI from 5 texts” where that is true of all the originals, else null. */
export function writtenWords(
	entries: readonly Pick<LibraryEntry, 'written'>[],
	t: T
): string | null {
	const all = entries.flatMap(({ written }) => written ?? []);
	if (all.length === 0 || all.length < entries.length) return null;
	const { lead, rest } = writtenBy({ by: 'ai', from: Math.max(...all.map(({ from }) => from)) }, t);
	return lead + rest;
}

export const unbroken = (words: string): string => words.replaceAll(' ', '\u00a0');
