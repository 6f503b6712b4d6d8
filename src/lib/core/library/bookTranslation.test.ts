import { expect, test } from 'vitest';
import { bookTranslation, namedBy } from './bookTranslation';
import type { OwnBook } from './ownBook';

const book: OwnBook = {
	...{ id: 'fyren', metadata: { lang: 'sv', title: 'Fyren', authors: ['Nils Ekman'] } },
	...{ chapters: [], cover: null, pictures: [] },
	...{ addedAt: '2026-11-02T08:00:00.000Z', changedAt: '2026-11-02T08:00:00.000Z' }
};
const credit = { translator: 'Ida Holm', title: 'The Lighthouse', publication: '', date: '' };
const named = (title: string, authors: readonly string[] = []) => ({
	lang: 'en',
	credit: { ...credit, rights: '', title },
	authors
});

test('a book is called as its translation is, with the authors where they are written otherwise', () => {
	const same = namedBy(book, named('The Lighthouse', ['Nils Ekman']));
	expect(same?.translations).toEqual([{ lang: 'en', title: 'The Lighthouse', authors: [] }]);
	const other = namedBy(same ?? book, named('The Lighthouse', ['N. Ekman']));
	expect(other?.translations).toEqual([
		{ lang: 'en', title: 'The Lighthouse', authors: ['N. Ekman'] }
	]);
	expect(other && bookTranslation(other, 'en-GB')?.title).toBe('The Lighthouse');
	expect(other && bookTranslation(other, 'fi')).toBeNull();
});

test('a translation without a title, one that is known and a removed book change nothing', () => {
	expect(namedBy(book, named(' '))).toBeNull();
	const once = namedBy(book, named('The Lighthouse')) ?? expect.fail('not named');
	expect(namedBy(once, named('The Lighthouse'))).toBeNull();
	expect(namedBy({ ...book, deleted: true }, named('The Lighthouse'))).toBeNull();
});
