import { describe, expect, it } from 'vitest';
import { fingerprint } from '../text/fingerprint';
import type { Sources } from './candidate';
import { resolve } from './resolve';
import {
	en,
	nothing,
	long,
	paragraphs,
	unit,
	translation,
	stored,
	own,
	shown,
	beside
} from './resolve.fixture';

describe('an unchanged article', () => {
	it('has the licence of the translation that is shown', () => {
		const licensed = translation([unit('ett'), unit('två')]);
		const rights = { ...licensed, translated: { ...licensed.translated, rights: 'CC BY 4.0' } };
		const sources = {
			...nothing,
			stored: [rights, translation([unit('tre')])],
			words: [own('två')]
		};
		const rows = resolve(paragraphs('ett', 'två', 'tre'), sources, en);
		expect(rows.map(({ shown }) => shown.kind === 'translated' && shown.rights)).toEqual([
			...['CC BY 4.0', undefined, undefined]
		]);
	});

	it('has its translation beside every paragraph', () => {
		expect(beside(paragraphs('ett', 'två'), stored(unit('ett'), unit('två')))).toEqual([
			'ett | ETT (ai)',
			'två | TVÅ (ai)'
		]);
	});

	it('has a row without translation for each missing paragraph', () => {
		expect(beside(paragraphs('ett', 'två'), stored(unit('ett')))).toEqual([
			'ett | ETT (ai)',
			'två | –'
		]);
	});

	it('has one row for a run of paragraphs translated together', () => {
		const rows = resolve(paragraphs('ett', 'två', 'tre'), stored(unit('ett+två'), unit('tre')), en);
		expect(shown(rows)).toEqual(['ett+två | ETT+TVÅ (ai)', 'tre | TRE (ai)']);
		expect(rows[0]?.source).toEqual(['ett', 'två'].map((word) => fingerprint(long(word))));
	});

	it('translates a repeated paragraph as in its own place, or as the first time', () => {
		const blocks = paragraphs('ett', 'två', 'ett', 'ett');
		expect(beside(blocks, stored(unit('ett'), unit('två')))).toEqual([
			'ett | ETT (ai)',
			'två | TVÅ (ai)',
			'ett | ETT (ai)',
			'ett | ETT (ai)'
		]);
		const again = unit('ett', 'ai', { text: ['AGAIN'] });
		expect(beside(blocks, stored(unit('ett'), unit('två'), again))[2]).toBe('ett | AGAIN (ai)');
	});

	it('keeps the translations of moved paragraphs', () => {
		const sources = stored(unit('ett'), unit('två'), unit('tre'));
		expect(beside(paragraphs('tre', 'ett', 'två'), sources)).toEqual([
			'tre | TRE (ai)',
			'ett | ETT (ai)',
			'två | TVÅ (ai)'
		]);
	});

	it('ignores translations into other languages', () => {
		const german = { ...nothing, stored: [translation([unit('ett')], 'de')] };
		expect(beside(paragraphs('ett'), german)).toEqual(['ett | –']);
		expect(
			beside(paragraphs('ett'), { ...nothing, words: [own('ett', 'MEIN', { lang: 'de' })] })
		).toEqual(['ett | –']);
	});
});

describe('the order of preference', () => {
	const all: [string, Sources][] = [
		['human, own', { ...nothing, words: [own('ett', 'EIGEN')] }],
		['human', stored(unit('ett', 'human'))],
		['reviewed', stored(unit('ett', 'ai', { review: { by: 'Cia', date: '2026-11-22' } }))],
		['ai', stored(unit('ett'))],
		['machine', { ...nothing, device: [unit('ett', 'machine')] }]
	];
	const together = (parts: readonly Sources[]): Sources => ({
		stored: parts.flatMap((part) => part.stored),
		words: parts.flatMap((part) => part.words),
		reviews: [],
		device: parts.flatMap((part) => part.device ?? [])
	});

	it.each(all.map(([name], index) => [name, index] as const))(
		'puts %s before all that follow, whatever order they are given in',
		(name, index) => {
			const rest = all.slice(index).map(([, sources]) => sources);
			for (const parts of [rest, rest.toReversed()])
				expect(beside(paragraphs('ett'), together(parts))[0]).toContain(`(${name})`);
		}
	);
});

describe('a translation without its original', () => {
	it('is read in the order of its units', () => {
		const sources = stored(unit('två'), unit('ett+tre'));
		const rows = resolve([], sources, en);
		expect(shown(rows)).toEqual([' | TVÅ (ai)', ' | ETT+TRE (ai)']);
		expect(rows.map(({ shape }) => shape.kind)).toEqual(['paragraph', 'paragraph']);
		expect(rows[1]?.source).toHaveLength(2);
	});

	it('includes a paragraph that only another translation has, at its place there', () => {
		const sources = {
			...nothing,
			stored: [
				translation([unit('ett'), unit('tre')]),
				translation([unit('ett', 'human'), unit('två', 'human'), unit('fyra', 'human')])
			]
		};
		expect(shown(resolve([], sources, en))).toEqual([
			' | ETT (human)',
			' | TVÅ (human)',
			' | FYRA (human)',
			' | TRE (ai)'
		]);
	});

	it('has own words in their place', () => {
		const sources = { ...stored(unit('ett'), unit('två')), words: [own('två')] };
		expect(shown(resolve([], sources, en))[1]).toBe(' | MY (human, own)');
	});
});
