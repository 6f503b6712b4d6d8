import { bindDates } from '$lib/core/text/bindDates';
import type { Work } from '$lib/core/text/article';
import type { UiLang } from '$lib/i18n';
import { formatIssued } from '$lib/i18n/date';

/** The work that the article is about, as the page shows it; parts that are not known are empty. */
export interface ReadWork {
	readonly authors: string;
	readonly title: string;
	/** Publication and date. */
	readonly from: string;
	readonly address: string | null;
}

export const names = (authors: readonly string[] | undefined, ui: UiLang): string =>
	new Intl.ListFormat(ui, { type: 'unit' }).format(authors ?? []);

export const readWork = (
	{ title, authors, publication, issued, address }: Work,
	ui: UiLang
): ReadWork => ({
	authors: names(authors, ui),
	title,
	from: [publication, issued && bindDates(formatIssued(issued, ui))]
		.filter((part) => part)
		.join(', '),
	address: address ?? null
});
