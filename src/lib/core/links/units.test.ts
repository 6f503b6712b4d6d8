import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, BlockShape } from '../text/article';
import { block } from '../text/block';
import { spansFault } from '../translation/spans';
import type { Contributor } from '../translation/unit';
import { beads } from '../align/bead';
import { alignText } from './draftText';
import type { DraftSide, Link } from './draft';
import { linksOf } from './relinked';
import { unitsOf } from './units';

const by: Contributor = { origin: 'human', name: 'Ada', date: '2026-11-22' };

/** Builds a side of paragraphs with these numbers of sentences, all different. */
const side = (lang: string, counts: readonly number[], shapes: readonly BlockShape[] = []) => {
	let nth = 0;
	const blocks = counts.map((count, at): Block => {
		const words = Array.from({ length: count }, () => `Nu kommer nummer ${++nth}.`).join(' ');
		return block(shapes[at] ?? { kind: 'paragraph' }, words === '' ? '[^1]' : words);
	});
	return { lang, blocks };
};

const linked = (notation: string, confidence = 0.9): readonly Link[] =>
	beads(notation).map(([source, target]) => ({ source, target, confidence, fixed: false }));

/** Formats the units as `sources>texts`, by number of the paragraph. */
const told = (source: DraftSide, target: DraftSide, links: readonly Link[]): string =>
	unitsOf(source, target, links, by)
		.map(({ unit }) => {
			const ours = unit.source.map((one) =>
				source.blocks.findIndex(({ fingerprint }) => fingerprint === one)
			);
			const theirs = unit.text.map((one) => target.blocks.findIndex(({ text }) => text === one));
			return `${ours.join('+')}>${theirs.join('+')}`;
		})
		.join(' ');

describe('units are built for', () => {
	test.each([
		['paragraph by paragraph', [1, 1], [1, 1], '1-1 1-1', '0>0 1>1'],
		['a paragraph cut in two', [2, 1], [1, 1, 1], '1-1 1-1 1-1', '0>0+1 1>2'],
		['paragraphs made one', [1, 1], [2], '1-1 1-1', '0+1>0'],
		['a sentence over a paragraph’s end', [1, 1], [1], '2-1', '0+1>0'],
		['cut otherwise', [2, 2], [1, 2, 1], '1-1 1-1 1-1 1-1', '0+1>0+1+2'],
		['left out by the translator', [1, 1, 1], [1, 1], '1-1 1-0 1-1', '0>0 2>1'],
		['left out in the midst of what is held together', [1, 1, 1], [2], '1-1 1-0 1-1', '0+1+2>0'],
		['added after a paragraph', [1, 1], [1, 1, 1], '1-1 0-1 1-1', '0>0 >1 1>2'],
		['added before all', [1], [1, 1], '0-1 1-1', '>0 0>1'],
		['added after all', [1], [1, 2, 1], '1-1 0-1 0-1 0-1', '0>0 >1+2'],
		['added beside what was left out', [1, 1, 1], [1, 1, 1], '1-1 1-0 0-1 1-1', '0>0 >1 2>2'],
		['added within a paragraph', [2], [1, 1, 1], '1-1 0-1 1-1', '0>0+1+2'],
		['a paragraph without a sentence', [1, 1], [1, 0, 1], '1-1 1-1', '0>0+1 1>2'],
		['one before all', [1], [0, 1], '1-1', '0>0+1'],
		['one before a passage', [1], [0, 1, 1], '0-1 1-1', '>0+1 0>2'],
		['one in a passage', [1], [1, 1, 0], '1-1 0-1', '0>0 >1+2']
	])('%s', (_, ours, theirs, links, expected) => {
		expect(told(side('sv', ours), side('en', theirs), linked(links))).toBe(expected);
	});

	test('an added heading is a passage apart from the paragraph below it', () => {
		const target = side(
			'en',
			[1, 1, 1, 1, 1],
			[{ kind: 'paragraph' }, { kind: 'heading', level: 2 }]
		);
		expect(told(side('sv', [1, 1]), target, linked('1-1 0-1 0-1 0-1 1-1'))).toBe('0>0 >1 >2+3 1>4');
	});
	test('a passage that the reader dropped is left out', () => {
		const links = linked('1-1 0-1 0-1 1-1').map((link, at) =>
			at === 1 ? { ...link, dropped: true as const } : link
		);
		expect(told(side('sv', [1, 1]), side('en', [1, 1, 1, 1]), links)).toBe('0>0 >2 1>3');
	});
	test('without any link there is no unit', () => {
		expect(told(side('sv', [1]), side('en', [1]), linked('1-0 0-1'))).toBe('');
	});
	test('a caption has the credit of its translation', () => {
		const [only] = unitsOf(
			side('sv', [1], [{ kind: 'caption', credit: 'Foto: ingen' }]),
			side('en', [1], [{ kind: 'caption', credit: 'Photo: nobody' }]),
			linked('1-1'),
			by
		);
		expect(only?.unit).toMatchObject({ kind: 'caption', credit: 'Photo: nobody' });
	});
});

