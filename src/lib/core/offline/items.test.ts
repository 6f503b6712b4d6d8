import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articlePath, drawnFrom, partOf, withItems } from './items';
import { parsePart, type LibraryItem } from './plan';

const id = fc.stringMatching(/^[a-z0-9]+(?:-[a-z0-9]+){0,3}$/);

test('law: an item has one place, among the files that there are', () => {
	fc.assert(
		fc.property(id, fc.integer({ min: 1, max: 500 }), (id, parts) => {
			const part = partOf(id, parts);
			expect(part).toBe(partOf(id, parts));
			expect(part >= 0 && part < parts).toBe(true);
		})
	);
});

test('a thousand ids are spread over their files: none has thrice its share', () => {
	const counts = Array<number>(20).fill(0);
	for (let nth = 0; nth < 1000; nth++) {
		const part = partOf(`article-${nth}`, counts.length);
		counts[part] = (counts[part] ?? 0) + 1;
	}
	expect(Math.max(...counts)).toBeLessThan(150);
});

test.each([
	['/sv/read/a-text/', '/stored/a-text.json'],
	['/en/dossier/five/', '/en/dossier/five/__data.json'],
	['/en/read/a-text', null],
	['/read/a-text/', null],
	['/en/read/../x/', null],
	['/en/', null]
])('the shell draws %s from %s', (path, data) => {
	expect(drawnFrom(path)).toBe(data);
});

const item: LibraryItem = {
	kind: 'article',
	id: 'a-text',
	entries: [
		{ path: articlePath('a-text'), bytes: 3, digest: '0'.repeat(64), title: 'T', lang: 'sv' }
	]
};

test('a plan with items has their files too', () => {
	const plan = { version: '1', entries: [{ path: '/', bytes: 1, digest: '1'.repeat(64) }] };
	expect(withItems(plan, [item]).entries.map(({ path }) => path)).toEqual([
		'/',
		'/stored/a-text.json'
	]);
});

test('a list of items is read back as it was, and a wrong one is refused with the place', () => {
	const part = { version: '1', items: [item] };
	expect(parsePart(JSON.parse(JSON.stringify(part)))).toEqual({ ok: true, value: part });
	expect(parsePart({ version: '1', items: [{ ...item, kind: 'book' }] })).toMatchObject({
		ok: false,
		failure: expect.stringContaining('items.0.kind')
	});
	expect(parsePart(undefined).ok).toBe(false);
});
