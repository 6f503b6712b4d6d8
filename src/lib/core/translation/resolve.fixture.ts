/**
 * A short notation for the tests of `resolve`: articles, translations and own words from number
 * words, and rows as lines.
 */
import type { OwnReview, OwnWords } from '../library/store';
import type { Block } from '../text/article';
import { block } from '../text/block';
import { fingerprint } from '../text/fingerprint';
import type { Sources } from './candidate';
import { reviewedText } from './reviewedText';
import { resolve } from './resolve';
import type { Row } from './row';
import { shownTrustLevel } from './trust';
import type { Origin, Translation, Unit } from './unit';

export const en = { lang: 'en' };
export const nothing: Sources = { stored: [], words: [], reviews: [] };

/** Repeats a word into a longer paragraph: `ett` → `ett ett ett ett`. */
export const long = (word: string, times = 4) => Array(times).fill(word).join(' ');
export const paragraphs = (...words: string[]): Block[] =>
	words.map((word) => block({ kind: 'paragraph' }, long(word)));

const contributor = (origin: Origin) => ({ origin, name: `${origin} one`, date: '2026-11-21' });

/**
 * Makes a unit: `ett+två` translated by `origin`, its text in capitals, with as many paragraphs as
 * sources.
 */
export function unit(words: string, origin: Origin = 'ai', rest: Partial<Unit> = {}): Unit {
	const source = words.split('+');
	return {
		kind: 'paragraph',
		source: source.map((word) => fingerprint(long(word))),
		text: source.map((word) => long(word.toUpperCase())),
		by: contributor(origin),
		review: null,
		...rest
	} as Unit;
}

export const translation = (units: readonly Unit[], lang = 'en'): Translation => ({
	article: 'numbers',
	original: { lang: 'sv' },
	translated: { lang, title: 'Numbers' },
	units
});
export const stored = (...units: Unit[]): Sources => ({ ...nothing, stored: [translation(units)] });

export const own = (words: string, text = 'MY WORDS', rest: Partial<OwnWords> = {}): OwnWords => ({
	article: 'numbers',
	source: words.split('+').map((word) => fingerprint(long(word))),
	lang: 'en',
	text: [text],
	name: 'Eva',
	from: null,
	changedAt: '2026-11-22T10:00:00.000Z',
	...rest
});
export const review = (word: string, text: string, rest: Partial<OwnReview> = {}): OwnReview => ({
	article: 'numbers',
	source: [fingerprint(long(word))],
	lang: 'en',
	reviewed: reviewedText([text]),
	name: 'Eva',
	changedAt: '2026-11-22T10:00:00.000Z',
	...rest
});

/** Formats each row as a line with the original and its translation. */
export const shown = (rows: readonly Row[]): string[] =>
	rows.map(({ originals, shown }) => {
		const left = originals.map(({ text }) => text.split(' ')[0]).join('+');
		if (shown.kind === 'missing') return `${left} | –`;
		const marks = [
			shownTrustLevel(shown),
			...(shown.own ? ['own'] : []),
			...(shown.stale ? ['stale'] : [])
		];
		const right = shown.text.map((text) => text.split(' ')[0]).join('+');
		return `${left} | ${right} (${marks.join(', ')})`;
	});
export const beside = (blocks: readonly Block[], sources: Sources) =>
	shown(resolve(blocks, sources, en));
