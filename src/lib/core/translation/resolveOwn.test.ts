import { describe, expect, it } from 'vitest';
import { block } from '../text/block';
import { leftovers, resolve } from './resolve';
import type { Unit } from './unit';
import {
	en,
	long,
	nothing,
	paragraphs,
	unit,
	stored,
	own,
	review,
	beside
} from './resolve.fixture';

describe('own words', () => {
	it('come before stored ones, which return when the own words are deleted', () => {
		const sources = { ...stored(unit('ett', 'human')), words: [own('ett')] };
		expect(beside(paragraphs('ett'), sources)).toEqual(['ett | MY (human, own)']);
		const deleted = { ...sources, words: [own('ett', 'MY WORDS', { deleted: true })] };
		expect(beside(paragraphs('ett'), deleted)).toEqual(['ett | ETT (human)']);
	});

	it('have the name that the reader gave as author', () => {
		const [row] = resolve(paragraphs('ett'), { ...nothing, words: [own('ett')] }, en);
		expect(row?.shown).toMatchObject({
			by: { origin: 'human', name: 'Eva', date: '2026-11-22' },
			review: null,
			spans: null
		});
	});

	it('keep the translated credit of a caption', () => {
		const caption = unit('ett', 'ai', { kind: 'caption', credit: 'Photo: B' } as Partial<Unit>);
		const blocks = [block({ kind: 'caption', credit: 'Foto: B' }, long('ett'))];
		const [row] = resolve(blocks, { ...stored(caption), words: [own('ett')] }, en);
		expect(row?.shown).toMatchObject({ credit: 'Photo: B', own: true });
	});

	it('follow the stored translation of their paragraph when it changed', () => {
		const sources = { ...stored(unit('ett'), unit('två')), words: [own('två')] };
		expect(beside(paragraphs('ett', 'tvåa'), sources)[1]).toBe('tvåa | MY (human, own, stale)');
	});

	it('stay with the remaining part of their run', () => {
		const sources = { ...nothing, words: [own('ett+två')] };
		expect(beside(paragraphs('ett', 'tvåa'), sources)).toEqual([
			'ett | MY (human, own, stale)',
			'tvåa | –'
		]);
	});

	it('come before stored ones even if their run has changed', () => {
		const sources = { ...stored(unit('ett', 'human')), words: [own('ett+två')] };
		expect(beside(paragraphs('ett', 'tvåa'), sources)[0]).toBe('ett | MY (human, own, stale)');
	});

	it('go to the only paragraph without own words, if no other own words are unplaced', () => {
		const sources = { ...nothing, words: [own('ett'), own('två', 'OTHER')] };
		expect(beside(paragraphs('ett', 'tvåa'), sources)[1]).toBe('tvåa | OTHER (human, own, stale)');
	});

	it('are left over if several paragraphs could be theirs', () => {
		const sources = { ...nothing, words: [own('ett'), own('två', 'A'), own('tre', 'B')] };
		const blocks = paragraphs('ett', 'tvåa', 'trea');
		expect(beside(blocks, sources)).toEqual(['ett | MY (human, own)', 'tvåa | –', 'trea | –']);
		expect(leftovers(blocks, sources, en).words).toHaveLength(2);
	});

	it('do not split a run that is translated as one', () => {
		const sources = { ...stored(unit('ett+två')), words: [own('tre'), own('fyra', 'LOST')] };
		expect(beside(paragraphs('ett', 'två', 'tre'), sources)).toEqual([
			'ett+två | ETT+TVÅ (ai)',
			'tre | MY (human, own)'
		]);
	});

	it('are reported if they find no place', () => {
		const sources = { ...nothing, words: [own('tre'), own('fyra')] };
		const left = leftovers(paragraphs('ett', 'två'), sources, en).words;
		expect(left).toEqual(sources.words);
	});
});

describe('own reviews', () => {
	it('make a draft reviewed, by the reader', () => {
		const sources = { ...stored(unit('ett')), reviews: [review('ett', long('ETT'))] };
		const [row] = resolve(paragraphs('ett'), sources, en);
		expect(row?.shown).toMatchObject({ review: { by: 'Eva', date: '2026-11-22' } });
	});

	it('are dropped when the text changed', () => {
		const sources = { ...stored(unit('ett')), reviews: [review('ett', 'ETT, as it was')] };
		expect(beside(paragraphs('ett'), sources)).toEqual(['ett | ETT (ai)']);
	});

	it('are undone by their deletion', () => {
		const taken = review('ett', long('ETT'), { deleted: true });
		expect(beside(paragraphs('ett'), { ...stored(unit('ett')), reviews: [taken] })).toEqual([
			'ett | ETT (ai)'
		]);
	});
});
