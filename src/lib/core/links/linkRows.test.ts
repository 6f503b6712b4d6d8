import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spansFault } from '../translation/spans';
import type { Link } from './draft';
import { isDoubtful, leastCertain, nextDoubtful } from './doubt';
import { anyLinks } from './link.fixture';
import { rowsOf, rowWith, shapeOf, type Level } from './linkRows';
import { canonicalOrder } from './canonicalOrder';

const text = (...sizes: number[]) => ({
	lang: 'sv',
	paragraphs: sizes.map((size) => Array.from({ length: size }, () => 'Ja.'))
});

/** Parses links in the notation of beads; `*` marks a fixed one. */
function links(notation: string): readonly Link[] {
	const at = { source: 0, target: 0 };
	return notation.split(' ').map((bead, index) => {
		const [source = 0, target = 0] = bead.replace('*', '').split('-').map(Number);
		const take = (side: 'source' | 'target', count: number) =>
			Array.from({ length: count }, () => at[side]++);
		const fixed = bead.endsWith('*');
		const confidence = fixed ? 1 : 1 / (index + 2);
		return { source: take('source', source), target: take('target', target), confidence, fixed };
	});
}
const shown = (rows: readonly { source: readonly number[]; target: readonly number[] }[]) =>
	rows.map(({ source, target }) => `${source.length}-${target.length}`).join(' ');

describe('rows of paragraphs', () => {
	test.each([
		['one to one', '1-1 1-1', text(1, 1), text(1, 1), '1-1 1-1'],
		['two in one', '1-1 1-1', text(1, 1), text(2), '2-1'],
		['a link across a break', '2-1 1-1', text(1, 1, 1), text(1, 1), '2-1 1-1'],
		['an omission', '1-1 1-0 1-1', text(1, 1, 1), text(1, 1), '1-1 1-0 1-1'],
		['an omission within', '1-1 0-1 1-1', text(2), text(1, 1, 1), '1-3'],
		['two omissions are two', '1-0 1-0 1-1', text(1, 1, 1), text(1), '1-0 1-0 1-1'],
		['a paragraph without sentences is none', '1-1 1-1', text(1, 0, 1), text(1, 1), '1-1 1-1']
	])('%s', (_, notation, source, target, expected) =>
		expect(shown(rowsOf(links(notation), 'paragraphs', shapeOf(source, target)))).toBe(expected)
	);

	test('have the lowest confidence of their links with two sides, and are fixed if all of those are', () => {
		const shape = shapeOf(text(3, 2), text(2, 2));
		const [first, second] = rowsOf(links('1-1 1-1 1-0 1-1* 1-1*'), 'paragraphs', shape);
		expect(first).toMatchObject({ confidence: 1 / 3, fixed: false });
		expect(second).toMatchObject({ confidence: 1, fixed: true });
	});

	test('cover each paragraph and each link once', () => {
		fc.assert(
			fc.property(anyLinks, ({ links, texts }) => {
				const rows = rowsOf(links, 'paragraphs', texts.shape);
				const beads = rows.map(({ source, target }) => [source, target] as const);
				const { source, target } = texts.shape;
				expect(spansFault(beads, source.length - 1, target.length - 1)).toBeNull();
				expect(rows.flatMap(({ from, to }) => links.slice(from, to))).toEqual(links);
			})
		);
	});
});

test('an item is found in its row', () => {
	fc.assert(
		fc.property(anyLinks, fc.constantFrom<Level>('sentences', 'paragraphs'), (made, level) => {
			const rows = rowsOf(made.links, level, made.texts.shape);
			for (const side of ['source', 'target'] as const) {
				for (const [at, row] of rows.entries())
					for (const item of row[side]) expect(rowWith(rows, side, item)).toBe(at);
				expect(rowWith(rows, side, -1)).toBe(-1);
				expect(rowWith(rows, side, 10_000)).toBe(-1);
			}
		})
	);
});

describe('omissions in order:', () => {
	test.each([
		['end their paragraphs together', '1-1 0-1 1-0', text(2), text(2), '1-1 1-0 0-1'],
		['a paragraph of the other side waits', '1-1 1-0 0-1', text(1, 1), text(2), '1-1 0-1 1-0'],
		[
			'the beginning of one comes last',
			'1-0 0-1 0-1 1-1',
			text(2),
			text(1, 1, 1),
			'0-1 0-1 1-0 1-1'
		]
	])('%s', (_, notation, source, target, expected) =>
		expect(shown(canonicalOrder(links(notation), shapeOf(source, target)))).toBe(expected)
	);

	test('each side keeps its order, and ordering twice changes nothing more', () => {
		fc.assert(
			fc.property(anyLinks, ({ links, texts }) => {
				const beads = links.map(({ source, target }) => [source, target] as const);
				expect(spansFault(beads)).toBeNull();
				expect(canonicalOrder(links, texts.shape)).toEqual(links);
			})
		);
	});
});

describe('what is in doubt', () => {
	const rows = rowsOf(links('1-1 1-1* 1-1 1-1'), 'sentences', { source: [], target: [] });
	test.each([
		[0, 1, 2],
		[2, 1, 3],
		[3, 1, 0],
		[0, -1, 3],
		[2, -1, 0]
	] as const)('from row %i in direction %i is row %i', (at, step, expected) =>
		expect(nextDoubtful(rows, at, step)).toBe(expected)
	);
	test('the least certain row is found', () => expect(leastCertain(rows)).toBe(3));
	test('a row that the reader has fixed is never doubtful', () =>
		expect(isDoubtful({ confidence: 0.1, fixed: true })).toBe(false));
	test('there is no doubtful row if all are fixed', () => {
		const sure = rowsOf(links('1-1* 1-1*'), 'sentences', { source: [], target: [] });
		expect(nextDoubtful(sure, 0, 1)).toBe(-1);
		expect(leastCertain(sure)).toBe(-1);
	});
});
