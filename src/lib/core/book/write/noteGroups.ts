/** The footnotes of a chapter, and which reference leads to which. */
import { references } from '../../text/inline';
import { paragraphsOf, type BookRow, type Side } from './bilingualBook';

/** A note: one row, or several in a row with one marker where it has several paragraphs. */
export interface NoteGroup {
	readonly marker: string;
	/** From 1, within the chapter. */
	readonly number: number;
	/** The numbers of its rows in the chapter. */
	readonly rows: readonly number[];
}

/** Returns the marker of a note; null for any other row. */
export const markerOf = ({ row: { shape } }: BookRow): string | null =>
	shape.kind === 'footnote' ? shape.marker : null;

/** Returns the notes of a chapter, in order. */
export function noteGroups(rows: readonly BookRow[]): readonly NoteGroup[] {
	const groups: (NoteGroup & { readonly rows: number[] })[] = [];
	rows.forEach((row, at) => {
		const marker = markerOf(row);
		if (marker === null) return;
		const last = groups.at(-1);
		if (last?.marker === marker && last.rows.at(-1) === at - 1) last.rows.push(at);
		else groups.push({ marker, number: groups.length + 1, rows: [at] });
	});
	return groups;
}

/** The places of a side’s notes, and of the references to them. Ids are unique in a chapter. */
export interface NoteIds {
	/** Returns the id of the note with this marker; null where this side has none. */
	note(marker: string): string | null;
	/** Returns the id of the next reference with this marker; null for all but the first. */
	reference(marker: string): string | null;
	/** Returns the id of the first reference to a note; null where nothing refers to it. */
	firstReference(group: NoteGroup): string | null;
	noteOf(group: NoteGroup): string;
}

const letters: Readonly<Record<Side, string>> = { original: 'o', translation: 't' };

/** Numbers the notes of one side. The first of several notes with one marker is referred to. */
export function noteIds(
	side: Side,
	rows: readonly BookRow[],
	groups: readonly NoteGroup[]
): NoteIds {
	const isHere = ({ rows: numbers }: NoteGroup) =>
		numbers.some((at) => {
			const row = rows[at];
			return row !== undefined && paragraphsOf(row, side).length > 0;
		});
	const numbers = new Map(
		groups
			.filter(isHere)
			.toReversed()
			.map(({ marker, number }) => [marker, number])
	);
	const referred = new Set(
		rows.flatMap((row) =>
			paragraphsOf(row, side).flatMap(({ inline }) =>
				references(inline).flatMap((marker) => numbers.get(marker) ?? [])
			)
		)
	);
	const used = new Set<string>();
	const letter = letters[side];
	const idOf = (number: number) => `note-${letter}-${number}`;
	const referenceTo = (number: number) => `ref-${letter}-${number}`;
	return {
		note(marker) {
			const number = numbers.get(marker);
			return number === undefined ? null : idOf(number);
		},
		reference(marker) {
			const number = numbers.get(marker);
			if (number === undefined || used.has(marker)) return null;
			used.add(marker);
			return referenceTo(number);
		},
		firstReference: ({ number, marker }) =>
			numbers.get(marker) === number && referred.has(number) ? referenceTo(number) : null,
		noteOf: ({ number }) => idOf(number)
	};
}
