/**
 * Orders translation requests: the paragraph that the reader asked for, then the screen, then the
 * text shortly below it, then the rest below, and the text above last. A request made only because
 * the paragraph was near the screen is dropped once the reader is elsewhere.
 */

import type { Care } from './engine';

/** `paragraph`: the reader asked for just this one; `article`: for all; `reading`: it is near. */
export type Priority = 'paragraph' | 'article' | 'reading';

export interface Waiting {
	/** The index in the text, from 0. */
	readonly at: number;
	readonly priority: Priority;
}

/** Indices in the text: on the screen from `first` to `last`, soon to be seen until `soon`. */
export interface InView {
	readonly first: number;
	readonly last: number;
	readonly soon: number;
}

/**
 * Returns the way to translate a request. Without a choice of the reader’s a single paragraph is
 * worth more time than a whole text.
 */
export const careFor = (priority: Priority, choice: Care | null): Care =>
	choice ?? (priority === 'paragraph' ? 'careful' : 'quick');

/** Returns the requests in the order of work; equal ones keep their order. */
export const inOrder = <W extends Waiting>(waiting: readonly W[], view: InView): readonly W[] =>
	waiting
		.filter((one) => one.priority !== 'reading' || isNear(one.at, view))
		.toSorted((a, b) => turn(a, view) - turn(b, view) || a.at - b.at);

export const isNear = (at: number, { first, soon }: InView): boolean => at >= first && at <= soon;

function turn({ at, priority }: Waiting, { first, last, soon }: InView): number {
	if (priority === 'paragraph') return 0;
	if (at < first) return 4;
	if (at <= last) return 1;
	return at <= soon ? 2 : 3;
}
