import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { describeFailure, parseTranslation } from './schema';

const jsonSchema: object = JSON.parse(readFileSync('translations/article.schema.json', 'utf8'));
const ajv = new Ajv({ strict: false }).compile(jsonSchema);

const unit = {
	kind: 'paragraph',
	source: ['0123456789abcdef'],
	text: ['Hello there.'],
	by: 'anna',
	review: null
};
const file = {
	$schema: '../article.schema.json',
	version: 1,
	article: 'a-greeting',
	lang: 'en',
	original: { lang: 'sv', title: 'En hälsning', authors: ['Bo Ek'], issued: '2022-01/2022-02' },
	title: 'A greeting',
	contributors: { anna: { origin: 'human', name: 'Anna Ek', date: '2026-11-21' } },
	units: [unit]
};
const withUnit = (change: object) => ({ ...file, units: [{ ...unit, ...change }] });
const withContributor = (change: object) => ({
	...file,
	contributors: { anna: { ...file.contributors.anna, ...change } }
});
const without = (value: object, key: string) =>
	Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));

const sound: Record<string, unknown> = {
	'the plain file': file,
	'no $schema': without(file, '$schema'),
	'no units': { ...file, units: [] },
	'a heading with its level': withUnit({ kind: 'heading', level: 2 }),
	'a caption without a credit': withUnit({ kind: 'caption' }),
	'a caption with a credit': withUnit({ kind: 'caption', credit: 'Photo: Bo Ek' }),
	'a footnote with its marker': withUnit({ kind: 'footnote', marker: '5' }),
	'spans, a review and a note': withUnit({
		spans: [
			[[0], [0, 1]],
			[[1], []]
		],
		review: { by: 'Cia Lind', date: '2026-11-22' },
		note: 'A pun in Swedish.'
	}),
	'a machine that says what ran': withContributor({ origin: 'machine', model: 'm', revision: 'r' })
};

/** Each fault with the path that the message must name. */
const broken: Record<string, [fault: unknown, path: string]> = {
	'a word': ['file', ''],
	nothing: [null, ''],
	'an array': [[], 'version'],
	'version 0': [{ ...file, version: 0 }, 'version'],
	'a version in words': [{ ...file, version: 'one' }, 'version'],
	'no version': [without(file, 'version'), 'version'],
	'a key nobody knows': [{ ...file, tittle: 'A greeting' }, 'tittle'],
	'an id with capitals': [{ ...file, article: 'A greeting' }, 'article'],
	'a language in words': [{ ...file, lang: 'English' }, 'lang'],
	'no title': [without(file, 'title'), 'title'],
	'an empty title': [{ ...file, title: '' }, 'title'],
	'no original': [without(file, 'original'), 'original'],
	'no authors, listed': [{ ...file, original: { lang: 'sv', authors: [] } }, 'original.authors'],
	'a date in words': [{ ...file, original: { lang: 'sv', issued: 'January' } }, 'original.issued'],
	'an address that runs': [
		{ ...file, original: { lang: 'sv', address: 'javascript:alert(1)' } },
		'original.address'
	],
	'an origin of its own': [withContributor({ origin: 'robot' }), 'contributors.anna.origin'],
	'a contributor without a name': [withContributor({ name: '' }), 'contributors.anna.name'],
	'a contributor with a mood': [withContributor({ mood: 'good' }), 'contributors.anna.mood'],
	'units as an object': [{ ...file, units: {} }, 'units'],
	'a kind of its own': [withUnit({ kind: 'aside' }), 'units.0.kind'],
	'no kind': [{ ...file, units: [without(unit, 'kind')] }, 'units.0.kind'],
	'a heading without a level': [withUnit({ kind: 'heading' }), 'units.0.level'],
	'a heading of level 7': [withUnit({ kind: 'heading', level: 7 }), 'units.0.level'],
	'a paragraph with a level': [withUnit({ level: 2 }), 'units.0.level'],
	'a footnote without a marker': [withUnit({ kind: 'footnote' }), 'units.0.marker'],
	'a quote with a credit': [withUnit({ kind: 'quote', credit: 'Bo' }), 'units.0.credit'],
	'no source': [withUnit({ source: [] }), 'units.0.source'],
	'a source in words': [withUnit({ source: ['Den 2 januari'] }), 'units.0.source.0'],
	'no text': [withUnit({ text: [] }), 'units.0.text'],
	'an empty paragraph': [withUnit({ text: ['Hello.', ''] }), 'units.0.text.1'],
	'a padded paragraph': [withUnit({ text: [' Hello.'] }), 'units.0.text.0'],
	'two lines in a paragraph': [withUnit({ text: ['Hello\nthere.'] }), 'units.0.text.0'],
	'text that is a string': [withUnit({ text: 'Hello.' }), 'units.0.text'],
	'no review, not even null': [{ ...file, units: [without(unit, 'review')] }, 'units.0.review'],
	'a review by nobody': [withUnit({ review: { by: '', date: '2026-11-22' } }), 'units.0.review.by'],
	'a review without a date': [withUnit({ review: { by: 'Cia' } }), 'units.0.review.date'],
	'a span of one side': [withUnit({ spans: [[[0]]] }), 'units.0.spans.0.1'],
	'a span of three sides': [withUnit({ spans: [[[0], [0], [0]]] }), 'units.0.spans.0.2'],
	'a sentence below the first': [withUnit({ spans: [[[-1], [0]]] }), 'units.0.spans.0.0.0'],
	'half a sentence': [withUnit({ spans: [[[0], [0.5]]] }), 'units.0.spans.0.1.0'],
	'an empty note': [withUnit({ note: '' }), 'units.0.note']
};

