import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notation } from '../align/bead';
import { block } from '../text/block';
import { ChapterCosts, sketchOf, type ChapterSketch } from './chapterCosts';
import { pairChapters } from './pairChapters';

const names = ['Anna', 'Bertil', 'Cecilia', 'David', 'Elsa', 'Filip', 'Greta', 'Henrik'];
const lengths = [900, 1400, 700, 2100, 1200, 1800, 600, 1500];

/** A chapter of a made-up book, about one person, with one name in a hundred words. */
function chapter(at: number, title = `Kapitel ${at + 1}`, share = 1): ChapterSketch {
	const words = Math.round((lengths[at % lengths.length] ?? 0) * share);
	const sentence = `och så kom ${names[at % names.length]} hem. ${'ord '.repeat(95)}`;
	const text = sentence.repeat(Math.round(words / 100));
	return sketchOf({ title, blocks: [block({ kind: 'paragraph' }, text)] });
}

const all = (titles: readonly (string | null)[], share = 1) =>
	titles.flatMap((title, at) => (title === null ? [] : [chapter(at, title, share)]));

const swedish = ['Kapitel 1', 'Kapitel 2', 'Kapitel 3', 'Kapitel 4', 'Kapitel 5', 'Kapitel 6'];
const english = ['I', 'II', 'III', 'IV', 'V', 'VI'];

describe('pairing', () => {
	test('puts the chapters of one work beside each other', () => {
		expect(notation(pairChapters(all(swedish), all(english, 1.15)))).toBe(
			'1-1 1-1 1-1 1-1 1-1 1-1'
		);
	});

	test('finds the chapter that lacks in one book', () => {
		const without = [...english.slice(0, 2), null, ...english.slice(3)];
		expect(notation(pairChapters(all(swedish), all(without)))).toBe('1-1 1-1 1-0 1-1 1-1 1-1');
		expect(notation(pairChapters(all(without), all(swedish)))).toBe('1-1 1-1 0-1 1-1 1-1 1-1');
	});

	test('leaves a preface alone, though all numbers after it are one off in their order', () => {
		const preface = sketchOf({
			title: 'Preface',
			blocks: [block({ kind: 'paragraph' }, 'word '.repeat(300))]
		});
		expect(notation(pairChapters(all(swedish), [preface, ...all(english)]))).toBe(
			'0-1 1-1 1-1 1-1 1-1 1-1 1-1'
		);
	});

	test('finds a chapter that is two in the other book, by lengths and names alone', () => {
		const untitled = swedish.map(() => '');
		const [first, second, ...rest] = all(untitled);
		if (!first || !second) throw new Error('no chapters');
		const both: ChapterSketch = {
			number: null,
			words: first.words + second.words,
			names: new Map([...first.names, ...second.names])
		};
		expect(notation(pairChapters([first, second, ...rest], [both, ...rest]))).toBe(
			'2-1 1-1 1-1 1-1 1-1'
		);
	});

	test('finds chapters that have changed places, and one that stands elsewhere', () => {
		const [one, two, three, four, five, six] = all(english.map(() => ''));
		if (!one || !two || !three || !four || !five || !six) throw new Error('no chapters');
		const plain = all(swedish.map(() => ''));
		const swapped = pairChapters(plain, [one, three, two, four, five, six]);
		expect(swapped.map(([, theirs]) => theirs)).toEqual([[0], [2], [1], [3], [4], [5]]);
		const last = pairChapters(plain, [one, three, four, five, six, two]);
		expect(last.map(([, theirs]) => theirs)).toEqual([[0], [5], [1], [2], [3], [4]]);
	});

	test('of a book and an empty one leaves every chapter alone', () => {
		expect(notation(pairChapters(all(swedish.slice(0, 2)), []))).toBe('1-0 1-0');
	});
});

describe('what speaks against a pair', () => {
	const doubt = (source: ChapterSketch, target: ChapterSketch) =>
		new ChapterCosts([source, ...all(swedish)], [target, ...all(english)]).doubt([[0], [0]]);
	const many = (title: string, people: readonly string[], times = 1) =>
		sketchOf({
			title,
			blocks: [
				block(
					{ kind: 'paragraph' },
					people.map((name) => `så kom ${name} hem.`.repeat(times)).join(' ')
				)
			]
		});

	test('is a length, a number, or other names; nothing for a chapter alone', () => {
		const few = ['Nils', 'Ola', 'Per', 'Rut', 'Siv'];
		expect(doubt(many('I', few), many('1', few))).toBeNull();
		expect(doubt(many('I', few), many('1', few, 9))).toBe('length');
		expect(doubt(many('I', few), many('2', few))).toBe('label');
		expect(doubt(many('I', few), many('1', ['Tor', 'Ulf', 'Vera', 'Ylva', 'Åke']))).toBe('names');
		const costs = new ChapterCosts(all(swedish), all(english));
		expect(costs.doubt([[0], []])).toBeNull();
	});
});

const anyBook = fc
	.array(fc.record({ at: fc.nat(7), title: fc.constantFrom('', 'I', 'Kapitel 2', 'Prolog') }), {
		maxLength: 7
	})
	.map((chapters) => chapters.map(({ at, title }) => chapter(at, title)));

test('law: the pairs cover every chapter once, the original’s in order', () => {
	fc.assert(
		fc.property(anyBook, anyBook, (source, target) => {
			const found = pairChapters(source, target);
			expect(found.flatMap(([ours]) => ours)).toEqual(source.map((_, at) => at));
			const theirs = found.flatMap(([, theirs]) => theirs);
			expect(theirs.toSorted((a, b) => a - b)).toEqual(target.map((_, at) => at));
		})
	);
});
