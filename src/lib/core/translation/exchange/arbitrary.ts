/** Random translations for the laws of exchange, with any text, notes and names. */
import fc from 'fast-check';
import type { BlockShape } from '../../text/article';
import { fingerprint } from '../../text/fingerprint';
import { sentences } from '../../text/sentence';
import { plain } from '../../text/inline';
import { lineBreak } from '../../text/lineBreaks';
import type { Contributor, Translation, Unit } from '../unit';
import { withoutIllegalCharacters, joinLines } from './normal';

export const contributors: readonly Contributor[] = [
	{ origin: 'human', name: 'Anna Ek & son', date: '2026-11-21' },
	{ origin: 'human', name: 'Bo "Bosse" Å', date: '2026-11-22' },
	{ origin: 'ai', name: 'A model', date: '2026-11-20' },
	{ origin: 'ai', name: 'A model', date: '2026-11-20', revised: '2026-11-28' },
	{ ...{ origin: 'machine', name: 'opus <mt>', date: '2026-11-20' }, model: 'm', revision: 'r1' }
];

/** Marks, text that looks like marks, and characters with a meaning in XML. */
const piece = fc.oneof(
	fc.constantFrom(
		'*',
		'**',
		'_',
		'[^1]',
		'[a](https://a.se/?b=1&c=2)',
		'<https://b.se>',
		'\\*',
		' '
	),
	fc.constantFrom(
		'<b>',
		'&amp;',
		']]>',
		'¶',
		'\u00a0',
		'\t',
		'Hej. ',
		'Och du? ',
		'”',
		'  ',
		'\u0085'
	),
	fc.string({ unit: 'grapheme', maxLength: 12 })
);

export const line = fc
	.array(piece, { minLength: 1, maxLength: 8 })
	.map((parts) => joinLines(withoutIllegalCharacters(parts.join(''))))
	.filter((text) => text !== '' && plain(text).trim() !== '');

/** A paragraph, now and then of several lines. */
export const paragraph = fc
	.array(line, { minLength: 1, maxLength: 3 })
	.chain((lines) => fc.constantFrom(lines.slice(0, 1), lines))
	.map((lines) => lines.join(lineBreak));

const shape: fc.Arbitrary<BlockShape> = fc.oneof(
	fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 6 }) }),
	fc.record({ kind: fc.constant('footnote' as const), marker: fc.constantFrom('1', '*') }),
	fc.record({ kind: fc.constant('caption' as const), credit: line }),
	fc.record({ kind: fc.constantFrom('paragraph' as const, 'caption' as const, 'quote' as const) })
);

const review = fc.constantFrom(null, null, { by: 'Cia Lind', date: '2026-11-23' });

const correction = fc.constantFrom(
	undefined,
	{ by: 'Dan', date: '2026-11-24', kept: 0.29 },
	{ by: 'Dan', date: '2026-11-24' }
);

interface Sample {
	readonly unit: Unit;
	readonly originals: readonly string[];
}

const sample: fc.Arbitrary<Sample> = fc
	.record({
		shape,
		originals: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
		text: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
		by: fc.constantFrom(...contributors),
		correction,
		review,
		note: fc.option(line, { nil: undefined }),
		linked: fc.boolean()
	})
	.map(({ shape, originals, text, by, correction, review, note, linked }) => {
		const source = originals.map(fingerprint);
		const spans = linked ? { spans: pairedOff(originals, text) } : {};
		const told = note === undefined ? {} : { note };
		const corrected = correction && by.origin !== 'human' ? { correction } : {};
		const credit = { by, ...corrected, review };
		return { originals, unit: { ...shape, source, text, ...credit, ...spans, ...told } };
	});

/** Links one sentence to one, and the rest to the last. */
function pairedOff(source: readonly string[], target: readonly string[]) {
	const [left, right] = [count(source, 'sv'), count(target, 'en')];
	const length = Math.max(1, Math.min(left, right));
	const rest = (from: number, to: number) =>
		Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
	return Array.from({ length }, (_, at) => {
		const last = at === length - 1;
		return [rest(at, last ? left : at + 1), rest(at, last ? right : at + 1)] as const;
	});
}

const count = (texts: readonly string[], lang: string): number =>
	texts.flatMap((text) => sentences(plain(text), lang)).length;

/** Random translations, with the originals of some of their units. */
export const exported: fc.Arbitrary<{
	readonly translation: Translation;
	readonly originals: ReadonlyMap<Unit['source'][number], string>;
}> = fc
	.record({
		samples: fc.array(sample, { minLength: 1, maxLength: 4 }),
		held: fc.boolean(),
		title: line
	})
	.map(({ samples, held, title }) => ({
		translation: {
			article: 'a-walk',
			original: { lang: 'sv', title: 'En promenad' },
			translated: { lang: 'en', title },
			units: samples.map(({ unit }) => unit)
		},
		originals: new Map(
			held
				? samples.flatMap(({ originals }) =>
						originals.map((text) => [fingerprint(text), text] as const)
					)
				: []
		)
	}));
