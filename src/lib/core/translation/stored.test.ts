import { describe, expect, it } from 'vitest';
import type { Article } from '../text/article';
import { block } from '../text/block';
import { parseEntry } from './fingerprintFiles';
import { identify } from './identify';
import {
	knownArticles,
	parseStoredArticle,
	storedEntry,
	storedFile,
	type StoredArticle
} from './stored';

const paragraph = block({ kind: 'paragraph' }, Array(40).fill('ord').join(' '));
const caption = block({ kind: 'caption', credit: 'Foto: Bo' }, 'Havet.');
const original: Article = { lang: 'sv', title: 'En promenad', blocks: [paragraph, caption] };
const by = { origin: 'ai', name: 'A model', date: '2026-11-21' } as const;
const stored: StoredArticle = {
	id: 'a-walk',
	metadata: { lang: 'sv', title: 'En promenad' },
	original,
	translations: [
		{
			article: 'a-walk',
			original: { lang: 'sv', title: 'En promenad' },
			translated: { lang: 'en', title: 'A walk', publication: 'The Daily' },
			units: [
				{
					kind: 'paragraph',
					source: [paragraph.fingerprint],
					text: ['Words, words, words.'],
					by,
					review: null
				}
			]
		}
	]
};
/** Returns the value as a page receives it. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Returns an entry as a page reads it from its file. */
const read = (one: StoredArticle) => parseEntry(sent({ stamp: 'a1', entry: storedEntry(one) }));

describe('an entry', () => {
	it('lists an article with its lengths and its coverage', () => {
		expect(storedEntry(stored)).toMatchObject({
			id: 'a-walk',
			bundled: true,
			paragraphs: 2,
			words: 41,
			translated: [
				{ lang: 'en', title: 'A walk', coverage: { ai: 1, none: 1, human: 0, total: 2 } }
			]
		});
	});

	it('names the work that an article is a reading of', () => {
		const reads = { title: 'Havet', authors: ['Bo Ek'], issued: '2014-10' };
		const found = read({ ...stored, original: { ...original, reads } });
		expect(found).toMatchObject({ ok: true, value: { entry: { reads } } });
		expect(storedEntry(stored)).not.toHaveProperty('reads');
	});

	it('says where no person wrote the original', () => {
		const written = { by: 'ai', from: 5 } as const;
		const found = read({ ...stored, original: { ...original, written } });
		expect(found).toMatchObject({ ok: true, value: { entry: { written } } });
		expect(storedEntry(stored)).not.toHaveProperty('written');
	});

	it('measures the translation if the original is missing', () => {
		expect(storedEntry({ ...stored, original: null })).toMatchObject({
			bundled: false,
			paragraphs: 1,
			words: 3,
			translated: [{ coverage: { ai: 1, none: 0, total: 1 } }]
		});
	});

	it('survives the transfer, and recognises texts', () => {
		const parsed = read(stored);
		expect(parsed).toEqual({ ok: true, value: { stamp: 'a1', entry: storedEntry(stored) } });
		const index = parsed.ok ? knownArticles([parsed.value.entry]) : [];
		expect(identify(original.blocks, index).recognition?.article).toBe('a-walk');
	});

	it('is refused with the path to its fault', () => {
		const broken = sent({ stamp: 'a1', entry: { ...storedEntry(stored), words: 'many' } });
		expect(parseEntry(broken)).toMatchObject({ ok: false, failure: { path: 'entry.words' } });
	});
});

describe('a stored article', () => {
	it('survives the transfer, with and without its original', () => {
		const reading = { ...stored, original: { ...original, reads: { title: 'Havet' } } };
		for (const one of [stored, reading, { ...stored, original: null }])
			expect(parseStoredArticle(sent(storedFile(one)))).toEqual({ ok: true, value: one });
	});

	it.each<[string, (file: string) => string, string]>([
		[
			'a text that is not what its fingerprint says',
			(file) => file.replace('Havet.', 'Sjön.'),
			'original.blocks.1'
		],
		[
			'a unit without text',
			(file) => file.replace('"text":["Words, words, words."]', '"text":[]'),
			'translations.0.units.0.text'
		]
	])('%s is refused with the path to its fault', (_, change, path) => {
		const broken: unknown = JSON.parse(change(JSON.stringify(storedFile(stored))));
		expect(parseStoredArticle(broken)).toMatchObject({ ok: false, failure: { path } });
	});
});
