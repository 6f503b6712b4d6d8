import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spansFault } from '../translation/spans';
import { notation } from '../align/bead';
import { changed } from './change';
import type { Link } from './draft';
import {
	confirm,
	join,
	link,
	omit,
	shift,
	split,
	unlink,
	type Change,
	type Lengths,
	type GridPosition
} from './editRows';
import { anyLinks, type MadeLinks } from './link.fixture';
import {
	areSame,
	isOmission,
	rowsOf,
	rowWith,
	type Level,
	type ItemPair,
	type LinkRow,
	type SideName
} from './linkRows';

const levels = ['sentences', 'paragraphs'] as const;
const level = fc.constantFrom<Level>(...levels);
const flat = { source: [], target: [] } satisfies Lengths;

const rowsAt = ({ links, texts }: MadeLinks, at: Level) => rowsOf(links, at, texts.shape);

/** Generates any operation at any place. */
const operation = fc.record({
	name: fc.constantFrom('join', 'split', 'up', 'down', 'unlink', 'omit', 'link', 'confirm'),
	at: fc.nat(1000),
	side: fc.constantFrom<SideName>('source', 'target')
});
type Operation = typeof operation extends fc.Arbitrary<infer One> ? One : never;

function perform(rows: readonly LinkRow[], { name, at, side }: Operation): Change | null {
	const row = at % Math.max(1, rows.length);
	const items = rows.flatMap((each) => each[side]);
	const place: GridPosition = { side, item: items.length > 0 ? at % items.length : -1 };
	switch (name) {
		case 'join':
			return join(rows, row, row + 1);
		case 'split':
			return split(rows, place, flat);
		case 'up':
		case 'down':
			return shift(rows, place, name);
		case 'unlink':
			return unlink(rows, row);
		case 'omit':
			return omit(rows, place, flat);
		case 'link':
			return link(rows, row);
		default:
			return confirm(rows, row, row);
	}
}

const beadsOf = (links: readonly ItemPair[]) =>
	links.map(({ source, target }) => [source, target] as const);
const counts = ({ source, target }: MadeLinks['texts']) =>
	[source.paragraphs.flat().length, target.paragraphs.flat().length] as const;
const pairs = (rows: readonly ItemPair[]) => rows.map(({ source, target }) => ({ source, target }));

describe('laws of every operation, at both levels:', () => {
	test('links stay monotone and cover each sentence once; omissions have one', () => {
		fc.assert(
			fc.property(anyLinks, level, fc.array(operation, { maxLength: 8 }), (made, at, all) => {
				let links = made.links;
				for (const one of all) {
					const rows = rowsOf(links, at, made.texts.shape);
					const change = perform(rows, one);
					if (change) links = changed(links, rows, change, at, made.texts);
					expect(spansFault(beadsOf(links), ...counts(made.texts))).toBeNull();
					for (const each of links)
						if (isOmission(each)) expect(each.source.length + each.target.length).toBe(1);
				}
			})
		);
	});

	test('the resulting rows are those asked for, as far as omissions can show', () => {
		fc.assert(
			fc.property(anyLinks, level, operation, (made, at, one) => {
				const rows = rowsAt(made, at);
				const change = perform(rows, one);
				fc.pre(change !== null);
				if (!change) return;
				const links = changed(made.links, rows, change, at, made.texts);
				const linked = (all: readonly ItemPair[]) => pairs(all).filter((row) => !isOmission(row));
				expect(linked(rowsOf(links, at, made.texts.shape))).toEqual(
					linked([
						...rows.slice(0, change.at),
						...change.by,
						...rows.slice(change.at + change.count)
					])
				);
			})
		);
	});

	test('a paragraph that the aligner answers with nothing stays in the row asked for', () => {
		const texts = {
			source: {
				lang: 'sv',
				paragraphs: [
					['Ord Ord Ord Ord Ord Ord 2.', 'Ord Ord Ord Ord Ord Ord Ord Ord Ord 2.'],
					['Ord Ord 4.', 'Ord Ord Ord Ord Ord Ord Ord Ord Ord 5.']
				]
			},
			target: {
				lang: 'en',
				paragraphs: [
					['Ord Ord 4.', 'Ord Ord Ord Ord Ord 4.'],
					['Ord Ord Ord Ord Ord Ord Ord Ord Ord 5.']
				]
			},
			shape: { source: [0, 2, 4], target: [0, 2, 3] }
		};
		const omission = (source: number) => ({ source: [source], target: [] });
		const links = [
			omission(0),
			omission(1),
			{ source: [2], target: [0, 1] },
			{ source: [3], target: [2] }
		].map((pair) => ({ ...pair, confidence: 0, fixed: false }));
		const rows = rowsOf(links, 'paragraphs', texts.shape);
		const moved = shift(rows, { side: 'target', item: 1 }, 'up');
		expect(
			moved && rowsOf(changed(links, rows, moved, 'paragraphs', texts), 'paragraphs', texts.shape)
		).toMatchObject([
			{ source: [0], target: [0, 1] },
			{ source: [1], target: [] }
		]);
	});

	test('the links made are fixed, and those outside are unchanged', () => {
		fc.assert(
			fc.property(anyLinks, operation, (made, one) => {
				const rows = rowsAt(made, 'sentences');
				const change = perform(rows, one);
				fc.pre(change !== null);
				if (!change) return;
				const links = changed(made.links, rows, change, 'sentences', made.texts);
				for (const each of links) {
					const there = made.links.find((other) => areSame(other, each));
					if (!there) expect(each).toMatchObject({ fixed: true, confidence: 1 });
					else if (!each.fixed || there.fixed) expect(each).toEqual(there);
				}
			})
		);
	});
});

