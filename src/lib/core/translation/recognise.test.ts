import { describe, expect, it } from 'vitest';
import type { Block } from '../text/article';
import { block } from '../text/block';
import { identify } from './identify';
import { knownArticle, recognise, type KnownArticle } from './recognise';
import type { Translation } from './unit';

const heading = (text: string) => block({ kind: 'heading', level: 2 }, text);
const paragraph = (text: string) => block({ kind: 'paragraph' }, text);

/** Returns sentence `n` of an invented article: ten words that no other article has. */
const sentence = (article: string, n: number) =>
	`${article.toUpperCase()} ${Array.from({ length: 8 }, (_, at) => `${article}${n}x${at}`).join(' ')} slut.`;
const body = (article: string, n: number) =>
	paragraph([0, 1, 2].map((part) => sentence(article, n * 3 + part)).join(' '));
const bodies = (article: string, count: number) =>
	Array.from({ length: count }, (_, n) => body(article, n));

const stored = (article: string, blocks: readonly Block[]): Translation => ({
	article,
	original: { lang: 'sv' },
	translated: { lang: 'en', title: article },
	units: blocks.map(({ text, fingerprint, ...shape }) => ({
		...shape,
		source: [fingerprint],
		text: [text],
		by: { origin: 'ai', name: 'A', date: '2026-11-21' },
		review: null
	}))
});
const known = (article: string, blocks: readonly Block[]): KnownArticle =>
	knownArticle(article, [stored(article, blocks)], null);

const one = [heading('Bakgrund'), ...bodies('ett', 10)];
const two = [heading('Bakgrund'), ...bodies('två', 10)];
const index = [known('one', one), known('two', two)];
const article = (blocks: readonly Block[]) => recognise(blocks, index)?.article ?? null;

describe('recognise', () => {
	it('recognises a text by its paragraphs, and lists the unknown ones', () => {
		const changed = paragraph('Något annat.');
		expect(recognise([...one.slice(0, 10), changed], index)).toMatchObject({
			article: 'one',
			paragraphs: 11,
			known: 10,
			unknown: [changed.fingerprint]
		});
	});

	it.each<[string, readonly Block[], string | null]>([
		['the whole', one, 'one'],
		['the whole, in another order', one.toReversed(), 'one'],
		['a half of it', one.slice(0, 6), 'one'],
		['a third of it', one.slice(0, 5), 'one'],
		['half of it changed', [...one.slice(0, 6), ...bodies('ny', 5)], 'one'],
		['as much again around it', [...bodies('ny', 5), ...one, ...bodies('mer', 5)], 'one'],
		['most of one and a little of another', [...two.slice(0, 3), ...one], 'one'],
		['a heading and nothing else', [heading('Bakgrund')], null],
		['a heading shared by a short text', [heading('Bakgrund'), ...bodies('ny', 2)], null],
		['a text that quotes one paragraph', [...bodies('ny', 8), body('ett', 3)], null],
		['an anthology with it among many', [...one, ...bodies('ny', 100)], null],
		['one paragraph of it alone', [body('ett', 3)], null],
		['nothing', [], null]
	])('%s', (_, blocks, expected) => {
		expect(article(blocks)).toBe(expected);
	});

	it('recognises a text below the weight limit when it is the whole article', () => {
		const poem = [paragraph('Fem ord är en dikt.')];
		expect(recognise(poem, [known('poem', poem)])?.article).toBe('poem');
		expect(recognise([...poem, paragraph('Och mer.')], [known('poem', poem)])).toBeNull();
	});
});

describe('identify', () => {
	it('recognises a text that lost every paragraph break, and mends it', () => {
		const glued = [paragraph(one.map(({ text }) => text).join(' '))];
		const { blocks, recognition } = identify(glued, index);
		expect(recognition).toMatchObject({ article: 'one', known: 11, unknown: [] });
		expect(blocks.map(({ block }) => block)).toEqual(one);
	});

	it('leaves an unknown text as it is', () => {
		const other = bodies('ny', 3);
		expect(identify(other, index)).toEqual({
			blocks: other.map((block, at) => ({ block, from: [at] })),
			recognition: null
		});
	});
});
