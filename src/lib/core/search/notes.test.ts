import { expect, test } from 'vitest';
import type { OwnHighlight } from '../highlight/ownHighlight';
import { fingerprint } from '../text/fingerprint';
import { findNotes, indexNotes, litInNote, type NoteIndex } from './notes';
import { parseQuery } from './query';
import { source, termsOf } from './searched.fixture';

const highlight = (id: string, note: string, minute = 10): OwnHighlight => {
	const moment = `2026-11-02T08:${minute}:00.000Z`;
	const quote = { exact: id, prefix: '', suffix: '', start: 0 };
	return {
		...{ id, note, article: 'gard', side: 'original', lang: 'sv', colour: 'blue' },
		quotes: [{ ...quote, paragraph: fingerprint(id), occurrence: 1, part: 0 }],
		...{ addedAt: moment, changedAt: moment }
	};
};
const notes = [
	highlight('a', 'Jämför böckerna i fackföreningens hus.'),
	highlight('b', 'Compare the books: not the same house.', 11),
	highlight('c', 'En bok, två gånger: bok.', 12),
	highlight('d', '')
];

async function indexed(some: readonly OwnHighlight[], before: NoteIndex = []): Promise<NoteIndex> {
	const parts = [];
	for await (const part of indexNotes(some, before, termsOf)) parts.push(part);
	return parts;
}
async function found(typed: string, some: readonly OwnHighlight[] = notes) {
	const query = parseQuery(typed);
	return (await findNotes(query, await indexed(some), source)).map((one) => {
		const { id, note } = one.highlight;
		const lit = litInNote(one, query).map(({ from, to }) => note.slice(from, to));
		return `${id} ${lit.join(' ')}`;
	});
}

test.each([
	['bok', ['c bok bok', 'a böckerna']],
	['book', ['b books']],
	['förening', ['a fackföreningens']],
	['bocker', ['c bok bok', 'a böckerna']],
	['"the books"', ['b the books']],
	['books -house', []],
	['-"the books" house', []],
	['bok hus', ['a böckerna hus']],
	['böcker lang:en', []],
	['title:bok', []],
	['bok kamel', []],
	['?!', []]
])('%s finds %j', async (typed, expected) => {
	expect(await found(typed)).toEqual(expected);
});

test('of equal notes the newest comes first', async () => {
	const some = [highlight('old', 'Kamel.', 10), highlight('new', 'Kamel.', 20)];
	expect(await found('kamel', some)).toEqual(['new Kamel', 'old Kamel']);
});

test('a changed note is indexed with its part alone', async () => {
	const many = Array.from({ length: 600 }, (_, nth) => ({
		...highlight(`n${nth}`, nth === 1 ? 'Kamel.' : 'Häst.'),
		addedAt: `2026-11-02T08:00:00.${String(nth).padStart(3, '0')}Z`
	}));
	const before = await indexed(many);
	const changed = many.map((one) =>
		one.id === 'n550' ? { ...one, note: 'Kameler.', changedAt: '2026-11-03' } : one
	);
	const after = await indexed(changed, before);
	expect(after.map((part, nth) => part === before[nth])).toEqual([true, true, false]);
	const hits = await findNotes(parseQuery('kamel'), after, source);
	expect(hits.map(({ highlight: { id } }) => id)).toEqual(['n1', 'n550']);
});