describe('laws of operations that undo each other:', () => {
	/** Returns the rows after a change, as items only. */
	const after = (rows: readonly ItemPair[], change: Change | null): readonly ItemPair[] =>
		change
			? pairs([...rows.slice(0, change.at), ...change.by, ...rows.slice(change.at + change.count)])
			: pairs(rows);

	test('join undoes split', () => {
		fc.assert(
			fc.property(anyLinks, operation, (made, { at, side }) => {
				const rows = rowsAt(made, 'sentences');
				const change = split(rows, { side, item: at % 5 }, flat);
				fc.pre(change !== null);
				if (!change) return;
				const parts = after(rows, change);
				expect(after(parts, join(parts, change.at, change.at + change.by.length - 1))).toEqual(
					pairs(rows)
				);
			})
		);
	});

	test('join undoes unlink', () => {
		fc.assert(
			fc.property(anyLinks, fc.nat(30), (made, at) => {
				const rows = rowsAt(made, 'sentences');
				const change = unlink(rows, at);
				fc.pre(change !== null);
				if (!change) return;
				const parts = after(rows, change);
				expect(after(parts, join(parts, at, at + change.by.length - 1))).toEqual(pairs(rows));
			})
		);
	});

	test('split undoes the join of two 1-1', () => {
		const rows = [
			{ source: [0], target: [0] },
			{ source: [1], target: [1] }
		];
		const joined = after(rows, join(rows, 0, 1));
		for (const side of ['source', 'target'] as const)
			for (const item of [0, 1])
				expect(after(joined, split(joined, { side, item }, flat))).toEqual(rows);
	});

	test('shift down undoes shift up, where both rows stay linked', () => {
		fc.assert(
			fc.property(anyLinks, operation, (made, { at, side }) => {
				const rows = rowsAt(made, 'sentences');
				const place = { side, item: at % 8 };
				const change = shift(rows, place, 'up');
				const from = rowWith(rows, side, place.item);
				const [first] = rows[from]?.[side] ?? [];
				const whole = [...(change?.by ?? []), ...rows.slice(Math.max(0, from - 1), from + 1)];
				fc.pre(change !== null && first !== undefined && !whole.some(isOmission));
				if (!change || first === undefined || change.by.length < 2) return;
				const moved = after(rows, change);
				expect(after(moved, shift(moved, { side, item: first }, 'down'))).toEqual(pairs(rows));
			})
		);
	});
});

/** Parses links in the notation of beads. */
function row(text: string): readonly LinkRow[] {
	const at = { source: 0, target: 0 };
	return text.split(' ').map((bead, index) => {
		const [source = 0, target = 0] = bead.split('-').map(Number);
		const take = (side: SideName, count: number) => Array.from({ length: count }, () => at[side]++);
		const row = { source: take('source', source), target: take('target', target) };
		return { ...row, from: index, to: index + 1, confidence: 0.5, fixed: false };
	});
}
const shown = (rows: readonly LinkRow[], change: Change | null): string | null =>
	change &&
	notation(
		beadsOf([...rows.slice(0, change.at), ...change.by, ...rows.slice(change.at + change.count)])
	);
const s = (item: number): GridPosition => ({ side: 'source', item });
const t = (item: number): GridPosition => ({ side: 'target', item });

