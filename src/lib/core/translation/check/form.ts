/** Finds the forms of a glossary in texts, inflected or not. */
import type { Lang } from '../../text/article';
import { plain } from '../../text/inline';
import { primaryLang } from '../../text/languageTag';

interface Inflection {
	/** Endings that may follow a form from a dictionary. */
	readonly endings: string;
	/** Endings that may follow the stem of `stem|ending`. */
	readonly stemEndings: string;
	/** True if the language writes compounds as one word: `folkupproret` contains `uppror`. */
	readonly compounds: boolean;
}

const english: Inflection = {
	endings: `(?:e?s)?(?:['’]s?)?`,
	stemEndings: `\\p{L}{0,4}(?:['’]s?)?`,
	compounds: false
};

const inflections: Readonly<Record<string, Inflection>> = {
	sv: {
		endings: '(?:a|e|o)?(?:r|n|t)?(?:en|et|na)?s?',
		stemEndings: '(?:a|e|o|i)?(?:r|n|t)?(?:en|et|na)?s?',
		compounds: true
	},
	en: english
};

const inflectionOf = (lang: Lang): Inflection => {
	const language = primaryLang(lang);
	return (Object.hasOwn(inflections, language) ? inflections[language] : undefined) ?? english;
};

/**
 * Fewest characters of a form that is searched within compounds: shorter ones occur in too many
 * words.
 */
const shortestInCompound = 5;

/**
 * Returns the plain words of inline Markdown, in which forms are searched. Web addresses are
 * dropped.
 */
export const readable = (markdown: string): string =>
	plain(markdown)
		.replace(/https?:\/\/\S+/g, '')
		.replace(/\u00ad/g, '')
		.replace(/[^\S\n\u2029]/g, ' ');

/**
 * Finds each place of a form in a readable text, with the endings of its language. A form with a
 * capital is a name, and does not match lower case (`the West`, but not `the west`).
 */
export function* matches(text: string, form: string, lang: Lang): Iterable<RegExpExecArray> {
	if (!mayHave(text, form)) return;
	const named = /^\p{Lu}/u.test(form);
	for (const match of text.matchAll(pattern(form, lang, false)))
		if (!named || /^\p{Lu}/u.test(match[0])) yield match;
}

/** Tells whether a readable text contains a form, also within a compound. */
export const has = (text: string, form: string, lang: Lang): boolean =>
	mayHave(text, form) && text.search(pattern(form, lang, inflectionOf(lang).compounds)) >= 0;

/**
 * Tells whether the letters that a form begins with are in a text, in any case: most forms are in few
 * texts, and a pattern takes ten times as long to tell.
 */
const mayHave = (text: string, form: string): boolean =>
	lowerCase(text).includes((/^[a-zåäöéü\d]*/.exec(form.toLowerCase()) ?? [''])[0]);

let last = { text: '', lower: '' };

/** Returns a text in lower case, which is kept until another is asked for: forms are many. */
function lowerCase(text: string): string {
	if (last.text !== text) last = { text, lower: text.toLowerCase() };
	return last.lower;
}

const made = new Map<string, RegExp>();

function pattern(form: string, lang: Lang, compounds: boolean): RegExp {
	const key = `${lang} ${compounds} ${form}`;
	const known = made.get(key) ?? compile(form, lang, compounds);
	made.set(key, known);
	return known;
}

function compile(form: string, lang: Lang, compounds: boolean): RegExp {
	const { endings, stemEndings } = inflectionOf(lang);
	const words = form.split(/[\s-]+/).filter(Boolean);
	const inflected = words.map((word) => {
		const [stem = '', rest] = word.split('|');
		return `${letters(stem)}${rest === undefined ? endings : stemEndings}`;
	});
	const free = compounds && words.length === 1 && form.length >= shortestInCompound;
	const before = free ? '' : '(?<![\\p{L}\\p{M}\\p{N}])';
	const named =
		inflectionOf(lang).compounds && /^\p{Lu}/u.test(form) && form.length >= shortestInCompound;
	const after = compounds || named ? '' : '(?![\\p{L}\\p{M}\\p{N}])';
	return new RegExp(`${before}${inflected.join('[\\s-]+')}${after}`, 'gu');
}

/**
 * Makes a pattern that matches a word in any case, and an abbreviation only in its own: `OSS` is
 * not `oss`. (The pattern’s own flag would apply to the whole form.)
 */
function letters(word: string): string {
	const escaped = (letter: string) => letter.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
	if (/^[\p{Lu}\p{N}]{2,}$/u.test(word)) return escaped(word);
	return [...word]
		.map((letter) => {
			if (/['’]/.test(letter)) return "['’]";
			const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
			return lower === upper ? escaped(letter) : `[${lower}${upper}]`;
		})
		.join('');
}
