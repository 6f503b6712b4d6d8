/**
 * Dates of publication in words. In the library's files a date is EDTF level 0: a year, a month or
 * a day, or two of these with a slash between (https://www.loc.gov/standards/datetime/).
 */
import type { UiLang } from './langs';

/** British English writes dates in the same order as Swedish. */
const locales: Record<UiLang, string> = { sv: 'sv', en: 'en-GB' };

type Precision = 'year' | 'month' | 'day';

interface DatePoint {
	readonly date: Date;
	readonly precision: Precision;
}

const options: Record<Precision, Intl.DateTimeFormatOptions> = {
	year: { year: 'numeric' },
	month: { year: 'numeric', month: 'long' },
	day: { year: 'numeric', month: 'long', day: 'numeric' }
};

/**
 * Formats a date: `2022-01-17/2022-01-21` in English is 17–21 January 2022. A text that is not such
 * a date is returned unchanged.
 */
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

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Returns a formatter, which takes long to make, once. */
function formatter(ui: UiLang, precision: Precision): Intl.DateTimeFormat {
	const name = `${ui} ${precision}`;
	const made =
		formatters.get(name) ??
		new Intl.DateTimeFormat(locales[ui], { ...options[precision], timeZone: 'UTC' });
	formatters.set(name, made);
	return made;
}

/** Removes the spaces that CLDR sets round the dash in "17 – 21 January 2022". */
const closeDays = (range: string): string =>
	range.replace(/^(\d+)\s–\s(\d+)(?=$|\s\p{L})/u, '$1–$2');

function parsePoint(raw: string): DatePoint | null {
	const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(raw);
	if (!match) return null;
	const [, year, month, day] = match;
	const date = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
	// JavaScript reads 30 February as 2 March: reject it.
	if (Number.isNaN(date.getTime()) || (month && date.getUTCMonth() + 1 !== Number(month)))
		return null;
	return { date, precision: day ? 'day' : month ? 'month' : 'year' };
}

/** Returns whether the library can keep `issued`: both ends are real dates, and in order. */
export function isIssued(issued: string): boolean {
	const [from, to, more] = issued.split('/').map(parsePoint);
	if (!from || more !== undefined) return false;
	return to === undefined || (to !== null && from.date.getTime() <= to.date.getTime());
}
