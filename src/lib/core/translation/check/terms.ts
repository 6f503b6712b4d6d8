/** Whether a pair renders what its glossary knows by one of the glossary’s forms. */
import type { Lang } from '../../text/article';
import type { Finding, FindingKind } from './finding';
import { has, matches, readable } from './form';
import type { Entry, Forms, Glossary } from './glossary';
import type { Pair } from './pair';

const formsIn = (forms: Forms | undefined, lang: Lang): readonly string[] =>
	(forms && Object.hasOwn(forms, lang) ? forms[lang] : undefined) ?? [];

interface Scanned {
	/** Entries that a text has, each with its first form there, as it stands. */
	readonly found: ReadonlyMap<Entry, string>;
	/** The text without them. */
	readonly left: string;
}

/** Finds the glossary in a readable text, long forms first: `customs union` is no `union`. */
export function scan(text: string, lang: Lang, { terms, names }: Glossary): Scanned {
	const found = new Map<Entry, string>();
	let left = text;
	const forms = [...terms, ...names].flatMap((entry) =>
		[...formsIn(entry.forms, lang), ...formsIn(entry.met, lang)].map((form) => ({ entry, form }))
	);
	for (const { entry, form } of forms.sort((a, b) => b.form.length - a.form.length))
		for (const { 0: match, index } of matches(left, form, lang)) {
			if (!found.has(entry)) found.set(entry, match);
			left = `${left.slice(0, index)}${blank(match)}${left.slice(index + match.length)}`;
		}
	return { found, left };
}

/** As long, so that places stay; no letter, no space, no mark. */
const blank = (match: string): string => '·'.repeat(match.length);

const hasOne = (text: string, forms: Forms | undefined, lang: Lang): string | undefined =>
	formsIn(forms, lang).find((form) => has(text, form, lang));

/** How an entry is called in a language. */
const headword = (entry: Entry, lang: Lang): string =>
	formsIn(entry.forms, lang)[0]?.replaceAll('|', '') ?? '';

/**
 * Terms and names of the original that are rendered otherwise, or by what must not stand for them.
 * A name may be told of in the note instead.
 */
export function termFindings(
	{ translation, note }: Pair,
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

/** Names of the translation that the original does not have. */
export function addedNames(
	{ original }: Pair,
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
