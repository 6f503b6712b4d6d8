/** Numbers of the reader’s records in words. */
import type { T, UiLang } from '$lib/i18n';
import type { Counts, Outcome } from '$lib/state/safekeeping.svelte';

const kinds = ['articles', 'translations', 'words', 'reviews', 'places'] as const;

/** “2 texts, 14 paragraphs in your own words and 1 review”; empty where there is nothing. */
export const counted = (t: T, ui: UiLang, counts: Counts): string =>
	new Intl.ListFormat(ui).format(
		kinds
			.filter((kind) => counts[kind] > 0)
			.map((kind) =>
				kind === 'translations'
					? t('incoming.kept', { count: counts[kind] })
					: t(`settings.library.${kind}`, { count: counts[kind] })
			)
	);

/** What a backup that was just made holds. */
export function exported(
	t: T,
	ui: UiLang,
	{ file, counts }: Extract<Outcome, { kind: 'exported' }>
): string {
	const what = counted(t, ui, counts);
	return what
		? t('settings.backup.exported', { file, what })
		: t('settings.backup.exportedNothing', { file });
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** “3.4 MB”, in steps of a thousand as storage is counted. */
export function bytes(ui: UiLang, amount: number): string {
	const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(amount || 1) / 3)));
	const format = new Intl.NumberFormat(ui, {
		style: 'unit',
		unit: units[step] ?? 'byte',
		maximumSignificantDigits: 2
	});
	return format.format(amount / 1000 ** step).replace(' ', '\u00a0');
}

/** “2 November 2026 at 09:30”, in the reader’s own time. */
export const dateAndTime = (ui: UiLang, moment: string): string =>
	new Intl.DateTimeFormat(ui === 'en' ? 'en-GB' : ui, {
		dateStyle: 'long',
		timeStyle: 'short'
	}).format(Date.parse(moment));
