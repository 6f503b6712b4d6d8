import type { UiLang } from './langs';

const utc = { timeZone: 'UTC' } as const;
const day = { ...utc, day: 'numeric', month: 'long', year: 'numeric' } as const;
const month = { ...utc, month: 'long', year: 'numeric' } as const;

/**
 * An EDTF level 0 date or interval in words: `2022-01-17/2022-01-21` → “17–21 January 2022”.
 * What is no such date is given back as it stands.
 */
export function formatIssued(issued: string, ui: UiLang): string {
	const [from = '', to] = issued.split('/');
	const locale = ui === 'en' ? 'en-GB' : ui;
	const start = instant(from);
	const end = to === undefined ? start : instant(to);
	if (!start || !end) return issued;
	if (/^\d{4}$/.test(from)) return to === undefined ? from : `${from}–${to}`;
	const format = new Intl.DateTimeFormat(locale, from.length > 7 ? day : month);
	return to === undefined ? format.format(start) : format.formatRange(start, end);
}

function instant(date: string): Date | null {
	if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) return null;
	const at = new Date(`${date.padEnd(10, '-01').slice(0, 10)}T00:00:00Z`);
	return Number.isNaN(at.getTime()) ? null : at;
}
