import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockShape } from '../text/article';
import { block } from '../text/block';
import { expectLinear } from '../../../../tests/linear';
import { fingerprint } from '../text/fingerprint';
import type { Sources } from './candidate';
import { leftovers, resolve } from './resolve';
import type { Row } from './row';
import { rank, shownTrustLevel, trustLevelOf } from './trust';
import type { Origin } from './unit';
import { en, long, unit, translation, stored, own, review } from './resolve.fixture';

describe('laws of resolve', () => {
	const word = fc.constantFrom(...'abcdefgh');
	const shape: fc.Arbitrary<BlockShape> = fc.constantFrom(
		{ kind: 'paragraph' } as const,
		{ kind: 'heading', level: 2 } as const,
		{ kind: 'caption', credit: 'Foto' } as const
	);
	const blocks = fc.array(
		fc.tuple(shape, word).map(([kind, text]) => block(kind, long(text))),
		{ maxLength: 12 }
	);
	const origin = fc.constantFrom<Origin[]>('human', 'ai', 'machine');
	const reviewed = fc.constantFrom(null, { by: 'Cia', date: '2026-11-22' });
	const units = (by: fc.Arbitrary<Origin>) =>
		fc.array(
			fc
				.tuple(fc.array(word, { minLength: 1, maxLength: 3 }), by, reviewed)
				.map(([words, who, review]) => unit(words.join('+'), who, { review })),
			{ maxLength: 10 }
		);
	const sources: fc.Arbitrary<Sources> = fc.record({
		stored: fc.array(
			units(origin).map((made) => translation(made)),
			{ maxLength: 2 }
		),
		words: fc
			.uniqueArray(word, { maxLength: 4 })
			.map((words) => words.map((one) => own(one, `MY ${one}`))),
		reviews: fc.array(
			word.map((one) => review(one, long(one.toUpperCase()))),
			{ maxLength: 3 }
		),
		device: units(fc.constant('machine'))
	});

	it('every block is in exactly one row, in order', () => {
		fc.assert(
			fc.property(
				blocks.filter(({ length }) => length > 0),
				sources,
				(text, all) => {
					expect(resolve(text, all, en).flatMap(({ originals }) => originals)).toEqual(text);
				}
			)
		);
	});

	it('every row is at least as good as the translations known for its paragraph alone', () => {
		fc.assert(
			fc.property(blocks, sources, (text, all) => {
				const known = [...all.stored.flatMap((one) => one.units), ...(all.device ?? [])];
				for (const { originals, shown } of resolve(text, all, en)) {
					const [first] = originals;
					if (!first || originals.length > 1) continue;
					const best = known
						.filter(({ source }) => source.length === 1 && source[0] === first.fingerprint)
						.map((known) => rank(trustLevelOf(known)));
					// The copies of a repeated paragraph take translations in turn, so the worst
					// one may be shown.
					if (best.length > 0)
						expect(rank(shownTrustLevel(shown))).toBeLessThanOrEqual(Math.max(...best));
				}
			})
		);
	});

	it('a machine never comes before a person', () => {
		fc.assert(
			fc.property(blocks, sources, units(fc.constant('machine')), (text, all, machine) => {
				const without = resolve(text, { ...all, device: [] }, en);
				const given = resolve(text, { ...all, device: machine }, en);
				const people = (rows: readonly Row[]) =>
					rows.filter(({ shown }) => ['human', 'reviewed', 'ai'].includes(shownTrustLevel(shown)));
				const reviewedMachine = machine.some(({ review }) => review) || all.reviews.length > 0;
				if (!reviewedMachine) expect(people(given)).toEqual(people(without));
			})
		);
	});

	it('own words are either shown or left over, never both', () => {
		fc.assert(
			fc.property(blocks, sources, (text, all) => {
				const left = leftovers(text, all, en).words;
				const kept = resolve(text, all, en).flatMap(({ shown }) =>
					shown.kind === 'translated' && shown.own ? shown.text : []
				);
				for (const words of all.words)
					expect(kept.includes(words.text.join())).toBe(!left.includes(words));
			})
		);
	});

	it('a translation of every paragraph leaves none missing, stale or left over', () => {
		fc.assert(
			fc.property(blocks, (text) => {
				const made = text.map(({ fingerprint, text }) => ({
					...unit('x'),
					source: [fingerprint],
					text: [text.toUpperCase()]
				}));
				const rows = resolve(text, stored(...made), en);
				expect(rows.map(({ shown }) => shown)).toEqual(
					text.map(({ text }) =>
						expect.objectContaining({
							kind: 'translated',
							stale: false,
							text: [text.toUpperCase()]
						})
					)
				);
				expect(leftovers(text, stored(...made), en)).toEqual({ units: [], words: [] });
			})
		);
	});

	it('a novel with a changed chapter is resolved in linear time, and only the chapter is stale', () => {
		const novel = (size: number) => {
			const texts = Array.from({ length: size }, (_, index) => long(`p${index}`));
			const made = texts.map((text) => ({
				...unit('x'),
				source: [fingerprint(text)],
				text: [text]
			}));
			const isChanged = (index: number) => index >= size / 4 && index < size / 4 + 20;
			const changed = texts.map((text, index) =>
				block({ kind: 'paragraph' }, isChanged(index) ? `${text} ny` : text)
			);
			return { changed, translations: stored(...made) };
		};
		expectLinear(
			novel,
			({ changed, translations }) => {
				const rows = resolve(changed, translations, en);
				expect(rows.filter(({ shown }) => shown.kind === 'translated' && shown.stale)).toHaveLength(
					20
				);
			},
			100
		);
	});
});
