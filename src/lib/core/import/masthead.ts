/** Reads lines with the place and the date of printing. */
import { findDate } from './dates';

export interface Imprint {
	readonly publication?: string;
	/** Date in EDTF. */
	readonly issued?: string;
	/** End of the imprint in the line: the rest belongs to the text. */
	readonly end: number;
}

const issueWord =
	'(?:issue|nos?\\.?|nr\\.?|nummer|number|vol(?:ume)?\\.?|årgång|årg\\.?|häfte|part)';
const issue = new RegExp(
	`^(?<name>.*?)[\\s,]*(?<![\\p{L}])(?<number>${issueWord}\\s*\\d+(?:\\s*[,/(]?\\s*${issueWord}\\s*\\d+\\)?)?)(?<rest>.*)$`,
	'iu'
);

/**
 * Reads `Issue 182 October 2014`, `Bulletin no. 21`, `Nr 3/2014`. `named`: the line itself names
 * the periodical.
 */
export function issueLine(line: string): (Imprint & { readonly named: boolean }) | null {
	if (line.length > 100) return null;
	const { name = '', number, rest = '' } = issue.exec(line)?.groups ?? {};
	if (number === undefined || name.split(/\s+/).length > 6 || /[.!?]\s/.test(name)) return null;
	const date = findDate(rest);
	const over = date
		? rest.slice(0, date.start) + rest.slice(date.end)
		: rest.replace(/^\s*[/,]?\s*\d{4}/, '');
	if (/[\p{L}\p{N}]/u.test(over)) return null;
	const publication = `${name.trim()} ${number}`.trim();
	return {
		publication,
		named: name.trim() !== '',
		end: line.length,
		...(date ? { issued: date.issued } : {})
	};
}

const opening =
	/^(?:(?:denna |den här )?(?:artikeln?|texten?|essän)\s+(?:är |var |har )?(?:varit )?|(?:this|the) (?:article|text|essay|piece|interview)\s+(?:was |is |has been |were )?)?(?:ursprungligen |först |tidigare |originally |first |previously )?(?:publicera(?:d|t|des|ts)|published)\s+(?:för första gången |for the first time )?(?:(?:i|in) \S{1,12} (?:delar|parts) )?(?:i|på|av|hos|in|by|on|at)\s+/iu;

/**
 * Reads `Ursprungligen publicerad i Bladet 5/1 2020.`, `First published in The Paper, 5 May
 * 2020.`
 */
export function publishedLine(text: string): Imprint | null {
	const start = opening.exec(text.slice(0, 200))?.[0].length;
	if (start === undefined) return null;
	const sentence = /^.*?(?:[.!?](?=\s+\p{Lu}|\s*$)|$)/su.exec(text.slice(0, 400))?.[0] ?? text;
	const date = findDate(sentence);
	if (date && date.start <= start) return { issued: date.issued, end: sentence.length };
	const named = sentence
		.slice(start, date?.start)
		.replace(/[\s,;:.(]+(?:den|on|in|i)?[\s,;:.(]*$/u, '')
		.trim();
	return {
		end: sentence.length,
		...(named === '' ? {} : { publication: named }),
		...(date ? { issued: date.issued } : {})
	};
}

const gap = /[\s\u00a0]{3,}/;
const periodical =
	/(?<!\p{L})(?:magazine|magasin(?:et)?|tidskrift(?:en)?|tidning(?:en)?|journal|newspaper|weekly|monthly|quarterly|gazette|newsletter|nyhetsbrev|blogg|blog)$/iu;

/**
 * Returns the name of a periodical: separated from its motto by a wide gap, or ending in a word
 * such as `tidning`.
 */
export function mastheadLine(line: string): string | null {
	if (line.length > 100 || /[.!?]$/.test(line)) return null;
	const [name = '', motto] = line.split(gap);
	if (motto !== undefined && /\p{L}/u.test(name)) return name;
	return periodical.test(line) && line.split(/\s+/).length <= 6 ? line : null;
}
