/** Texts about the numbers of the reader’s records. */
import type { T, UiLang } from '$lib/i18n';
import type { Counts, BackupOutcome, Held } from '$lib/state/settings/backup.svelte';

const kinds = [
	'articles',
	'books',
	'translations',
	'words',
	'reviews',
	'highlights',
	'savedWords',
	'places'
] as const;

const countTexts = (t: T, counts: Counts): readonly string[] =>
	kinds
		.filter((kind) => counts[kind] > 0)
		.map((kind) =>
			kind === 'translations'
				? t('incoming.kept', { count: counts[kind] })
				: t(`settings.library.${kind}`, { count: counts[kind] })
		);

/** Returns “2 texts, 14 paragraphs in your own words and 1 review”; empty if all are zero. */
export const countsText = (t: T, ui: UiLang, counts: Counts): string =>
	new Intl.ListFormat(ui).format(countTexts(t, counts));

/** Describes all that deleting everything deletes; dictionaries are in no backup. */
export const holdingsText = (t: T, ui: UiLang, { counts, dictionaries: count }: Held): string =>
	new Intl.ListFormat(ui).format([
		...countTexts(t, counts),
		...(count > 0 ? [t('dictionaries.count', { count })] : [])
	]);

/** Describes the contents of a backup that was just made. */
export function exportedText(
	t: T,
	ui: UiLang,
	{ file, counts }: Extract<BackupOutcome, { kind: 'exported' }>
): string {
	const what = countsText(t, ui, counts);
	return what
		? t('settings.backup.exported', { file, what })
		: t('settings.backup.exportedNothing', { file });
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Returns “3.4 MB”: decimal units (steps of 1000), as storage is counted. */
export function bytes(ui: UiLang, amount: number): string {
	const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(amount || 1) / 3)));
	const format = new Intl.NumberFormat(ui, {
		style: 'unit',
		unit: units[step] ?? 'byte',
		maximumSignificantDigits: 2
	});
	return format.format(amount / 1000 ** step).replace(' ', '\u00a0');
}

/** Returns “2 November 2026 at 09:30”, in the reader’s own time zone. */
export const dateAndTime = (ui: UiLang, moment: string): string =>
	new Intl.DateTimeFormat(ui === 'en' ? 'en-GB' : ui, {
		dateStyle: 'long',
		timeStyle: 'short'
	}).format(Date.parse(moment));