describe('cases:', () => {
	const even: Lengths = { source: [9, 9, 9, 9, 9, 9], target: [9, 9, 9, 9, 9, 9] };
	const uneven: Lengths = { source: [10, 50, 10, 30, 10, 10], target: [50, 10, 10, 10, 10, 10] };
	type Case = readonly [
		name: string,
		before: string,
		edit: (rows: readonly LinkRow[]) => Change | null,
		expected: string | null
	];
	test.each<Case>([
		['join with the next', '1-1 1-1', (r) => join(r, 0, 1), '2-2'],
		['join: omissions of one side', '1-0 1-0', (r) => join(r, 0, 1), null],
		['join: the last', '1-1', (r) => join(r, 0, 1), null],
		['join: omissions of both sides are a link', '1-0 1-0 0-1', (r) => join(r, 0, 2), '2-1'],
		['split by count', '2-2', (r) => split(r, s(1), even), '1-1 1-1'],
		['split before an item', '3-3', (r) => split(r, s(2), even), '2-2 1-1'],
		['split by length', '2-3', (r) => split(r, s(1), uneven), '1-1 1-2'],
		['split: one to two', '1-2', (r) => split(r, s(0), uneven), '1-1 0-1'],
		['split: the longer part keeps the one', '2-1', (r) => split(r, s(0), uneven), '1-0 1-1'],
		['split: one to one', '1-1', (r) => split(r, s(0), even), null],
		['split: an omission', '1-0', (r) => split(r, s(0), even), null],
		['shift the first up', '1-1 2-1', (r) => shift(r, s(1), 'up'), '2-1 1-1'],
		['shift the last down', '2-1 1-1', (r) => shift(r, s(1), 'down'), '1-1 2-1'],
		['shift two up', '1-1 2-1', (r) => shift(r, t(1), 'up'), '1-2 1-0 1-0'],
		['shift an omission into a link', '1-1 0-1', (r) => shift(r, t(1), 'up'), '1-2'],
		['shift onto an omission', '1-0 1-1 1-0', (r) => shift(r, t(0), 'up'), '1-1 1-0 1-0'],
		['shift: the first row', '1-1', (r) => shift(r, s(0), 'up'), null],
		['shift: no item', '0-1', (r) => shift(r, s(0), 'up'), null],
		['unlink', '2-1', (r) => unlink(r, 0), '1-0 1-0 0-1'],
		['unlink: an omission', '1-0', (r) => unlink(r, 0), null],
		['omit the first', '2-1', (r) => omit(r, s(0), even), '1-0 1-1'],
		['omit the last', '2-1', (r) => omit(r, s(1), even), '1-1 1-0'],
		['omit the only one', '1-1', (r) => omit(r, s(0), even), '1-0 0-1'],
		['omit in the middle', '3-2', (r) => omit(r, s(1), even), '1-1 1-0 1-1'],
		['omit in the middle of one', '3-1', (r) => omit(r, s(1), even), null],
		['omit: one already', '1-0', (r) => omit(r, s(0), even), '1-0'],
		['link across', '1-0 1-0 0-1 0-1', (r) => link(r, 0), '1-1 1-0 0-1'],
		['link backwards', '0-1 1-0 1-0', (r) => link(r, 2), '1-0 1-1'],
		['link: not across a link', '1-0 1-1 0-1', (r) => link(r, 0), null],
		['link: a link', '1-1', (r) => link(r, 0), null]
	])('%s', (_, before, edit, expected) => {
		const rows = row(before);
		expect(shown(rows, edit(rows))).toBe(expected);
	});

	test('confirm fixes a row, once', () => {
		const links: readonly Link[] = [{ source: [0], target: [0], confidence: 0.4, fixed: false }];
		const texts = { lang: 'sv', paragraphs: [['Ja.']] };
		const shape = { source: [0, 1], target: [0, 1] };
		for (const at of levels) {
			const rows = rowsOf(links, at, shape);
			const change = confirm(rows, 0, 0);
			expect(change).not.toBeNull();
			if (!change) return;
			const after = changed(links, rows, change, at, { source: texts, target: texts, shape });
			expect(after).toEqual([{ source: [0], target: [0], confidence: 1, fixed: true }]);
			expect(confirm(rowsOf(after, at, shape), 0, 0)).toBeNull();
		}
	});

	test('paragraphs that have nothing in common are held together all the same', () => {
		const source = { lang: 'sv', paragraphs: [['Ja.', 'Nej.']] };
		const target = {
			lang: 'en',
			paragraphs: [[`${'Word '.repeat(80)}.`, `${'Thing '.repeat(90)}.`]]
		};
		const shape = { source: [0, 2], target: [0, 2] };
		const links = row('1-0 1-0 0-1 0-1');
		const rows = rowsOf(links, 'paragraphs', shape);
		const joined = join(rows, 0, 1);
		expect(joined).not.toBeNull();
		if (!joined) return;
		const after = changed(links, rows, joined, 'paragraphs', { source, target, shape });
		expect(shown(rowsOf(after, 'paragraphs', shape), { at: 0, count: 0, by: [] })).toBe('1-1');
	});
});
