import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dear } from '../laws.fixture';
import { spansFault } from '../translation/spans';
import { align, aligning, type AlignText } from './align';
import { notation, type Bead } from './bead';
import { pairFault } from '../links/fault';
import type { Lexicon } from './wordLinks';
import { seedOf } from './seed';
import { anyText, pairOf, paragraphs } from './text.fixture';

const seed = await seedOf('sv', 'en');
const mirroredSeed = await seedOf('en', 'sv');

function aligned(source: AlignText, target: AlignText, seeded = true, lexicon: Lexicon = []) {
	const result = align(source, target, { seed: seeded ? seed : null, lexicon });
	if (!result.ok) throw new Error(JSON.stringify(result.failure));
	return result.value;
}
const count = ({ paragraphs }: AlignText): number => paragraphs.flat().length;
const linked = (beads: readonly Bead[]) => beads.filter(([a, b]) => a.length > 0 && b.length > 0);

describe('laws for any two texts:', () => {
	test('beads are monotone and cover both sides once; confidence is a probability', () => {
		fc.assert(
			fc.property(anyText, anyText, fc.boolean(), (source, target, seeded) => {
				const result = align(source, target, { seed: seeded ? seed : null });
				// Fails for an empty side, and for texts that have nothing in common.
				fc.pre(result.ok);
				if (!result.ok) return;
				const { sentences, confidence, paragraphs } = result.value;
				expect(spansFault(sentences, count(source), count(target))).toBeNull();
				expect(confidence).toHaveLength(sentences.length);
				expect(confidence.every((p) => p >= 0 && p <= 1)).toBe(true);
				for (const [side, text] of [source, target].entries())
					expect(paragraphs.flatMap((bead) => bead[side] ?? []).toSorted((a, b) => a - b)).toEqual(
						text.paragraphs.map((_, at) => at)
					);
			})
		);
	});

	test('a text aligned with itself is all 1-1', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				fc.pre(count(text) > 0);
				expect(linked(aligned(text, text).sentences)).toHaveLength(count(text));
			})
		);
	});

	test('a side without a sentence fails as empty', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const side = count(text) > 0 ? 'target' : 'both';
				const failure = { kind: 'empty', side };
				expect(align(text, { lang: 'en', paragraphs: [] }, { seed })).toEqual({
					ok: false,
					failure
				});
			})
		);
	});
});

describe('laws of a text and its translation:', () => {
	test('every sentence is linked to its translation', () => {
		fc.assert(
			fc.property(paragraphs(3, 30), (made) => {
				const { source, target } = pairOf(made);
				const { sentences, paragraphs } = aligned(source, target);
				expect(notation(sentences)).toBe(
					made
						.flat()
						.map(() => '1-1')
						.join(' ')
				);
				expect(notation(paragraphs)).toBe(made.map(() => '1-1').join(' '));
			}),
			dear()
		);
	});

	test('exchanging the sides exchanges the sides of the beads', () => {
		fc.assert(
			fc.property(paragraphs(3, 20), paragraphs(3, 20), fc.nat(19), (made, more, at) => {
				const { source } = pairOf(made);
				const { target } = pairOf([...made.slice(0, at), ...more, ...made.slice(at + 1)]);
				const there = align(source, target, { seed });
				const back = align(target, source, { seed: mirroredSeed });
				const mirrored = (beads: readonly Bead[]) => linked(beads).map(([a, b]) => [b, a]);
				expect(back.ok && mirrored(back.value.sentences)).toEqual(
					there.ok && linked(there.value.sentences)
				);
			}),
			dear()
		);
	});

	test('a block that one side lacks becomes omissions, and nothing else does', () => {
		fc.assert(
			fc.property(paragraphs(24, 40), fc.nat(100), fc.nat(100), (made, start, length) => {
				const all = made.flat();
				const from = start % (all.length - 12);
				const size = 1 + (length % 8);
				const { source } = pairOf([all]);
				const { target } = pairOf([all.filter((_, at) => at < from || at >= from + size)]);
				const { sentences } = aligned(source, target);
				const omitted = sentences
					.filter(([, theirs]) => theirs.length === 0)
					.flatMap(([ours]) => ours);
				expect(omitted).toEqual(Array.from({ length: size }, (_, at) => from + at));
				expect(linked(sentences)).toHaveLength(all.length - size);
			}),
			dear()
		);
	});

	test('two sentences joined into one become a 2-1, with a seed or with names alone', () => {
		const source = {
			lang: 'sv',
			paragraphs: [
				[
					'Bo Ek bor i Umeå.',
					'Han köpte 12 hästar av Ylva Lind år 1950.',
					'Sedan reste de till Rom.',
					'Där dog Gustav.'
				]
			]
		};
		const target = {
			lang: 'en',
			paragraphs: [
				[
					'Bo Ek lives in Umeå, and he bought 12 horses from Ylva Lind in 1950.',
					'Then they went to Rome.',
					'Gustav died there.'
				]
			]
		};
		expect(notation(aligned(source, target).sentences)).toBe('2-1 1-1 1-1');
		expect(notation(aligned(source, target, false).sentences)).toBe('2-1 1-1 1-1');
	});
});

