import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lexicon } from '../align/wordLinks';
import { dear } from '../laws.fixture';
import { answers, wordLinkerOf, type LinkedPair, type WordLinker } from './answer';
import { linkedByHand } from './answering/linked.fixture';
import { textWords } from './textWord';

async function linker(from = 'sv', to = 'en', learnt: Lexicon = []): Promise<WordLinker> {
	const made = await wordLinkerOf(from, to, learnt);
	if (!made) throw new Error(`no dictionary for ${from} and ${to}`);
	return made;
}

const swedish = await linker();
const english = await linker('en', 'sv');

/** Returns the words that answer a word of the Swedish side (0) or the English one (1). */
function answered(texts: readonly [string, string], word: string, side: 0 | 1 = 0): string | null {
	const from = texts[side].indexOf(word);
	const range = { from, to: from + word.length };
	const found = answers(swedish.link(texts), side, range);
	const other = texts[side === 0 ? 1 : 0];
	return found && found.ranges.map((one) => other.slice(one.from, one.to)).join(' ');
}

describe('the answer to a word', () => {
	const cases = [
		[
			'a compound',
			'Hon väntade under stationsklockan.',
			'She waited under the station clock.',
			'stationsklockan',
			'station clock'
		],
		[
			'a compound with one word for it',
			'Skåpbilen stod på gatan.',
			'The van stood in the street.',
			'Skåpbilen',
			'van'
		],
		[
			'a particle verb',
			'Mötet ställdes in i går.',
			'The meeting was cancelled yesterday.',
			'ställdes',
			'cancelled'
		],
		[
			'a particle by itself',
			'Mötet ställdes in i går.',
			'The meeting was cancelled yesterday.',
			'in',
			'cancelled'
		],
		[
			'a verb whose particle has a counterpart',
			'Han gav upp försöket.',
			'He gave up the attempt.',
			'gav',
			'gave'
		],
		[
			'a name',
			'I går ringde Gunilla till Bergström.',
			'Gunilla phoned Bergström yesterday.',
			'Gunilla',
			'Gunilla'
		],
		[
			'a name of a place',
			'De bor i Göteborg sedan länge.',
			'They have long lived in Gothenburg.',
			'Göteborg',
			'Gothenburg'
		],
		['a genitive', 'Annas bil är röd.', 'Anna’s car is red.', 'Annas', 'Anna’s'],
		['a genitive with of', 'Husets tak läcker.', 'The roof of the house leaks.', 'Husets', 'house'],
		[
			'a numeral',
			'Hon köpte tolv ägg på torget.',
			'She bought twelve eggs in the square.',
			'tolv',
			'twelve'
		],
		['a negation', 'Katten åt inte fisken.', 'The cat did not eat the fish.', 'inte', 'not'],
		[
			'a negation in a contraction',
			'Katten vill inte äta.',
			"The cat doesn't want to eat.",
			'inte',
			"doesn't"
		],
		[
			'a word after another of its kind',
			'Den röda katten jagade den svarta katten.',
			'The red cat chased the black cat.',
			'svarta',
			'black'
		],
		[
			'a word in another place',
			'I går sjöng barnen.',
			'The children sang yesterday.',
			'går',
			'yesterday'
		],
		[
			'a compound whose first part the lexicon has otherwise',
			'Butikskedjan stänger i höst.',
			'The retail chain closes this autumn.',
			'Butikskedjan',
			'retail chain'
		],
		[
			'the first of two equal words',
			'Tanten såg en svart katt och en svart hund.',
			'The old lady saw a black cat and a black dog.',
			'svart',
			'black'
		]
	] as const;

	it.each(cases)('is found for %s', (_, sv, en, word, answer) => {
		expect(answered([sv, en], word)).toBe(answer);
	});

	it('is found from the translation too', () => {
		const texts = ['Mötet ställdes in i går.', 'The meeting was cancelled yesterday.'] as const;
		expect(answered(texts, 'cancelled', 1)).toBe('ställdes in');
	});

	it('is a figure where the translation has one', () => {
		expect(answered(['Det kostar 1 500 kronor.', 'It costs 1,500 kronor.'], '1 500')).toBe('1,500');
	});

	it('is for a phrase what answers its words', () => {
		const texts = ['Hon drack kallt vatten.', 'She drank cold water.'] as const;
		expect(answered(texts, 'kallt vatten')).toBe('cold water');
	});

	it('is none for a word that the translation leaves out', () => {
		expect(
			answered(['Naturligtvis kommer hon snart hem.', 'She will be home soon.'], 'Naturligtvis')
		).toBe(null);
	});

	it('is none where the translation is another sentence', () => {
		const texts = ['Kon betar på ängen.', 'Parliament passed the budget on Friday.'] as const;
		expect(textWords(texts[0]).map(({ text }) => answered(texts, text))).toEqual([
			null,
			null,
			null,
			null
		]);
	});

	it('is surer for a word that the library has taught', async () => {
		const texts = ['Flarnen vek sig och brast.', 'The gromble bent and burst in the end.'] as const;
		const range = { from: 0, to: 7 };
		const taught = await linker('sv', 'en', [['flarn', 'grombl', 0.9]]);
		const backwards = await linker('en', 'sv', [['grombl', 'flarn', 0.9]]);
		const before = answers(swedish.link(texts), 0, range, 0)?.score ?? 0;
		const after = answers(taught.link(texts), 0, range, 0)?.score ?? 0;
		expect(after).toBeGreaterThan(before);
		expect(answers(backwards.link([texts[1], texts[0]]), 1, range, 0)?.score).toBe(after);
	});

	it('is none in a text that is no sentence, however long', () => {
		const texts = ['Hon drack vatten. '.repeat(400), 'She drank water. '.repeat(400)] as const;
		expect(swedish.link(texts).links).toEqual([]);
	});

	it('is none for languages without a dictionary', async () => {
		expect(await wordLinkerOf('sv', 'fi', [])).toBe(null);
	});
});

