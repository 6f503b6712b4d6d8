import { expect, test } from 'vitest';
import { chapterNumber } from './chapterNumber';

test('chapters with text are numbered, parts are not', () => {
	const chapters = [null, 'a', null, 'b'].map((article) => ({ article }));
	const numbers = [0, 1, 2, 3, 4].map((at) => chapterNumber(chapters, at));
	expect(numbers).toEqual([null, 1, null, 2, null]);
});
