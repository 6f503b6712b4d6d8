/**
 * Dates of publication as people write them. In the library's files a date is EDTF level 0:
 * a year, a month or a day, or two of these with a slash between (https://www.loc.gov/standards/datetime/).
 */
import type { UiLang } from './langs';

/** British English writes dates in the order that Swedish does. */
const locales: Record<UiLang, string> = { sv: 'sv', en: 'en-GB' };

type Precision = 'year' | 'month' | 'day';

interface Point {
	readonly date: Date;
	readonly precision: Precision;
}

const options: Record<Precision, Intl.DateTimeFormatOptions> = {
	year: { year: 'numeric' },
	month: { year: 'numeric', month: 'long' },
	day: { year: 'numeric', month: 'long', day: 'numeric' }
};

/** `2022-01-17/2022-01-21` in English: 17–21 January 2022. What is no such date comes back as it is. */
export function formatIssued(issued: string, ui: UiLang): string {
	const points = issued.split('/').map(parsePoint);
	const [from, to, more] = points;
	if (!from || more !== undefined) return issued;
	if (to === undefined) return formatter(ui, from.precision).format(from.date);
	if (to === null) return issued;
	if (from.precision !== to.precision)
		return `${formatIssued(issued.split('/')[0] ?? '', ui)} – ${formatter(ui, to.precision).format(to.date)}`;
	return closeDays(formatter(ui, from.precision).formatRange(from.date, to.date));
}

const formatter = (ui: UiLang, precision: Precision) =>
	new Intl.DateTimeFormat(locales[ui], { ...options[precision], timeZone: 'UTC' });

/** CLDR sets spaces round the dash in "17 – 21 January 2022"; between two figures none are wanted. */
const closeDays = (range: string): string =>
	range.replace(/^(\d+)\s–\s(\d+)(?=$|\s\p{L})/u, '$1–$2');

function parsePoint(raw: string): Point | null {
	const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(raw);
	if (!match) return null;
	const [, year, month, day] = match;
	const date = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
	// 30 February is a date to JavaScript: the second of March.
	if (Number.isNaN(date.getTime()) || (month && date.getUTCMonth() + 1 !== Number(month)))
		return null;
	return { date, precision: day ? 'day' : month ? 'month' : 'year' };
}

/** Whether `issued` is a date that the library can keep: both ends real, and in order. */
export function isIssued(issued: string): boolean {
	const [from, to, more] = issued.split('/').map(parsePoint);
	if (!from || more !== undefined) return false;
	return to === undefined || (to !== null && from.date.getTime() <= to.date.getTime());
}
