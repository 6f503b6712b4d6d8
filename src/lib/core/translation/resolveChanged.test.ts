import { describe, expect, it } from 'vitest';
import { block } from '../text/block';
import { leftovers } from './resolve';
import {
	en,
	nothing,
	long,
	paragraphs,
	unit,
	translation,
	stored,
	review,
	beside
} from './resolve.fixture';

describe('a paragraph that changed', () => {
	const whole = stored(unit('ett'), unit('två'), unit('tre'));

	it('shows the old translation and says so', () => {
		expect(beside(paragraphs('ett', 'tvåa', 'tre'), whole)).toEqual([
			'ett | ETT (ai)',
			'tvåa | TVÅ (ai, stale)',
			'tre | TRE (ai)'
		]);
	});

	it('keeps the old translation at the beginning and at the end of the text', () => {
		expect(beside(paragraphs('etta', 'två', 'trea'), whole)).toEqual([
			'etta | ETT (ai, stale)',
			'två | TVÅ (ai)',
			'trea | TRE (ai, stale)'
		]);
	});

	it('is not confused with a moved paragraph', () => {
		const sources = stored(...['ett', 'två', 'tre', 'fyra', 'fem'].map((word) => unit(word)));
		const changed = block({ kind: 'paragraph' }, long('tvåa', 6));
		const blocks = [...paragraphs('ett', 'fem'), changed, ...paragraphs('tre', 'fyra')];
		expect(beside(blocks, sources)).toEqual([
			'ett | ETT (ai)',
			'fem | FEM (ai)',
			'tvåa | TVÅ (ai, stale)',
			'tre | TRE (ai)',
			'fyra | FYRA (ai)'
		]);
	});

	it('shows a translation of the current text, if another translation has one', () => {
		const both = [...whole.stored, translation([unit('tvåa', 'ai', { text: ['NEW'] })])];
		const blocks = paragraphs('ett', 'tvåa', 'tre');
		expect(beside(blocks, { ...nothing, stored: both })[1]).toBe('tvåa | NEW (ai)');
	});

	it('is not confused with an added paragraph', () => {
		expect(beside(paragraphs('ett', 'två', 'ny', 'tre'), whole)[2]).toBe('ny | –');
	});

	it('does not get a heading’s translation if it is long', () => {
		const blocks = [
			...paragraphs('ett'),
			block({ kind: 'paragraph' }, long('ny', 60)),
			...paragraphs('tre')
		];
		const heading = unit('rubrik', 'ai', { kind: 'heading', level: 2, text: ['HEADING'] });
		const sources = stored(unit('ett'), heading, unit('tre'));
		expect(beside(blocks, sources)[1]).toBe('ny | –');
		expect(leftovers(blocks, sources, en).units).toEqual([heading]);
	});

	it('is paired by length when another paragraph was removed', () => {
		const short = unit('kort', 'ai', { kind: 'heading', level: 2, text: ['SHORT'] });
		const longer = unit('lång', 'ai', { text: [long('LONG', 40)] });
		const blocks = [
			...paragraphs('ett'),
			block({ kind: 'paragraph' }, long('långa', 44)),
			...paragraphs('tre')
		];
		expect(beside(blocks, stored(unit('ett'), short, longer, unit('tre')))[1]).toBe(
			'långa | LONG (ai, stale)'
		);
	});

	it('is paired by words when the lengths would mislead', () => {
		const told = (text: string) => unit(text, 'ai', { text: [text] });
		const norrland = told(
			'Bo Alm moved to Umeå in 1950. He bought 12 horses from Ylva Lind there.'
		);
		const rome = told('Gustav Ek died in Rome.');
		const blocks = [
			...paragraphs('ett'),
			block(
				{ kind: 'paragraph' },
				'Gustav Ek dog i Rom, där han hade bott i många år, gammal och mätt.'
			),
			...paragraphs('tre')
		];
		const sources = stored(unit('ett'), norrland, rome, unit('tre'));
		expect(beside(blocks, sources)[1]).toBe('Gustav | Gustav (ai, stale)');
		expect(leftovers(blocks, sources, en).units).toEqual([norrland]);
	});

	it('keeps the old translation over both parts of a split, and over the result of a join', () => {
		const two = unit('två', 'ai', { text: [long('TVÅ', 20)] });
		const split = [
			...paragraphs('ett'),
			block({ kind: 'paragraph' }, long('a', 10)),
			block({ kind: 'paragraph' }, long('b', 10)),
			...paragraphs('tre')
		];
		expect(beside(split, stored(unit('ett'), two, unit('tre')))).toEqual([
			'ett | ETT (ai)',
			'a+b | TVÅ (ai, stale)',
			'tre | TRE (ai)'
		]);
		const joined = [
			...paragraphs('ett'),
			block({ kind: 'paragraph' }, long('ab', 8)),
			...paragraphs('fyra')
		];
		const four = stored(unit('ett'), unit('två'), unit('tre'), unit('fyra'));
		expect(beside(joined, four)[1]).toBe('ab | TVÅ+TRE (ai, stale)');
	});

	it('never joins the words of two people under one name', () => {
		const joined = [
			...paragraphs('ett'),
			block({ kind: 'paragraph' }, long('ab', 8)),
			...paragraphs('fyra')
		];
		const sources = stored(unit('ett'), unit('två'), unit('tre', 'human'), unit('fyra'));
		expect(beside(joined, sources)[1]).toBe('ab | TRE (human, stale)');
	});

	it('loses its review together with its original', () => {
		const reviewed = unit('två', 'ai', { review: { by: 'Cia', date: '2026-11-22' } });
		expect(beside(paragraphs('ett', 'tvåa'), stored(unit('ett'), reviewed))[1]).toBe(
			'tvåa | TVÅ (ai, stale)'
		);
	});

	it('is no longer stale after a review of the old translation beside the new original', () => {
		const sources = { ...whole, reviews: [review('tvåa', long('TVÅ'))] };
		expect(beside(paragraphs('ett', 'tvåa', 'tre'), sources)[1]).toBe('tvåa | TVÅ (reviewed)');
	});

	it('gets no translation if no paragraph around it is unchanged', () => {
		expect(beside(paragraphs('fyra', 'fem'), whole)).toEqual(['fyra | –', 'fem | –']);
		expect(leftovers(paragraphs('fyra', 'fem'), whole, en).units).toHaveLength(3);
	});
});
