/**
 * Recognises the label of a chapter or a part by its own words: `Kapitel 3`, `CHAPTER III. The
 * Mill`, `Första kapitlet`, `IV.`, `2. Vid havet`, `Epilog`.
 */
import { endsOpen } from './ending';
import { figures, numeralOf, writtenNumber } from './numerals';

/** The division that a label opens: a part has chapters under it. */
type Division = 'part' | 'chapter' | 'number';

export interface ChapterLabel {
	readonly division: Division;
	/** The form of the label without its number: the labels of one series have the same. */
	readonly style: string;
	/** Its number; null for a label without one: `Epilog`. */
	readonly number: number | null;
	/** The title on the same line, perhaps empty. */
	readonly title: string;
}

/** Longest label with its title, in UTF-16 units: some books print the chapter’s argument there. */
const maxLabel = 250;
/** Longest title after a number without a word such as `chapter`. */
const maxNumberedTitle = 100;

const parts =
	'del|delen|part|bok|boken|book|avdelning|avdelningen|band|bandet|volume|vol\\.?|akt|akten|act|period|perioden|phase|narrative|epoch';
const chapters =
	'kapitel|kapitlet|kapittel|kap\\.?|chapter|chap\\.?|avsnitt|avsnittet|section|brev|brevet|bref|brefvet|letter|scen|scenen|scene|stave|sång|sången|canto|adventure|äventyret';
const word = `(?:(?<part>${parts})|(?:${chapters}))`;
const number = `(?<number>${figures}|${writtenNumber})`;
/** What may follow a label: nothing, a mark, or a title that begins with a capital. */
const after = /^(?:$|[.:,;–—-]|\s+[\p{Lu}\p{N}"“”„«»‘’'([_*–—-])/u;

/** The forms of a label with a word; each is tried on a line without the marks around it. */
const worded = [
	new RegExp(`^${word}\\s+(?:the\\s+)?${number}(?![\\p{L}\\p{N}])(?<rest>.*)$`, 'iu'),
	new RegExp(
		`^(?:the\\s+|den\\s+)?${number}(?::[ae]|st|nd|rd|th|\\.)?\\s+${word}(?![\\p{L}\\p{N}])(?<rest>.*)$`,
		'iu'
	)
];
const upper = /^\p{Lu}|^[\p{P}\s]*[\p{Lu}\p{N}]/u;

const bare = new RegExp(
	`^[[(–—-]*\\s*(?<number>${figures})(?:\\s?[a-d])?\\s*[\\])–—-]*[.:]?[\\])]?$`,
	'u'
);
const bareWord = new RegExp(`^(?<number>${writtenNumber})[.:]?$`, 'iu');
const titled = new RegExp(
	`^(?<number>${figures})(?:(?<mark>[.):])|\\s*(?<dash>[–—-]{1,2}))?\\s+(?<title>\\S.*)$`,
	'u'
);

/** Chapters that have a name in place of a number. */
const named =
	/^(?:prolog(?:en)?|epilog(?:en)?|företal|förord|förspel|efterspel|mellanspel|efterord|efterskrift|inledning|avslutning|slutord|prologue|epilogue|preface|foreword|introduction|introductory|prelude|interlude|postscript|afterword|conclusion)[.:]?$/iu;

/** Returns whether a line is the label of a part or a chapter, with a word for it. */
export const opensDivision = (text: string): boolean =>
	(readLabel(text)?.division ?? 'number') !== 'number';

/** Returns the label that a line is; null for any other line. */
export function readLabel(raw: string): ChapterLabel | null {
	if (raw.length > maxLabel + 4) return null;
	const text = unmarked(raw);
	// Each form of a label begins so: most lines need no further look.
	if (!upper.test(text)) return null;
	return wordedLabel(text) ?? numberLabel(text) ?? namedLabel(text);
}

function wordedLabel(text: string): ChapterLabel | null {
	for (const [form, pattern] of worded.entries()) {
		const groups = pattern.exec(text)?.groups;
		if (!groups?.number || !upper.test(text) || !after.test(groups.rest ?? '')) continue;
		const value = numeralOf(groups.number);
		const title = titleIn(groups.rest ?? '');
		if (value === null || endsOpen(title) || isSentence(title)) continue;
		const division = groups.part === undefined ? 'chapter' : 'part';
		const words = text.slice(0, text.length - (groups.rest ?? '').length);
		const style = words.toLowerCase().replace(groups.number.toLowerCase(), '').trim();
		return { division, style: `${form} ${style}`, number: value, title };
	}
	return null;
}

function numberLabel(text: string): ChapterLabel | null {
	const written = upper.test(text) ? bareWord.exec(text) : null;
	const alone = (bare.exec(text) ?? written)?.groups?.number;
	const value = alone === undefined ? null : numeralOf(alone);
	if (alone !== undefined && value !== null && value > 0)
		return { division: 'number', style: `alone ${kindOf(alone)}`, number: value, title: '' };
	const groups = titled.exec(text)?.groups;
	const own = groups?.number === undefined ? null : numeralOf(groups.number);
	const title = groups?.title ?? '';
	if (!groups?.number || own === null || !isNumberedTitle(title, groups.mark ?? groups.dash))
		return null;
	const style = `titled ${kindOf(groups.number)} ${groups.mark ?? groups.dash ?? ''}`;
	return { division: 'number', style, number: own, title };
}

const namedLabel = (text: string): ChapterLabel | null =>
	named.test(text) && upper.test(text)
		? { division: 'chapter', style: 'named', number: null, title: '' }
		: null;

/** Tells figures, roman numbers and written ones apart: one series has one kind. */
const kindOf = (numeral: string): string =>
	/^\d/.test(numeral) ? 'figures' : /^[IVXLC]+$/.test(numeral) ? 'roman' : 'written';

/** Returns the words after a label and its mark. */
const titleIn = (rest: string): string => rest.replace(/^[\s.:,;–—-]+/u, '').trim();

/**
 * Returns whether words after a chapter’s number are running text: `Chapter 3 was long. It …`.
 * Words in capitals are a title, whatever their length.
 */
const isSentence = (title: string): boolean =>
	title !== title.toUpperCase() &&
	(/^\p{Ll}/u.test(title) || title.length > 160 || isList.test(title));

/** Matches several titles with their numbers: a list of contents in one line. */
const isList = /\s[IVXLC]+\.\s.*\s[IVXLC]+\.\s/;

/** Returns whether words after a number alone may be a title. */
const isNumberedTitle = (title: string, mark: string | undefined): boolean =>
	title.length <= maxNumberedTitle &&
	upper.test(title) &&
	!/[,;:(]$/.test(title) &&
	!/[.!?]["”»’)]*\s+\p{Lu}/u.test(title) &&
	(mark !== undefined || !/[.!?]$/.test(title));

/** Removes emphasis, brackets and bars around a whole line. */
const unmarked = (text: string): string =>
	text
		.replace(/^[*_=~|\s]+|[*_=~|\s]+$/g, '')
		.replace(/^\[(?=[^[\]]*\]$)|\]$/g, '')
		.replace(/^[–—-]+\s*(?=\S+\s*[–—-]+$)|(?<=^\S+)\s*[–—-]+$/g, '')
		.trim();

/**
 * Returns whether a line is a heading over other headings: `Del 1 – …`, `Chapter IV`, `Första
 * kapitlet`.
 */
export const isPart = (text: string): boolean => {
	const label = readLabel(text);
	return label !== null && label.division !== 'number' && label.number !== null;
};
