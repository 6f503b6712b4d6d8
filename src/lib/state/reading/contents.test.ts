import { describe, expect, it } from 'vitest';
import { contentsOf, entryAt } from './contents';
import type { PageRow } from './page';

const row = (id: string, shape: object, original: string, translation: string | null) =>
	({
		id,
		row: {
			shape,
			originals: original ? [{ text: original }] : [],
			shown:
				translation === null ? { kind: 'missing' } : { kind: 'translated', text: [translation] }
		}
	}) as unknown as PageRow;
const paragraph = (id: string) =>
	row(id, { kind: 'paragraph' }, `Stycke *${id}*.`, `Paragraph ${id}.`);
const heading = (id: string, level: number) =>
	row(id, { kind: 'heading', level }, `Rubrik *${id}*`, `Heading ${id}`);

describe('the contents', () => {
	const body = [paragraph('a'), heading('b', 2), paragraph('c'), heading('d', 3), paragraph('e')];

	it('are the headings in both languages, without marks, with levels from 1', () => {
		expect(contentsOf({ body })).toEqual({
			headings: true,
			entries: [
				{ id: 'b', level: 1, original: 'Rubrik b', translation: 'Heading b' },
				{ id: 'd', level: 2, original: 'Rubrik d', translation: 'Heading d' }
			]
		});
	});

	it('have one language where the other is missing', () => {
		const alone = [row('a', { kind: 'heading', level: 2 }, '', 'Heading')];
		expect(contentsOf({ body: alone }).entries[0]?.original).toBe('');
		const untranslated = [row('a', { kind: 'heading', level: 2 }, 'Rubrik', null)];
		expect(contentsOf({ body: untranslated }).entries[0]?.translation).toBe('');
	});

	it('of a text without headings are at most twelve paragraphs from its start to its end', () => {
		const long = Array.from({ length: 100 }, (_, at) => paragraph(`p${at}`));
		const { entries, headings } = contentsOf({ body: long });
		expect(headings).toBe(false);
		expect(entries.length).toBeLessThanOrEqual(12);
		expect(entries[0]?.id).toBe('p0');
		expect(contentsOf({ body: [] }).entries).toEqual([]);
	});

	it('mark the entry that a row belongs to', () => {
		const { entries } = contentsOf({ body });
		const ids = body.map(({ id }) => id);
		expect(ids.map((id) => entryAt(entries, ids, id)?.id ?? null)).toEqual([
			null,
			'b',
			'b',
			'd',
			'd'
		]);
		expect(entryAt(entries, ids, null)).toBeNull();
	});
});
