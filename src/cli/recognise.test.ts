import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importText } from '../lib/core/import/import';
import type { Article, Block } from '../lib/core/text/article';
import { block } from '../lib/core/text/block';
import type { StoredArticle } from '../lib/core/translation/stored';
import { content } from './content';
import { recognised, recogniseCommand } from './recognise';

/** Returns paragraph `n` of an invented article: twenty words that no other paragraph has. */
const paragraph = (n: number): Block =>
	block(
		{ kind: 'paragraph' },
		`${Array.from({ length: 20 }, (_, at) => `P${n}x${at}`).join(' ')}.`
	);
const standfirst = block({ kind: 'standfirst' }, 'Kort sagt var det så.');
const blocks = [standfirst, ...[1, 2, 3, 4, 5].map(paragraph)];

const stored: StoredArticle = {
	id: 'five',
	metadata: { lang: 'sv' },
	original: null,
	translations: [
		{
			article: 'five',
			original: { lang: 'sv' },
			translated: { lang: 'en', title: 'Five' },
			units: blocks.map(({ fingerprint, text, kind }) => ({
				kind: kind === 'standfirst' ? kind : 'paragraph',
				source: [fingerprint],
				text: [text],
				by: { origin: 'ai', name: 'A', date: '2026-11-21' },
				review: null
			}))
		}
	]
};
const article = (...changed: readonly Block[]): { article: Article } => ({
	article: { lang: 'sv', blocks: changed }
});
const report = (...changed: readonly Block[]) => recognised(article(...changed), [stored]);

describe('recognised', () => {
	it('counts the blocks that import prints: all but the standfirst', () => {
		expect(report(...blocks)).toEqual({
			article: 'five',
			paragraphs: 5,
			covered: 5,
			changed: 0,
			missing: []
		});
	});

	it('tells changed paragraphs from missing ones', () => {
		const changed = block({ kind: 'paragraph' }, `${paragraph(2).text} Ett ord till.`);
		const added = block({ kind: 'heading', level: 2 }, 'Tillägg');
		const [lead = standfirst, one = standfirst, , ...rest] = blocks;
		expect(report(lead, one, changed, ...rest, added)).toEqual({
			article: 'five',
			paragraphs: 6,
			covered: 4,
			changed: 1,
			missing: [added.fingerprint]
		});
	});

	it('counts joined and split paragraphs as they were imported', () => {
		const joined = block({ kind: 'paragraph' }, `${paragraph(1).text} ${paragraph(2).text}`);
		const words = paragraph(3).text.split(' ');
		const broken = [words.slice(0, 7), words.slice(7)].map((part) =>
			block({ kind: 'paragraph' }, part.join(' '))
		);
		expect(report(joined, ...broken, paragraph(4), paragraph(5))).toMatchObject({
			paragraphs: 5,
			covered: 5,
			missing: []
		});
	});

	it('recognises nothing in another text', () => {
		const other = [7, 8, 9].map(paragraph);
		expect(report(...other)).toEqual({
			article: null,
			paragraphs: 3,
			covered: 0,
			changed: 0,
			missing: other.map(({ fingerprint }) => fingerprint)
		});
	});
});

it('fails with a message if the file is missing', async () => {
	const result = await recogniseCommand.run(['/no/such/file', '--json']);
	expect(result).toMatchObject({ ok: false, failure: expect.stringContaining('/no/such/file') });
});

const file = new URL('../../../shared/articles/ryskledda-insatsen.sv.txt', import.meta.url);
if (!existsSync(file)) console.log('skipped: ../shared/articles is not here to be recognised');

describe.runIf(existsSync(file))('a copy of a stored article', () => {
	const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
	const whole = { article: 'ryskledda-insatsen', covered: 23, changed: 0, missing: [] };
	const of = (copy: string | Uint8Array) => {
		const bytes = typeof copy === 'string' ? new TextEncoder().encode(copy) : copy;
		const imported = importText(bytes);
		return imported.ok ? recognised(imported.value, content()) : imported.failure;
	};
	const wrapped = (columns: number) =>
		text.replace(new RegExp(`(?![^\\n]{1,${columns}}$)([^\\n]{1,${columns}}) `, 'gm'), '$1\n');
	const paragraphs = text.split('\n\n');
	/** Indexes in the file of the body paragraphs. */
	const long = paragraphs.flatMap((one, at) => (one.length > 400 ? [at] : []));
	const changing = (change: (one: string, at: number) => string | string[]) =>
		paragraphs.flatMap(change).join('\n\n');

	it.each<[string, () => string | Uint8Array]>([
		['without any change', () => text],
		['with Windows line ends', () => text.replaceAll('\n', '\r\n')],
		[
			'in windows-1252',
			() => Buffer.from(text.replaceAll('”', '"').replaceAll('–', '-'), 'latin1')
		],
		['re-wrapped at 72 columns', () => wrapped(72)],
		['with straight quotes', () => text.replaceAll('”', '"')]
	])('is recognised in full %s', (_, copy) => {
		expect(of(copy())).toEqual({ ...whole, paragraphs: 23 });
	});

	it('is recognised with three paragraphs changed', () => {
		const copy = changing((one, at) =>
			long.slice(1, 4).includes(at) ? one.replace(/\p{L}+/u, 'Något') : one
		);
		expect(of(copy)).toMatchObject({ ...whole, covered: 20, changed: 3, paragraphs: 23 });
	});

	it('is recognised with two paragraphs removed', () => {
		const copy = changing((one, at) => (long.slice(2, 4).includes(at) ? [] : one));
		expect(of(copy)).toEqual({ ...whole, covered: 21, paragraphs: 21 });
	});

	it('is recognised with a paragraph added', () => {
		const added = 'Den här meningen har en läsare lagt till, och nästa likaså. Mer var det inte.';
		const copy = changing((one, at) => (at === long[5] ? [one, added] : one));
		expect(of(copy)).toMatchObject({ ...whole, paragraphs: 24, missing: [expect.any(String)] });
	});

	it('is recognised with two paragraphs joined', () => {
		const copy = text.replace(paragraphs.slice(long[1], (long[1] ?? 0) + 2).join('\n\n'), (two) =>
			two.replace('\n\n', ' ')
		);
		expect(of(copy)).toEqual({ ...whole, covered: 22, paragraphs: 22 });
	});
});
