/** Says whose work each paragraph of a translation is, and what else is to be known of it. */
import type { Row } from '../../translation/row';
import type { BookRow, BookWords, Layout } from './bilingualBook';
import type { Attributes } from './markup';
import { markerOf } from './noteGroups';

/**
 * Returns for each row the words that are printed with it: whose work it is where a run begins, else
 * none. A heading prints nothing: its run is named at the next paragraph. A note is read far from the
 * row before it, so each note says it, unless one translator made the whole chapter and its notes
 * stand below the text.
 */
export function saidAt(rows: readonly BookRow[], layout: Layout): readonly string[] {
	const inEveryNote = layout === 'notes' || hasSeveralTranslators(rows);
	let run = '';
	return rows.map((bookRow, at) => {
		const { row, said } = bookRow;
		if (row.shape.kind === 'heading' && row.shown.kind === 'translated') return '';
		const begins = said !== run || (inEveryNote && beginsNote(bookRow, rows[at - 1]));
		run = said;
		return begins ? said : '';
	});
}

function hasSeveralTranslators(rows: readonly BookRow[]): boolean {
	const translated = rows.filter(({ row }) => row.shown.kind === 'translated');
	return new Set(translated.map(({ said }) => said)).size > 1;
}

function beginsNote(row: BookRow, before: BookRow | undefined): boolean {
	const marker = markerOf(row);
	return marker !== null && (before === undefined || markerOf(before) !== marker);
}

/** Returns what a reader should know of a row: that its original has changed, the translator’s note. */
export function remarksOf({ row: { shown } }: BookRow, words: BookWords): readonly string[] {
	if (shown.kind === 'missing') return [];
	const { stale, note } = shown;
	return [
		...(stale ? [words.stale] : []),
		...(note === undefined ? [] : [`${words.translatorsNote}: ${note}`])
	];
}

/** Returns a row’s `data-` attributes, for programs: the same facts as the words. */
export function originOf({ shown }: Row): Attributes {
	if (shown.kind === 'missing') return { 'data-origin': 'none' };
	const { by, correction, review } = shown;
	return {
		'data-origin': by.origin,
		'data-revised': by.revised,
		'data-corrected': correction?.by,
		'data-reviewed': review?.by
	};
}
