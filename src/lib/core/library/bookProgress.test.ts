import { expect, test } from 'vitest';
import { fingerprint } from '../text/fingerprint';
import { bookProgress } from './bookProgress';
import type { ReadingPosition } from './store';

const chapter = (article: string | null, words: number) => ({
	article,
	title: '',
	level: 1,
	words
});
const book = { chapters: [chapter(null, 0), chapter('a', 100), chapter('b', 300)] };
const place = (article: string, paragraph: number, minute: number): ReadingPosition => ({
	article,
	fingerprint: fingerprint('x'),
	paragraph,
	of: 4,
	changedAt: `2026-11-02T08:0${minute}:00.000Z`
});
const progress = (...places: readonly ReadingPosition[]) =>
	bookProgress(book, (id) => places.find(({ article }) => article === id) ?? null);

test('a book that is not begun begins with its first chapter', () => {
	expect(progress()).toEqual({ state: 'unread', share: 0, next: 'a', last: null });
});

test('a book is read as far as the words of its chapters', () => {
	expect(progress(place('a', 2, 1))).toMatchObject({ state: 'reading', share: 0.125, next: 'a' });
	expect(progress(place('a', 4, 1), place('b', 1, 2))).toMatchObject({ share: 0.4375, next: 'b' });
	expect(progress(place('a', 4, 1), place('b', 4, 2))).toMatchObject({ state: 'read', share: 1 });
});

test('reading goes on with the chapter that was read last, or the one after it', () => {
	expect(progress(place('a', 4, 1))).toMatchObject({ next: 'b', last: { article: 'a' } });
	expect(progress(place('b', 2, 1), place('a', 2, 2)).next).toBe('a');
	expect(progress(place('b', 4, 1)).next).toBe('b');
});

test('a book without text has nothing to go on with', () => {
	expect(bookProgress({ chapters: [chapter(null, 0)] }, () => null)).toMatchObject({
		share: 0,
		next: null
	});
});