describe('a valid file', () => {
	it.each(Object.entries(sound))('is accepted by both schemas: %s', (_, json) => {
		expect(ajv(json), JSON.stringify(ajv.errors)).toBe(true);
		expect(parseTranslation(json)).toMatchObject({ ok: true });
	});

	it('becomes a translation whose units hold their contributors', () => {
		const parsed = parseTranslation(file);
		expect(parsed.ok && parsed.value).toEqual({
			article: 'a-greeting',
			original: file.original,
			translated: { lang: 'en', title: 'A greeting' },
			units: [{ ...unit, by: file.contributors.anna }]
		});
	});
});

describe('an invalid file', () => {
	it.each(Object.entries(broken))('is refused by both schemas: %s', (_, [json, path]) => {
		expect(ajv(json)).toBe(false);
		expect(parseTranslation(json)).toMatchObject({ ok: false, failure: { kind: 'invalid', path } });
	});

	it.each<[string, unknown, string]>([
		['a contributor that is not there', withUnit({ by: 'bo' }), 'units.0.by'],
		['a contributor named by a trick', withUnit({ by: 'toString' }), 'units.0.by'],
		['a sentence left out', withUnit({ spans: [[[1], [0]]] }), 'units.0.spans'],
		[
			'sentences out of order',
			withUnit({
				spans: [
					[[0], [1]],
					[[1], [0]]
				]
			}),
			'units.0.spans'
		],
		['a span of nothing', withUnit({ spans: [[[], []]] }), 'units.0.spans']
	])('is refused though JSON Schema cannot express the rule: %s', (_, json, path) => {
		expect(ajv(json)).toBe(true);
		expect(parseTranslation(json)).toMatchObject({ ok: false, failure: { kind: 'invalid', path } });
	});
});

describe('a file of a newer form', () => {
	it('fails with a kind of its own, whatever else it holds', () => {
		expect(parseTranslation({ version: 2, stanzas: [] })).toEqual({
			ok: false,
			failure: { kind: 'newer', version: 2 }
		});
		expect(describeFailure({ kind: 'newer', version: 2 })).toContain('newer version');
	});
});
