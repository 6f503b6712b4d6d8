import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../text/fingerprint';
import { formatTranslation } from './format';
import { parseTranslation } from './schema';
import type { Contributor, Translation, Unit } from './unit';

const anna: Contributor = { origin: 'human', name: 'Anna Ek', date: '2026-11-21' };
const adam: Contributor = { origin: 'human', name: 'Adam Ek', date: '2026-11-22' };
const draft: Contributor = { origin: 'ai', name: 'A model', date: '2026-11-20' };

const line = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
	.map((text) => text.replace(/[\s\p{Cs}]+/gu, ' ').trim())
	.filter((text) => text !== '');

const unit: fc.Arbitrary<Unit> = fc
	.record({
		shape: fc.oneof(
			fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 6 }) }),
			fc.record({ kind: fc.constant('footnote' as const), marker: line }),
			fc.record({ kind: fc.constant('caption' as const), credit: line }),
			fc.record({ kind: fc.constantFrom('paragraph' as const, 'caption' as const) })
		),
		source: fc.array(line.map(fingerprint), { minLength: 1, maxLength: 3 }),
		text: fc.array(line, { minLength: 1, maxLength: 3 }),
		by: fc.constantFrom(anna, adam, draft, { ...draft }, { ...draft, revised: '2026-11-28' }),
		review: fc.constantFrom(null, { by: 'Cia Lind', date: '2026-11-23' }),
		more: fc.constantFrom({}, { spans: [[[0], [0, 1]]] as const }, { note: 'A pun: "so".' })
	})
	.map(({ shape, more, ...rest }) => ({ ...shape, ...rest, ...more }));

const translation: fc.Arbitrary<Translation> = fc.record({
	article: fc.constant('a-greeting'),
	original: fc.constantFrom(
		{ lang: 'sv' },
		{ rights: 'CC BY 4.0', authors: ['Bo', 'Åsa'], title: 'En hälsning', lang: 'sv' }
	),
	translated: fc.constantFrom(
		{ lang: 'en', title: 'A greeting' },
		{ lang: 'en', title: 'A greeting', publication: 'The Daily' }
	),
	units: fc.array(unit, { maxLength: 5 })
});

describe('the written form', () => {
	it('is read back as the same translation, and written the same again', () => {
		fc.assert(
			fc.property(translation, (made) => {
				const written = formatTranslation(made);
				const parsed = parseTranslation(JSON.parse(written));
				expect(parsed).toEqual({ ok: true, value: made });
				if (parsed.ok) expect(formatTranslation(parsed.value)).toBe(written);
			})
		);
	});

	it('gives a unit a few lines, so that a diff shows what a translator changed', () => {
		const written = formatTranslation({
			article: 'a-greeting',
			original: { lang: 'sv', title: 'En hälsning', authors: ['Bo Ek', 'Åsa Ek'] },
			translated: { lang: 'en', title: 'A greeting' },
			units: [
				{
					kind: 'paragraph',
					source: [fingerprint('Hej, du.')],
					text: ['Hello, {you}: there.', 'And so on.'],
					by: draft,
					review: null,
					spans: [[[0], [0, 1]]],
					note: 'A pun.'
				}
			]
		});
		expect(written).toBe(`{
	"$schema": "../article.schema.json",
	"version": 1,
	"article": "a-greeting",
	"lang": "en",
	"original": {
		"lang": "sv",
		"title": "En hälsning",
		"authors": ["Bo Ek", "Åsa Ek"]
	},
	"title": "A greeting",
	"contributors": {
		"ai": { "origin": "ai", "name": "A model", "date": "2026-11-20" }
	},
	"units": [
		{
			"kind": "paragraph", "source": ["${fingerprint('Hej, du.')}"],
			"text": [
				"Hello, {you}: there.",
				"And so on."
			],
			"by": "ai", "review": null,
			"spans": [[[0],[0,1]]],
			"note": "A pun."
		}
	]
}
`);
	});

	it('numbers contributors of one origin from the oldest, whatever their order in the text', () => {
		const words = { kind: 'paragraph', text: ['Hello.'], review: null } as const;
		const written = formatTranslation({
			article: 'a-greeting',
			original: { lang: 'sv' },
			translated: { lang: 'en', title: 'A greeting' },
			units: [
				{ ...words, source: [fingerprint('Hej.')], by: adam },
				{ ...words, source: [fingerprint('Tjena.')], by: anna }
			]
		});
		expect(JSON.parse(written)).toMatchObject({
			contributors: { human: anna, 'human-2': adam },
			units: [{ by: 'human-2' }, { by: 'human' }]
		});
	});
});
