/** How far a book is read: its chapters by their words. */
import { furthestOf, readState, shareOf, type ReadState } from './position';
import type { BookChapter, OwnBook } from './ownBook';
import type { ReadingPosition } from './store';

export interface BookProgress {
	readonly state: ReadState;
	/** The share of the words that are read, from 0 to 1. */
	readonly share: number;
	/** The article to go on with: the chapter read last, or the one after it. Null for none. */
	readonly next: string | null;
	/** The position taken last in any chapter; null for none. */
	readonly last: ReadingPosition | null;
}

/** Returns how much of a chapter is read, from 0 to 1. */
export function chapterShare(place: ReadingPosition | null): number {
	const state = readState(place);
	return state === 'read' ? 1 : state === 'reading' && place ? shareOf(furthestOf(place)) : 0;
}

/** @param placeOf the position in an article */
export function bookProgress(
	{ chapters }: Pick<OwnBook, 'chapters'>,
	placeOf: (article: string) => ReadingPosition | null
): BookProgress {
	const places = chapters.map(({ article }) => (article === null ? null : placeOf(article)));
	const share = shareRead(chapters, places);
	const at = lastRead(places);
	const last = at === null ? null : (places[at] ?? null);
	const withText = chapters.flatMap(({ article }, at) =>
		article === null ? [] : [{ article, at }]
	);
	const from = readState(last) === 'read' ? (at ?? 0) + 1 : (at ?? 0);
	const next = withText.find(({ at }) => at >= from) ?? withText.at(-1);
	const states = withText.map(({ at }) => readState(places[at] ?? null));
	return {
		state: stateOf(states),
		share,
		next: next?.article ?? null,
		last
	};
}

const stateOf = (states: readonly ReadState[]): ReadState => {
	if (states.every((state) => state === 'unread')) return 'unread';
	return states.every((state) => state === 'read') ? 'read' : 'reading';
};

function shareRead(
	chapters: readonly BookChapter[],
	places: readonly (ReadingPosition | null)[]
): number {
	const all = chapters.reduce((sum, { words }) => sum + words, 0);
	const read = chapters.reduce(
		(sum, { words }, at) => sum + words * chapterShare(places[at] ?? null),
		0
	);
	return all > 0 ? read / all : 0;
}

/** Returns the number of the chapter whose position is the newest; null for none. */
function lastRead(places: readonly (ReadingPosition | null)[]): number | null {
	let last: number | null = null;
	for (const [at, place] of places.entries()) {
		const newest = last === null ? '' : (places[last]?.changedAt ?? '');
		if (place && place.changedAt > newest) last = at;
	}
	return last;
}
