/** Checks that glossary entries in the original are translated by one of the glossary’s forms. */
import type { Lang } from '../../text/article';
import type { Finding, FindingKind } from './finding';
import { has, matches, readable } from './form';
import type { GlossaryEntry, Forms, Glossary } from './glossary';
import type { UnitPair } from './pair';

/** Returns the forms of a language. */
export const formsIn = (forms: Forms | undefined, lang: Lang): readonly string[] =>
	(forms && Object.hasOwn(forms, lang) ? forms[lang] : undefined) ?? [];

interface Scanned {
	/** The entries found in a text, each with its first form as written there. */
	readonly found: ReadonlyMap<GlossaryEntry, string>;
	/** The text without them. */
	readonly left: string;
}

/** Finds glossary entries in a readable text, long forms first: `customs union` is not `union`. */
export function scan(text: string, lang: Lang, glossary: Glossary): Scanned {
	const found = new Map<GlossaryEntry, string>();
	let left = text;
	for (const { entry, form } of longestFirst(glossary, lang))
		for (const { 0: match, index } of matches(left, form, lang)) {
			if (!found.has(entry)) found.set(entry, match);
			left = `${left.slice(0, index)}${blank(match)}${left.slice(index + match.length)}`;
		}
	return { found, left };
}

interface EntryForm {
	readonly entry: GlossaryEntry;
	readonly form: string;
}

const sorted = new WeakMap<Glossary, Map<Lang, readonly EntryForm[]>>();

/** Returns the forms of a language, sorted once: they are looked for in every paragraph. */
function longestFirst(glossary: Glossary, lang: Lang): readonly EntryForm[] {
	const ofGlossary = sorted.get(glossary) ?? new Map<Lang, readonly EntryForm[]>();
	sorted.set(glossary, ofGlossary);
	const forms =
		ofGlossary.get(lang) ??
		[...glossary.terms, ...glossary.names]
			.flatMap((entry) =>
				[...formsIn(entry.forms, lang), ...formsIn(entry.met, lang)].map((form) => ({
					entry,
					form
				}))
			)
			.sort((a, b) => b.form.length - a.form.length);
	ofGlossary.set(lang, forms);
	return forms;
}

/** Returns filler of the same length, so that offsets stay. It is no letter, space or mark. */
const blank = (match: string): string => '·'.repeat(match.length);

const hasOne = (text: string, forms: Forms | undefined, lang: Lang): string | undefined =>
	formsIn(forms, lang).find((form) => has(text, form, lang));

/** Returns the headword of an entry in a language. */
const headword = (entry: GlossaryEntry, lang: Lang): string =>
	formsIn(entry.forms, lang)[0]?.replaceAll('|', '') ?? '';

/**
 * Reports terms and names of the original that are translated otherwise, or by a forbidden form. A
 * name may be in the note instead.
 */
export function termFindings(
	{ translation, note }: UnitPair,
	original: Scanned,
	{ terms }: Glossary
): readonly Finding[] {
	const text = readable(translation.text);
	const { lang } = translation;
	return [...original.found].flatMap(([entry, term]): Finding[] => {
		const about = headword(entry, lang);
		const kind: FindingKind = terms.includes(entry) ? 'term' : 'name';
		const wrong = hasOne(text, entry.not, lang);
		const told = kind === 'name' ? `${text}\n${note}` : text;
		const rendered = hasOne(told, entry.forms, lang) !== undefined;
		return [
			...(wrong === undefined
				? []
				: [{ kind: 'forbidden' as const, about: wrong, original: term, translation: wrong }]),
			...(rendered ? [] : [{ kind, about, original: `${term} (${about})`, translation: null }])
		];
	});
}

/** Reports names of the translation that the original does not have. */
export function addedNames(
	{ original }: UnitPair,
	translation: Scanned,
	{ names }: Glossary
): readonly Finding[] {
	const text = readable(original.text);
	const { lang } = original;
	return [...translation.found].flatMap(([entry, name]): Finding[] => {
		const answered = hasOne(text, entry.forms, lang) ?? hasOne(text, entry.met, lang);
		return !names.includes(entry) || answered !== undefined
			? []
			: [{ kind: 'name', about: headword(entry, lang), original: null, translation: name }];
	});
}