describe('a long text', () => {
	/** Returns `size` sentences in which no word occurs twice, spelled as each language would. */
	const book = (size: number, lang: 'sv' | 'en'): string[] =>
		Array.from({ length: size }, (_, at) => {
			const name = `N${((at * 7919) % 65521).toString(36).replace(/\d/g, (digit) => 'qrstuvwxyz'[+digit] ?? '')}`;
			return lang === 'sv'
				? `Den dagen gick ${name} till skogen och sade ingenting mer.`
				: `On that day ${name} went to the forest and said nothing more.`;
		});

	test('with a third of it missing in one run is aligned on both sides of the gap', () => {
		const source = { lang: 'sv', paragraphs: [book(1500, 'sv')] };
		const target = {
			lang: 'en',
			paragraphs: [book(1500, 'en').filter((_, at) => at < 400 || at >= 900)]
		};
		const { sentences } = aligned(source, target);
		const right = linked(sentences).filter(([[i = -1], [j = -1]]) => j === (i < 400 ? i : i - 500));
		expect(right.length).toBeGreaterThanOrEqual(998);
		expect(spansFault(sentences, 1500, 1000)).toBeNull();
	});

	test('without a word in common is covered all the same', () => {
		const lines = (letter: string, size: number) =>
			Array.from({ length: size }, (_, at) => letter.repeat(1 + ((at * 37) % 90)));
		const source = { lang: 'xx', paragraphs: [lines('a', 300)] };
		const target = { lang: 'yy', paragraphs: [lines('b', 370)] };
		const result = align(source, target, { seed: null });
		if (result.ok) expect(spansFault(result.value.sentences, 300, 370)).toBeNull();
		else expect(result.failure.kind).toBe('unrelated');
	});
});

test('sentences that the translator exchanged are one bead', () => {
	const source = {
		lang: 'sv',
		paragraphs: [
			[
				'Fågeln satt på kyrkan hela vintern.',
				'I skogen bodde en läkare med sin hund.',
				'Pojken läste en bok om kriget.',
				'På våren kom tåget till staden.'
			]
		]
	};
	const target = {
		lang: 'en',
		paragraphs: [
			[
				'The bird sat on the church all winter.',
				'The boy was reading a book about the war.',
				'A doctor with his dog lived in the forest.',
				'In spring the train came to the city.'
			]
		]
	};
	expect(notation(aligned(source, target).sentences)).toBe('1-1 2-2 1-1');
});

describe('two texts that have nothing in common', () => {
	const ours = pairOf(Array.from({ length: 9 }, (_, at) => [[at, at + 1, at + 2, at + 3, at + 4]]));
	const theirs = pairOf(
		Array.from({ length: 9 }, (_, at) => [
			[at + 20, at + 23, at + 21, at + 26, at + 29, at + 22, at + 30]
		])
	);
	test('are not aligned, even if their lengths are alike', () =>
		expect(align(ours.source, theirs.target, { seed })).toEqual({
			ok: false,
			failure: { kind: 'unrelated' }
		}));
	test('are not aligned without a seed if their lengths differ', () => {
		const [source, target] = [ours.source, theirs.target].map(({ lang, paragraphs }, side) => ({
			lang,
			paragraphs: paragraphs.map((all, at) =>
				all.map((line) => line.repeat(1 + ((at * (3 + side)) % 5)))
			)
		}));
		const result = source && target && align(source, target, { seed: null });
		expect(result).toEqual({ ok: false, failure: { kind: 'unrelated' } });
	});
});

describe('progress and cancelling', () => {
	const { source, target } = pairOf(
		Array.from({ length: 200 }, (_, at) => [
			[at % 51, (at * 7) % 51, (at * 11 + 3) % 51, (at * 13 + 5) % 51]
		])
	);
	test('progress rises from 0 to 1', () => {
		const told: number[] = [];
		align(source, target, { seed }, { progress: (done) => told.push(done) });
		expect(told.length).toBeGreaterThan(5);
		expect(told).toEqual(told.toSorted((a, b) => a - b));
		expect(told.every((done) => done > 0 && done < 1)).toBe(true);
	});
	test('a cancelled alignment fails soon', () => {
		let asked = 0;
		const result = align(source, target, { seed }, { cancelled: () => ++asked === 3 });
		expect(result).toEqual({ ok: false, failure: { kind: 'cancelled' } });
		expect(asked).toBe(3);
	});
	test('aligning in steps gives the same result', () => {
		const steps = aligning(source, target, { seed });
		let step = steps.next();
		while (!step.done) step = steps.next();
		expect(step.value).toEqual(align(source, target, { seed }));
	});
});

test('the words learnt from one text improve the next one in the same languages', () => {
	const lexicon = [['zorp', 'blick', 0.6]] as const;
	const source = { lang: 'xx', paragraphs: [['Ka mi.', 'Zorp ka mi zu la.', 'Mi zu.']] };
	const target = { lang: 'yy', paragraphs: [['Te ro.', 'Se ro blick te ro.', 'Ro te.']] };
	const confidence = (known: Lexicon) =>
		aligned(source, target, false, known).confidence.reduce((sum, p) => sum + p, 0);
	expect(confidence(lexicon)).toBeGreaterThan(confidence([]));
});

describe('before aligning, pairFault reports that', () => {
	const sv = {
		lang: 'sv',
		paragraphs: [['Det är en bok om hur det är att vara barn, och den är inte lång.']]
	};
	const en = {
		lang: 'en',
		paragraphs: [['It is a book about what it is like to be a child, and it is not long.']]
	};
	test.each([
		['the two are the same', sv, { ...sv, lang: 'en' }, 'same'],
		['the languages are exchanged', { ...en, lang: 'sv' }, { ...sv, lang: 'en' }, 'swapped'],
		['nothing is wrong', sv, en, null],
		['nothing is wrong with a text in one language', sv, sv, null]
	])('%s', (_, source, target, expected) => expect(pairFault(source, target)).toBe(expected));
});
