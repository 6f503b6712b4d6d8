/**
 * Terms of a glossary and names of the library that a machine is asked to use, and which of them its
 * answer has. Asking is the engine’s work; whether an answer has a term is decided here, from its
 * words alone.
 */
import type { Lang } from '../text/article';
import { has } from '../translation/check/form';
import type { Glossary } from '../translation/check/glossary';
import { formsIn, scan } from '../translation/check/terms';
import type { AskedTerm } from './askedTerm';
import type { LanguagePair } from './engine';

/** Returns the terms to ask for in a sentence of plain text, in its order. */
export type TermFinder = (sentence: string) => readonly AskedTerm[];

export const noTerms: TermFinder = () => [];

/**
 * Returns what finds the terms of a glossary, and names that are the same in both languages. A
 * glossary’s name is asked for only where the original has it with a capital: its other forms are
 * derived words (`rysk`), which a translation may well put in another way.
 */
export function termFinder(
	glossary: Glossary,
	names: ReadonlySet<string>,
	{ from, to }: LanguagePair
): TermFinder {
	const isName = new Set(glossary.names);
	return (sentence) => {
		const { found, left } = scan(sentence, from, glossary);
		const terms = [...found].flatMap(([entry, source]) => {
			const forms = formsIn(entry.forms, to);
			const isAsked = forms.length > 0 && (!isName.has(entry) || /^\p{Lu}/u.test(source));
			return isAsked ? [{ source, forms }] : [];
		});
		const kept = wordsIn(left).filter((word) => names.has(word));
		return [...terms, ...kept.map((name) => ({ source: name, forms: [name] }))].toSorted(
			(a, b) => sentence.indexOf(a.source) - sentence.indexOf(b.source)
		);
	};
}

/** Returns the words with a capital, without a genitive’s ending too, each once. */
function wordsIn(text: string): readonly string[] {
	const words = text.match(/(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]+/gu) ?? [];
	return [...new Set(words.flatMap((word) => [word, word.replace(/s$/, '')]))];
}

/** Tells whether a text has a term, in any of its forms, inflected or not. */
export const isKept = (text: string, { forms }: AskedTerm, lang: Lang): boolean =>
	forms.some((form) => has(text, form, lang));

/** Returns the terms that a text lacks. */
export const termsLackedBy = (
	text: string,
	terms: readonly AskedTerm[],
	lang: Lang
): readonly AskedTerm[] => terms.filter((term) => !isKept(text, term, lang));

/** Returns a key of terms: the same for lists that ask for the same, in the same way. */
export const termsKey = (terms: readonly AskedTerm[], asks: string): string =>
	JSON.stringify([asks, ...terms.map(({ source, forms }) => [source, ...forms])]);
