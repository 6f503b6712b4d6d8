import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../text/article';
import { block } from '../text/block';
import type { Contributor } from '../translation/unit';
import { beads } from '../align/bead';
import { alignText } from './draftText';
import type { DraftSide, Link } from './draft';
import { linksOf } from './relinked';
import { unitsOf } from './units';

const by: Contributor = { origin: 'human', name: 'Ada', date: '2026-11-22' };

/** Builds a paragraph of `count` sentences, different from every paragraph of another name. */
const paragraph = (name: string, count: number): Block =>
	block(
		{ kind: 'paragraph' },
		Array.from({ length: count }, (_, nth) => `Nu kommer ${name} ${nth}.`).join(' ')
	);

/** Builds a side from `a2 b1`: paragraph `a` with two sentences, `b` with one. */
const side = (lang: string, notation: string): DraftSide => ({
	lang,
	blocks: notation.split(' ').map((one) => paragraph(one.slice(0, 1), Number(one.slice(1))))
});

const fixed = (notation: string): readonly Link[] =>
	beads(notation).map(([source, target]) => ({ source, target, confidence: 1, fixed: true }));

/** Formats links as `0>0 1+2>1`; `!` marks a fixed one. */
const told = (links: readonly Link[]): string =>
	links
		.map(
			({ source, target, fixed: is }) => `${source.join('+')}>${target.join('+')}${is ? '!' : ''}`
		)
		.join(' ');

/** Returns the links restored after the original has changed. */
function back(source: string, target: string, links: string, now: string): string {
	const units = unitsOf(side('sv', source), side('en', target), fixed(links), by);
	return told(linksOf(units, side('sv', now), 'en').links);
}

describe('an original that has changed', () => {
	test.each([
		['in one paragraph', 'a2 x1 c1', '0>0! 1>1! >2 2> 3>3!'],
		['in the first', 'x3 b1 c1', '>0 >1 0> 1> 2> 3>2! 4>3!'],
		['in the last', 'a2 b1 x1', '0>0! 1>1! 2>2! >3 3>'],
		['by one that is gone', 'a2 c1', '0>0! 1>1! >2 2>3!'],
		['by one that is new', 'a2 n2 b1 c1', '0>0! 1>1! 2> 3> 4>2! 5>3!'],
		['by one that has moved', 'c1 a2 b1', '0> 1>0! 2>1! 3>2! >3'],
		['throughout', 'x1 y1', '>0 >1 >2 >3 0> 1>']
	])('%s keeps the links of the others', (_, now, expected) => {
		expect(back('a2 b1 c1', 'p2 q1 r1', '1-1 1-1 1-1 1-1', now)).toBe(expected);
	});

	test.each([
		['the second', 'a1 x1 c1', '0>0! >1 1> 2>2!'],
		['the first', 'x1 b1 c1', '0> >0 1>1! 2>2!'],
		['the last', 'a1 b1 x1', '0>0! 1>1! >2 2>'],
		['one put between two', 'a1 n1 b1 c1', '0>0! 1> 2>1! 3>2!']
	])('within a unit of several, in %s, keeps the links of the others', (_, now, expected) => {
		expect(back('a1 b1 c1', 'p3', '1-1 1-1 1-1', now)).toBe(expected);
	});

	test('keeps no link across the end of a paragraph that has changed', () => {
		expect(back('a1 b1 c1', 'p1 q1', '2-1 1-1', 'a1 x1 c1')).toBe('>0 0> 1> 2>1!');
	});

	test('reports how many of its units have changed', () => {
		const source = side('sv', 'a1 b1 c1');
		const units = unitsOf(source, side('en', 'p1 q1 r1'), fixed('1-1 1-1 1-1'), by);
		const changed = (now: string) => linksOf(units, side('sv', now), 'en').changed;
		expect(['a1 b1 c1', 'a1 n1 b1 c1', 'a1 x1 c1', 'x1'].map(changed)).toEqual([0, 0, 1, 3]);
	});
});

/** Generates names of paragraphs, some repeated; a name always has the same length. */
const names = fc.array(fc.constantFrom('a1', 'b2', 'c1', 'd3', 'e0', 'f1'), {
	minLength: 1,
	maxLength: 7
});

const alignment = fc.record({ source: names, now: names, cuts: fc.array(fc.nat({ max: 3 })) });

/** Builds links of one to one or more, and omissions for the rest. */
function linksFor(ours: number, theirs: number, cuts: readonly number[]): readonly Link[] {
	const links: Link[] = [];
	let [i, j, nth] = [0, 0, 0];
	while (i < ours || j < theirs) {
		const by = cuts[nth++ % Math.max(1, cuts.length)] ?? 1;
		const m = Math.min(ours - i, 1 + (by % 2));
		const n = by === 3 && m > 0 ? 0 : Math.min(theirs - j, 1);
		const source = Array.from({ length: m }, () => i++);
		const target = Array.from({ length: n }, () => j++);
		links.push({ source, target, confidence: 1, fixed: true });
	}
	return links;
}

const count = (one: DraftSide): number => alignText(one).paragraphs.flat().length;

test('gives every sentence of both sides one link, in order, whatever the original has become', () => {
	fc.assert(
		fc.property(alignment, ({ source, now, cuts }) => {
			const [ours, theirs] = [side('sv', source.join(' ')), side('en', source.join(' '))];
			const units = unitsOf(ours, theirs, linksFor(count(ours), count(theirs), cuts), by);
			const current = side('sv', now.join(' '));
			const { links, target } = linksOf(units, current, 'en');
			const run = (length: number) => Array.from({ length }, (_, at) => at);
			expect(links.flatMap((link) => link.source)).toEqual(run(count(current)));
			expect(links.flatMap((link) => link.target)).toEqual(run(count(target)));
		})
	);
});
