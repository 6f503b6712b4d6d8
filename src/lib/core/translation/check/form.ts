/** Finding a glossary’s forms in texts, whatever their inflection. */
import type { Lang } from '../../text/article';
import { plain } from '../../text/inline';

interface Inflection {
	/** After a form as dictionaries give it. */
	readonly endings: string;
	/** After the stem of `stem|ending`. */
	readonly stemEndings: string;
	/** Whether words are put together: `folkupproret` holds `uppror`. */
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
	const language = lang.split('-', 1).join('').toLowerCase();
	return (Object.hasOwn(inflections, language) ? inflections[language] : undefined) ?? english;
};

/** Shorter words stand in too many others. */
const shortestInCompound = 5;

/** The words of inline Markdown as forms are looked for in them. Addresses have none. */
export const readable = (markdown: string): string =>
	plain(markdown)
		.replace(/https?:\/\/\S+/g, '')
		.replace(/\u00ad/g, '')
		.replace(/[^\S\n]/g, ' ');

/**
 * Each place of a form in a readable text, inflected as its language does. One with a capital is
 * a name: it is not met in lower case (`the West`, but not `the west`).
 */
export function* matches(text: string, form: string, lang: Lang): Iterable<RegExpExecArray> {
	const named = /^\p{Lu}/u.test(form);
	for (const match of text.matchAll(pattern(form, lang, false)))
		if (!named || /^\p{Lu}/u.test(match[0])) yield match;
}

/** Whether a readable text has a form, also within a compound. */
export const has = (text: string, form: string, lang: Lang): boolean =>
	text.search(pattern(form, lang, inflectionOf(lang).compounds)) >= 0;

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
 * A word in any case, but abbreviations in theirs: `OSS` is no `oss`. (The pattern’s own flag would
 * be for the whole form.)
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