describe('laws of answers', () => {
	const pairs = linkedByHand().map(({ texts }) => texts);
	const words = pairs.map((texts) => texts.map((text) => textWords(text).map((word) => word.text)));
	const sentence = (side: 0 | 1) =>
		fc.oneof(
			fc.constantFrom(...pairs.map((texts) => texts[side])),
			fc
				.array(fc.constantFrom(...words.flatMap((both) => both[side] ?? [])), { maxLength: 12 })
				.map((list) => list.join(' ')),
			fc.string({ maxLength: 40 })
		);
	const pair = fc.oneof(fc.constantFrom(...pairs), fc.tuple(sentence(0), sentence(1)));
	const least = fc.double({ min: 0, max: 1, noNaN: true });

	/** Returns the answers to every unit of a side, as ranges. */
	const all = (linked: LinkedPair, side: 0 | 1, threshold: number) =>
		linked.units[side].map(({ start: from, end: to }) => ({
			asked: { from, to },
			answer: answers(linked, side, { from, to }, threshold)
		}));

	it('a word is answered by the words that it answers', () => {
		fc.assert(
			fc.property(pair, least, (texts, threshold) => {
				const linked = swedish.link(texts);
				for (const { asked, answer } of all(linked, 0, threshold))
					for (const range of answer?.ranges ?? [])
						expect(answers(linked, 1, range, threshold)?.ranges).toContainEqual(asked);
			}),
			dear()
		);
	});

	it('an answer lies within its sentence, in order and without overlap', () => {
		fc.assert(
			fc.property(pair, (texts) => {
				const linked = swedish.link(texts);
				for (const side of [0, 1] as const)
					for (const { answer } of all(linked, side, 0)) {
						const ends = answer?.ranges.flatMap(({ from, to }) => [from, to]) ?? [];
						const other = texts[side === 0 ? 1 : 0];
						expect(ends).toEqual(ends.toSorted((a, b) => a - b));
						expect(ends.every((end) => end >= 0 && end <= other.length)).toBe(true);
						expect(answer?.ranges.every(({ from, to }) => from < to) ?? true).toBe(true);
					}
			}),
			dear()
		);
	});

	it('exchanging the sentences exchanges the answers', () => {
		fc.assert(
			fc.property(pair, least, ([sv, en], threshold) => {
				const [there, back] = [swedish.link([sv, en]), english.link([en, sv])];
				expect(all(back, 1, threshold)).toEqual(all(there, 0, threshold));
				expect(all(back, 0, threshold)).toEqual(all(there, 1, threshold));
			}),
			dear()
		);
	});

	it('a higher threshold adds no answer, and every score lies between it and 1', () => {
		fc.assert(
			fc.property(pair, least, least, (texts, a, b) => {
				const linked = swedish.link(texts);
				const [low, high] = [Math.min(a, b), Math.max(a, b)];
				for (const { asked, answer } of all(linked, 0, high)) {
					if (!answer) continue;
					expect(answer.score).toBeGreaterThanOrEqual(high);
					expect(answer.score).toBeLessThanOrEqual(1);
					const lower = answers(linked, 0, asked, low)?.ranges ?? [];
					for (const range of answer.ranges) expect(lower).toContainEqual(range);
				}
			}),
			dear()
		);
	});
});

describe('sentences linked by hand', () => {
	it('are answered with 95 of a hundred right, and three of four content words answered, in the half held back', () => {
		let [right, answeredLinks, linkedWords, covered] = [0, 0, 0, 0];
		for (const { texts, links } of linkedByHand().filter(({ isHeldBack }) => isHeldBack)) {
			const linked = swedish.link(texts);
			const [ours, theirs] = texts.map(textWords);
			for (const [at, { text, start }] of (ours ?? []).entries()) {
				const wanted = links.filter(([s]) => s === at).map(([, e]) => theirs?.[e]?.start);
				if (wanted.length === 0) continue;
				linkedWords++;
				const found = answers(linked, 0, { from: start, to: start + text.length });
				if (!found) continue;
				covered++;
				for (const { from } of found.ranges) {
					answeredLinks++;
					if (wanted.includes(from)) right++;
				}
			}
		}
		expect(right / answeredLinks).toBeGreaterThanOrEqual(0.95);
		expect(covered / linkedWords).toBeGreaterThanOrEqual(0.75);
	});
});
