import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../text/article';
import { block } from '../text/block';
import { countWords } from '../text/words';
import { identify } from './identify';
import { candidatesIn, identifyInLibrary, maxFiles } from './identifyInLibrary';
import { maxCandidates } from './libraryFiles';
import { libraryOf } from './libraryFiles.fixture';
import { recognise, type KnownArticle } from './recognise';
import { knownArticles } from './stored';

const paragraph = (text: string) => block({ kind: 'paragraph' }, text);
/** Returns a paragraph of an invented article: sentences of ten words that no other has. */
const body = (article: string, n: number, sentences = 3) =>
	paragraph(
		Array.from(
			{ length: sentences },
			(_, s) =>
				`${article.toUpperCase()} ${Array.from({ length: 8 }, (_, at) => `${article}${n}x${s}x${at}`).join(' ')} slut.`
		).join(' ')
	);
const bodies = (article: string, count: number, sentences = 3) =>
	Array.from({ length: count }, (_, n) => body(article, n, sentences));
const known = (article: string, blocks: readonly Block[]): KnownArticle => ({
	article,
	paragraphs: [...new Map(blocks.map((one) => [one.fingerprint, one])).values()].map((one) => ({
		fingerprint: one.fingerprint,
		shape: { kind: 'paragraph' },
		words: countWords(one.text)
	}))
});

/** A library of 200 articles of 20 paragraphs. */
const articles = Array.from({ length: 200 }, (_, nth) => bodies(`text${nth}`, 20));
const index = articles.map((blocks, nth) => known(`text${nth}`, blocks));
const article = (nth: number): readonly Block[] => articles[nth] ?? [];
const glued = (blocks: readonly Block[]) => paragraph(blocks.map(({ text }) => text).join(' '));
/** Cuts paragraphs into lines of so many words. */
const lines = (blocks: readonly Block[], length: number) =>
	blocks.flatMap(({ text }) => {
		const words = text.split(' ');
		return Array.from({ length: Math.ceil(words.length / length) }, (_, at) =>
			paragraph(words.slice(at * length, (at + 1) * length).join(' '))
		);
	});

const whole = libraryOf(index);
async function found(blocks: readonly Block[], { library, asked } = whole) {
	const before = asked.length;
	const answer = await identifyInLibrary(blocks, library);
	return { ...answer, asked: asked.slice(before) };
}

describe('identifyInLibrary', () => {
	it('finds what all fingerprints find, for any library and any text of a few paragraphs', async () => {
		const words = fc.array(fc.constantFrom('ett', 'två', 'tre', 'fyra', 'fem', 'sex'), {
			minLength: 1,
			maxLength: 40
		});
		const text = fc.array(
			words.map((all) => paragraph(`${all.join(' ')}.`)),
			{ maxLength: 16 }
		);
		await fc.assert(
			fc.asyncProperty(
				fc.array(text, { minLength: 1, maxLength: 12 }),
				text,
				fc.nat(11),
				fc.array(fc.nat(15), { maxLength: 8 }),
				async (stored, own, nth, places) => {
					const made = stored.map((blocks, at) => known(`a${at}`, blocks));
					const library = [...made, ...index.slice(0, 40)];
					const one = stored[nth % stored.length] ?? [];
					const taken = places.flatMap((at) => one[at % one.length] ?? []);
					const imported = [...own.slice(0, 16 - taken.length), ...taken];
					const files = libraryOf(library).library;
					const { entries, isWhole } = await candidatesIn(imported, files);
					expect(isWhole).toBe(true);
					const all = recognise(imported, library);
					const some = recognise(imported, knownArticles(entries));
					expect(some?.resemblance).toBe(all?.resemblance);
				}
			)
		);
	});

	it('recognises a long text from a sample of it, as all fingerprints do', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.nat(199),
				fc.integer({ min: 8, max: 20 }),
				fc.integer({ min: 0, max: 40 }),
				fc.nat(1000),
				async (nth, part, more, seed) => {
					const around = bodies(`eget${seed}`, more, 1 + (seed % 4));
					const text = [...around.slice(0, more / 2), ...article(nth).slice(0, part)].concat(
						around.slice(more / 2)
					);
					const { recognition, asked } = await found(text);
					expect(recognition).toEqual(recognise(text, index));
					expect(asked.length).toBeLessThanOrEqual(maxFiles + 2 * maxCandidates);
				}
			),
			{ numRuns: 15, seed: 1 }
		);
	});

	it.each<[string, readonly Block[]]>([
		['all paragraphs joined', [glued(article(7))]],
		[
			'every two joined',
			Array.from({ length: 10 }, (_, n) => glued(article(7).slice(2 * n, 2 * n + 2)))
		],
		['cut into lines', lines(article(7), 8)],
		['half of it joined, after as much else', [...bodies('eget', 12), glued(article(7).slice(8))]]
	])('mends a text: %s', async (_, blocks) => {
		const { recognition, blocks: mended } = await found(blocks);
		expect(recognition).toEqual(identify(blocks, index).recognition);
		expect(recognition?.article).toBe('text7');
		expect(mended).toEqual(identify(blocks, index).blocks);
	});

	it('asks no more of a novel than of a page', async () => {
		const { recognition, asked, candidates } = await found(bodies('roman', 5000));
		expect(recognition).toBeNull();
		expect(candidates).toEqual({ entries: [], isWhole: true });
		expect(asked).toHaveLength(maxFiles);
	});

	it('reads no article that shares a heading only, where others share more', async () => {
		const heading = paragraph('Bakgrund och syfte');
		const shared = articles.map((blocks, nth) => known(`text${nth}`, [heading, ...blocks]));
		const { recognition, asked } = await found([heading, ...article(190)], libraryOf(shared));
		expect(recognition?.article).toBe('text190');
		expect(asked.filter((path) => path.startsWith('article/')).length).toBeLessThanOrEqual(3);
	});

	it('says where a file did not come, and still uses the others', async () => {
		const without = (gone: RegExp) => libraryOf(index, (path) => gone.test(path));
		const lost = await found(article(7), without(/^\d*[02468]$/));
		expect([lost.recognition?.article, lost.candidates.isWhole]).toEqual(['text7', false]);
		const none = await found(article(7), without(/^article/));
		expect([none.recognition, none.candidates.isWhole]).toEqual([null, false]);
		expect(none.blocks.map((one) => one.block)).toEqual(article(7));
	});
});
