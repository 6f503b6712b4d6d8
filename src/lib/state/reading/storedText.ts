import { resolve } from '$lib/core/translation/resolve';
import type { Row } from '$lib/core/translation/row';
import type { Translation, Unit } from '$lib/core/translation/unit';
import type { T } from '$lib/i18n';
import { byline } from './byline';

/** Returns what translations say for a row’s paragraph, and whose it is; null for nothing. */
export function storedText(
	row: Row,
	translations: readonly Translation[],
	lang: string,
	t: T
): { readonly text: readonly string[]; readonly by: string } | null {
	const sources = { stored: unitsFor(row, translations), words: [], reviews: [] };
	const rows = resolve(row.originals, sources, { lang });
	const shown = rows.find(({ source }) => source[0] === row.source[0])?.shown;
	if (shown?.kind !== 'translated') return null;
	const { lead, rest } = byline(shown, t);
	return { text: shown.text, by: lead + rest };
}

/**
 * Returns translations with no units but those of a row's paragraphs; whole where none is of them,
 * since a paragraph may have changed: comparing it with a whole novel takes long.
 */
function unitsFor({ source }: Row, all: readonly Translation[]): readonly Translation[] {
	const isHere = (unit: Unit) => unit.source.some((print) => source.includes(print));
	const near = all.map((one) => ({ ...one, units: one.units.filter(isHere) }));
	return near.some(({ units }) => units.length > 0) ? near : all;
}