/** Generates two sides and links over them, at least one of which has two sides. */
const alignment = fc
	.array(
		fc.tuple(
			fc.nat({ max: 2 }),
			fc.nat({ max: 2 }),
			fc.boolean(),
			fc.double({ min: 0, max: 0.99, noNaN: true })
		),
		{
			minLength: 1,
			maxLength: 14
		}
	)
	.map((raw) => [...raw.filter(([s, t]) => s + t > 0), [1, 1, true, 1] as const])
	.chain((raw) => {
		const total = (which: 0 | 1) => raw.reduce((sum, bead) => sum + bead[which], 0);
		return fc.tuple(fc.constant(raw), cuts(total(0)), cuts(total(1)));
	})
	.map(([raw, ours, theirs]) => {
		const shapes = beads(raw.map(([s, t]) => `${s}-${t}`).join(' '));
		const links = shapes.map(([source, target], at): Link => {
			const [, , fixed = false, confidence = 0] = raw[at] ?? [];
			return { source, target, fixed, confidence: fixed ? 1 : confidence };
		});
		return { source: side('sv', ours), target: side('en', theirs), links };
	});

/** Cuts `total` sentences into paragraphs, some of which may be empty. */
const cuts = (total: number) =>
	fc
		.array(fc.nat({ max: total }), { maxLength: 6 })
		.map((marks) => [0, ...marks.sort((a, b) => a - b), total])
		.map((marks) => marks.slice(1).map((mark, at) => mark - (marks[at] ?? 0)));

const key = ({ source, target, confidence, fixed }: Link) =>
	JSON.stringify([source, target, confidence, fixed]);

describe('laws', () => {
	test('every paragraph of the translation is in exactly one unit, in order', () => {
		fc.assert(
			fc.property(alignment, ({ source, target, links }) => {
				const units = unitsOf(source, target, links, by);
				expect(units.flatMap(({ unit }) => unit.text)).toEqual(
					target.blocks.map(({ text }) => text)
				);
			})
		);
	});
	test('each paragraph of the original is in at most one unit, in order and without a gap', () => {
		fc.assert(
			fc.property(alignment, ({ source, target, links }) => {
				const print = source.blocks.map(({ fingerprint }) => fingerprint);
				let from = 0;
				for (const { unit } of unitsOf(source, target, links, by)) {
					const at = print.findIndex(
						(_, nth) => nth >= from && unit.source.every((one, k) => print[nth + k] === one)
					);
					expect(at).toBeGreaterThanOrEqual(from);
					from = at + unit.source.length;
				}
			})
		);
	});
	test('the spans of a unit cover its sentences', () => {
		fc.assert(
			fc.property(alignment, ({ source, target, links }) => {
				for (const { unit, links: confidence } of unitsOf(source, target, links, by)) {
					const ours = source.blocks.filter((one) => unit.source.includes(one.fingerprint));
					const theirs = unit.text.map((text) => block({ kind: 'paragraph' }, text));
					expect(confidence).toHaveLength(unit.spans?.length ?? 0);
					if (
						unit.spans &&
						new Set(source.blocks.map((b) => b.fingerprint)).size === source.blocks.length
					)
						expect(
							spansFault(
								unit.spans,
								alignText({ lang: 'sv', blocks: ours }).paragraphs.flat().length,
								alignText({ lang: 'en', blocks: theirs }).paragraphs.flat().length
							)
						).toBeNull();
				}
			})
		);
	});
	test('relinking the units gives the links back', () => {
		fc.assert(
			fc.property(alignment, ({ source, target, links }) => {
				const back = linksOf(unitsOf(source, target, links, by), source, 'en');
				expect(back.target.blocks.map(({ text }) => text)).toEqual(
					target.blocks.map(({ text }) => text)
				);
				const omitted = (link: Link) => link.target.length === 0;
				const single = (link: Link) =>
					link.source.length > 0 ? [link] : link.target.map((at) => ({ ...link, target: [at] }));
				const kept = (all: readonly Link[]) =>
					all
						.filter((link) => !omitted(link))
						.flatMap(single)
						.map(key)
						.sort();
				expect(kept(back.links)).toEqual(kept(links));
				const left = (all: readonly Link[]) => all.filter(omitted).flatMap((link) => link.source);
				expect(left(back.links).sort()).toEqual(left(links).sort());
			})
		);
	});
	test('a link with confidence 1 that is not fixed comes back as not fixed', () => {
		const [source, target] = [side('sv', [1]), side('en', [1])];
		const back = linksOf(unitsOf(source, target, linked('1-1', 1), by), source, 'en');
		expect(back.links).toMatchObject([{ fixed: false }]);
		expect(back.links[0]?.confidence).toBeCloseTo(1);
	});
});
