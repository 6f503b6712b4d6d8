/**
 * Decides what happens to each part of a unit, by comparing three versions: exported, stored and
 * imported. If the file lacks the exported version, only the other two are compared.
 */
import type { Unit } from '../unit';
import { digestsOf, type ChangeablePart } from './base';
import type { ExchangeUnit } from './document';

export type Fate = 'keep' | 'take' | 'conflict';
export type Fates = Readonly<Record<ChangeablePart, Fate>>;

export const textFate = (stored: Unit, came: ExchangeUnit): Fate => fateOf('text', stored, came);

/** @param changed the date of the words after the merge */
export function decisionsOf(stored: Unit, came: ExchangeUnit, changed: string): Fates {
	const text = textFate(stored, came);
	const review = came.base
		? reviewFate(fateOf('review', stored, came), text, hasSameText(stored, came))
		: looseReviewFate(stored, came, text, changed);
	return { text, review, note: fateOf('note', stored, came) };
}

export const partsThat = (wanted: Fate, fates: Fates): readonly ChangeablePart[] =>
	(['text', 'review', 'note'] as const).filter((part) => fates[part] === wanted);

const digests = ({ text, review, note }: Unit) => digestsOf({ text, review, note: note ?? null });

const hasSameText = (stored: Unit, came: ExchangeUnit): boolean =>
	digests(stored).text === digestsOf(came).text;

function fateOf(part: ChangeablePart, stored: Unit, came: ExchangeUnit): Fate {
	const [mine, theirs, sent] = [digests(stored)[part], digestsOf(came)[part], came.base?.[part]];
	if (mine === theirs) return 'keep';
	// Without the exported version, a missing part means that a tool dropped it.
	if (sent === undefined) return came[part] === null ? 'keep' : 'take';
	if (theirs === sent) return 'keep';
	return mine === sent ? 'take' : 'conflict';
}

/**
 * A review belongs to the words that it came with. If these are taken, so is the review, since the
 * old one covered the replaced words; if other words stay, the review does not apply.
 */
function reviewFate(review: Fate, text: Fate, hasSameText: boolean): Fate {
	if (text === 'take') return review === 'conflict' ? 'take' : review;
	return review === 'take' && !hasSameText ? 'conflict' : review;
}

/**
 * A file without the exported version does not tell which words its review covers: it may be older
 * than they are. It is taken only if it is later than the words.
 */
function looseReviewFate(
	{ review: here }: Unit,
	{ review }: ExchangeUnit,
	text: Fate,
	changed: string
): Fate {
	const before = text === 'take' || !here ? [changed] : [changed, here.date];
	return review && before.every((date) => review.date > date) ? 'take' : 'keep';
}
