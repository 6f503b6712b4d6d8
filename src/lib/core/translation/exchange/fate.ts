/**
 * What becomes of each part of a unit, three ways: what was sent, what is stored, what came. Where
 * the file does not say what was sent, it is compared with what is stored alone.
 */
import type { Contributor, Unit } from '../unit';
import { digestsOf, type Part } from './base';
import type { ExchangeUnit } from './document';

export type Fate = 'keep' | 'take' | 'conflict';
export type Fates = Readonly<Record<Part, Fate>>;

export const textFate = (stored: Unit, came: ExchangeUnit): Fate => fateOf('text', stored, came);

/** @param by whose the words are afterwards */
export function fatesOf(stored: Unit, came: ExchangeUnit, by: Contributor): Fates {
	const text = textFate(stored, came);
	const review = came.base
		? reviewFate(fateOf('review', stored, came), text, hasSameText(stored, came))
		: looseReviewFate(stored, came, text, by);
	return { text, review, note: fateOf('note', stored, came) };
}

export const partsThat = (wanted: Fate, fates: Fates): readonly Part[] =>
	(['text', 'review', 'note'] as const).filter((part) => fates[part] === wanted);

const digests = ({ text, review, note }: Unit) => digestsOf({ text, review, note: note ?? null });

const hasSameText = (stored: Unit, came: ExchangeUnit): boolean =>
	digests(stored).text === digestsOf(came).text;

function fateOf(part: Part, stored: Unit, came: ExchangeUnit): Fate {
	const [mine, theirs, sent] = [digests(stored)[part], digestsOf(came)[part], came.base?.[part]];
	if (mine === theirs) return 'keep';
	// Without what was sent, silence means that a tool dropped something.
	if (sent === undefined) return came[part] === null ? 'keep' : 'take';
	if (theirs === sent) return 'keep';
	return mine === sent ? 'take' : 'conflict';
}

/**
 * A review is of the words that it came with. Where these are taken, so is it, for one of the words
 * that they replace is gone; where other words stay, it says nothing of them.
 */
function reviewFate(review: Fate, text: Fate, hasSameText: boolean): Fate {
	if (text === 'take') return review === 'conflict' ? 'take' : review;
	return review === 'take' && !hasSameText ? 'conflict' : review;
}

/**
 * A file that does not say what was sent does not say of which words its review is: it may have
 * stood there when they were others. It is of these only where it is later than they are.
 */
function looseReviewFate(
	{ review: here }: Unit,
	{ review }: ExchangeUnit,
	text: Fate,
	by: Contributor
): Fate {
	const before = text === 'take' || !here ? [by.date] : [by.date, here.date];
	return review && before.every((date) => review.date > date) ? 'take' : 'keep';
}
