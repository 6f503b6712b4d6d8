import { parseEntry, type LexiconEntry } from './entry';
import type { WordClass } from './wordClass';
import type { Feature, Inflected } from './inflected';

/** A suffix or prefix that makes a word of another, and what the new word means. */
export interface Affix {
	/** The affix as an entry of its own: its code inflects the new word. */
	readonly entry: LexiconEntry;
	/** Class of the word that it is added to; null if any. */
	readonly of: WordClass | null;
}

/**
 * Parses affixes, an entry a line, `~` in the gloss for that of the word they are added to. A
 * heading `# noun` says what words: it holds for the lines below it.
 */
export function parseAffixes(text: string): readonly Affix[] {
	let of: WordClass | null = null;
	return text.split('\n').flatMap((line) => {
		if (line.startsWith('# ')) of = line.slice(2) as WordClass;
		return line === '' || line.startsWith('#') ? [] : [{ entry: parseEntry(line), of }];
	});
}

/** A form of a suffix: `heten`, definite, of `het`. */
export interface SuffixForm {
	readonly affix: Affix;
	readonly inflections: readonly (readonly Feature[])[];
}

/** Returns the suffixes by each of their forms. */
export function suffixForms(
	affixes: readonly Affix[],
	forms: (entry: LexiconEntry) => readonly Inflected[]
): ReadonlyMap<string, readonly SuffixForm[]> {
	const index = new Map<string, SuffixForm[]>();
	for (const affix of affixes)
		for (const [form, inflections] of byForm(forms(affix.entry))) {
			const found = index.get(form) ?? [];
			found.push({ affix, inflections });
			index.set(form, found);
		}
	return index;
}

/** Returns what each form of an entry may say. */
export function byForm(
	forms: readonly Inflected[]
): ReadonlyMap<string, readonly (readonly Feature[])[]> {
	const index = new Map<string, (readonly Feature[])[]>();
	for (const { form, features } of forms) {
		const found = index.get(form) ?? [];
		if (!found.some((other) => other.join() === features.join())) found.push(features);
		index.set(form, found);
	}
	return index;
}
