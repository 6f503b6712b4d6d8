/**
 * Reads dates as printed in Swedish and English into EDTF level 0 (Library of Congress, 2019).
 * An ambiguous date (`09/03/2021`) is no date.
 */
import { writtenNumber } from './numerals';
import { introducedNames } from './personNames';

export interface PrintedDate {
	/** Date in EDTF. */
	readonly issued: string;
	readonly start: number;
	readonly end: number;
}

const months =
	'januari january februari february mars march april april maj may juni june juli july augusti august september september oktober october november november december december';
const monthNumbers = new Map(months.split(' ').map((name, i) => [name, Math.floor(i / 2) + 1]));
const monthName =
	'(?<month>jan(?:uari|uary)?|feb(?:ruari|ruary)?|mars|march|apr(?:il)?|maj|may|juni|june|juli|july|jun|jul|aug(?:usti|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?|mar)\\.?';
const year = '(?<year>1[5-9]\\d\\d|20\\d\\d)';
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th|:e)?';
const lastDay = '(?:\\s?(?:-|–|—|to|till)\\s?(?<last>\\d{1,2})(?:st|nd|rd|th)?)?';

/** The forms of dates, the most specific first. */
const forms = [
	'(?<year>1[5-9]\\d\\d|20\\d\\d)-(?<number>0[1-9]|1[0-2])-(?<day>[0-3]\\d)(?!\\d)',
	`${day}${lastDay}\\s?(?:of\\s)?${monthName},?\\s${year}`,
	`${monthName}\\s${day}${lastDay},?\\s${year}`,
	`(?<day>\\d{1,2})${lastDay}\\s?/\\s?(?<number>1[0-2]|0?[1-9])(?:\\s|-)${year}`,
	`(?<![\\d.])(?<day>\\d{1,2})\\.(?<number>1[0-2]|0?[1-9])\\.${year}`,
	`(?<!\\d\\s)${monthName}\\s${year}`,
	'(?<year>1[5-9]\\d\\d|20\\d\\d)-(?<number>0[1-9]|1[0-2])(?![-\\d])'
].map((form) => new RegExp(`(?<![\\p{L}\\d/])${form}(?![\\p{L}\\d])`, 'iu'));

/** Returns the first date of a short line; null if there is none. */
export function findDate(line: string): PrintedDate | null {
	for (const form of forms) {
		const match = form.exec(line);
		const issued = match && edtf(match.groups ?? {});
		if (match && issued) return { issued, start: match.index, end: match.index + match[0].length };
	}
	return null;
}

function edtf(groups: Partial<Record<string, string>>): string | null {
	const month = groups.number ? Number(groups.number) : monthNumber(groups.month ?? '');
	const start = `${groups.year ?? ''}-${two(month)}`;
	if (groups.day === undefined) return start;
	const from = Number(groups.day);
	const to = groups.last === undefined ? from : Number(groups.last);
	if (from < 1 || to > 31 || to < from) return null;
	const first = `${start}-${two(from)}`;
	return to === from ? first : `${first}/${start}-${two(to)}`;
}

function monthNumber(name: string): number {
	const start = name.toLowerCase().slice(0, 3);
	for (const [full, number] of monthNumbers) if (full.startsWith(start)) return number;
	return 0;
}

const two = (number: number): string => String(number).padStart(2, '0');

const label =
	/\b(?:publicera[dt]|published|posted|uppdatera[dt]|updated|last|first|modified|senast|ändra[dt]|ursprungligen|originally|datum|date|skriven|written|den|on|the|kl|at|i|in)\b/giu;
const weekday =
	/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b/giu;
const time =
	/\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?!\d)(?:\s?[ap]\.?m\b\.?)?(?:\s(?:[A-Z]{2,4}T|BST|GMT|UTC))?(?![\p{L}\p{N}])/giu;
const place = /^(?:\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2}(?:\s*,\s*|\s+|$)){0,5}$/u;

/** Words of a revision, not a publication: `Uppdaterad 6 maj 2020`. */
const revision = /\b(?:uppdatera[dt]|senast|ändra[dt]|updated|last|modified|revised)\b/iu;
const isRevision = (before: string): boolean => revision.test(before);

export interface DateLine {
	/** Date in EDTF. */
	readonly issued: string;
	/** The date is only that of a revision. */
	readonly revised: boolean;
}

/**
 * Reads the date of a line that holds nothing else but perhaps a place or the writer:
 * `Publicerad: 2022-01-15`, `Lund, 5 maj 2020`. A sentence with a date is no such line.
 */
export function readDateLine(line: string): DateLine | null {
	if (line.length > 120) return null;
	const date = findDate(line);
	if (!date) return null;
	const before = line.slice(0, date.start);
	const after = line.slice(date.end);
	const own = { issued: date.issued, revised: isRevision(before) };
	const other = /\p{L}/u.test(after) ? readDateLine(after.trim()) : null;
	const rest = other ? '' : bare(after).replace(/[\d:.,;()|\s–-]/g, '');
	const lead = bare(before)
		.replace(/[:;()|–-]/g, ' ')
		.replace(/\s+/g, ' ')
		.replace(/(?:^|\s),/g, ' ')
		.trim();
	if (rest !== '' || !(place.test(lead) || introducedNames(lead))) return null;
	return own.revised && other ? other : own;
}

/** Least number of dates over paragraphs that make a text a diary, with the dates as headings. */
const minDays = 3;

export const isDiary = (texts: readonly string[]): boolean =>
	texts.filter((text, i) => {
		const below = texts[i + 1] ?? '';
		return text.length <= 120 && below.length > 120 && readDateLine(text) !== null;
	}).length >= minDays;

export const dateLine = (line: string): string | null => readDateLine(line)?.issued ?? null;

const bare = (part: string): string =>
	part.replace(time, ' ').replace(label, ' ').replace(weekday, ' ');

const dayOrMonth = new RegExp(
	`(?<!\\p{L})(?:${months.replaceAll(' ', '|')}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)(?!\\p{L})`,
	'giu'
);
/** A day of the week or the month, or a year: `March` alone is no date. */
const daySign = new RegExp(`\\d|day|dag|(?<!\\p{L})${writtenNumber}(?!\\p{L})`, 'iu');

/** Words between the parts of a date, and days written out: `den tjugonde`, `the twenty-first`. */
const betweenDates = new RegExp(
	`(?<!\\p{L})(?:den|the|of|and|och|to|till|i|in|at|vid|på|om|on|a|e|st|nd|rd|th|kl|${writtenNumber})(?!\\p{L})`,
	'giu'
);

/**
 * Returns whether a short line holds only days, months and places, as the line of a date under a
 * title: `Söndagen den 20 mars`, `London, 3 May.`
 */
export function isDated(line: string): boolean {
	if (line.length > 80 || line.split(/\s+/).length > 10) return false;
	const rest = line.replace(dayOrMonth, ' ');
	return (
		rest !== line &&
		daySign.test(line) &&
		!/(?<!\p{L})\p{Ll}/u.test(rest.replace(betweenDates, ' '))
	);
}
