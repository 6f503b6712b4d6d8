/**
 * What is translated first: what the reader has pointed at, what is on the screen, then what comes
 * next, then the rest from there on, and what stands above at last. What was only to be translated
 * because it was read is dropped once the reader is elsewhere.
 */

/** `paragraph`: the reader asked for just this one; `article`: for all; `reading`: it is near. */
export type Wish = 'paragraph' | 'article' | 'reading';

export interface Waiting {
	/** Its place in the text, from 0. */
	readonly at: number;
	readonly wish: Wish;
}

/** Places in the text: on the screen from `first` to `last`, soon to be seen until `soon`. */
export interface InView {
	readonly first: number;
	readonly last: number;
	readonly soon: number;
}

/** In the order of work; equals stay as they come. */
export const inOrder = <W extends Waiting>(waiting: readonly W[], view: InView): readonly W[] =>
	waiting
		.filter((one) => one.wish !== 'reading' || isNear(one.at, view))
		.toSorted((a, b) => turn(a, view) - turn(b, view) || a.at - b.at);

export const isNear = (at: number, { first, soon }: InView): boolean => at >= first && at <= soon;

function turn({ at, wish }: Waiting, { first, last, soon }: InView): number {
	if (wish === 'paragraph') return 0;
	if (at < first) return 4;
	if (at <= last) return 1;
	return at <= soon ? 2 : 3;
}
