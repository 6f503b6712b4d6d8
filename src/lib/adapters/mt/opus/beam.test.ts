import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { random } from '../../../../../tests/models/random';
import { beamSearch, type BeamRules, type Scored } from './beam';
import { ranked, topCandidates } from './candidates';
import { greedy, type Rules, type Stepper } from './greedy';
import { Pieces } from './pieces';
import { nothingAsked, termProgress, type TermProgress } from './termProgress';

const end = 0;
const start = 4;
/** Tokens of the model below, its start token included. */
const vocabulary = 5;
const forbidden = [start];

/**
 * Makes a tiny model: the scores of a row depend on its sentence and on all tokens that the row has
 * taken, and on nothing else. `steepness`: the larger, the surer it is.
 */
function model(sentences: readonly number[], steepness = 3) {
	let rows = sentences.map((seed) => ({ seed, taken: [] as readonly number[] }));
	let steps = 0;
	let total = 0;
	const batch: Stepper = {
		step: (tokens) => {
			steps++;
			total += rows.length;
			expect(tokens).toHaveLength(rows.length);
			rows = rows.map(({ seed, taken }, i) => ({ seed, taken: [...taken, tokens[i] ?? -1] }));
			return Promise.resolve(rows.map(({ seed, taken }) => scoresOf(seed, taken, steepness)));
		},
		keep: (kept) => (rows = kept.flatMap((row) => rows[row] ?? []))
	};
	return { batch, steps: () => steps, rows: () => total };
}

function scoresOf(seed: number, taken: readonly number[], steepness: number): Float32Array {
	const next = random(taken.reduce((sum, token) => Math.imul(sum, 31) + token + 1, seed));
	return Float32Array.from({ length: vocabulary }, () => steepness * next());
}

interface Asked extends Partial<Omit<BeamRules, 'most'>> {
	readonly sentences: readonly number[];
	readonly most?: number;
	readonly steepness?: number;
}

const rulesOf = ({ sentences, most = 6, ...rest }: Asked): Rules => ({
	...{ start, end, forbidden, goOn: () => Promise.resolve(true) },
	...rest,
	most: sentences.map(() => most)
});

const endless = { width: 4, reach: Infinity, meanRows: Infinity };

async function searched(
	asked: Asked,
	{ batch }: { readonly batch: Stepper } = model(asked.sentences, asked.steepness)
) {
	const found = new Map<number, Scored>();
	const isDone = await beamSearch(
		ranked(batch),
		{ ...endless, ...rulesOf(asked) },
		(row, scored) => {
			expect(found.has(row)).toBe(false);
			found.set(row, scored);
		}
	);
	return { isDone, found };
}

async function greedily(asked: Asked): Promise<ReadonlyMap<number, readonly number[]>> {
	const found = new Map<number, readonly number[]>();
	const { batch } = model(asked.sentences, asked.steepness);
	await greedy(batch, rulesOf(asked), (row, tokens) => void found.set(row, tokens));
	return found;
}

/** Returns the score of a translation that ends, by the definition. */
function scoreOf(seed: number, tokens: readonly number[], steepness = 3): number {
	const whole = [...tokens, end];
	const logs = whole.map((token, at) => {
		const scores = scoresOf(seed, [start, ...whole.slice(0, at)], steepness);
		const ranked = topCandidates(scores, vocabulary, forbidden);
		return ranked.find((candidate) => candidate.token === token)?.logProbability ?? -Infinity;
	});
	return logs.reduce((sum, log) => sum + log, 0) / whole.length;
}

/** Returns every translation that ends and is at most `most` long, its end token included. */
const everyOne = (most: number): readonly (readonly number[])[] =>
	most <= 1
		? [[]]
		: [[], ...[1, 2, 3].flatMap((first) => everyOne(most - 1).map((rest) => [first, ...rest]))];

const asked = fc.record({
	sentences: fc.array(fc.nat(1e6), { minLength: 1, maxLength: 5 }),
	most: fc.integer({ min: 1, max: 7 }),
	steepness: fc.integer({ min: 1, max: 12 })
});

const wide = fc.record({
	width: fc.integer({ min: 1, max: 5 }),
	reach: fc.constantFrom(0.5, 2.5, Infinity),
	meanRows: fc.constantFrom(1, 1.5, 2, Infinity)
});

describe('laws', () => {
	test('a beam of one is greedy', async () => {
		await fc.assert(
			fc.asyncProperty(asked, async (asked) => {
				const { found } = await searched({ ...asked, width: 1 });
				const tokens = new Map([...found].map(([row, { tokens }]) => [row, tokens]));
				expect(tokens).toEqual(await greedily(asked));
			})
		);
	});

	test('the score is never below that of a greedy translation that ends', async () => {
		await fc.assert(
			fc.asyncProperty(asked, wide, async (asked, wide) => {
				const { found } = await searched({ ...asked, ...wide });
				for (const [row, tokens] of await greedily(asked)) {
					if (tokens.length >= asked.most) continue; // cut off
					const least = scoreOf(asked.sentences[row] ?? 0, tokens, asked.steepness);
					expect(found.get(row)?.score).toBeGreaterThanOrEqual(least - 1e-9);
				}
			})
		);
	});

	test('a beam as wide as all translations finds the best of them', async () => {
		await fc.assert(
			fc.asyncProperty(asked, async ({ sentences, steepness }) => {
				const most = 4;
				const { found } = await searched({ sentences, steepness, most, width: 4 ** most });
				for (const [row, { tokens, score }] of found) {
					const seed = sentences[row] ?? 0;
					const all = everyOne(most).map((one) => scoreOf(seed, one, steepness));
					expect(score).toBeCloseTo(Math.max(...all), 9);
					expect(score).toBeCloseTo(scoreOf(seed, tokens, steepness), 9);
				}
			})
		);
	});

	test('the answer of a sentence does not depend on those beside it', async () => {
		await fc.assert(
			fc.asyncProperty(asked, wide, async (asked, wide) => {
				const { found } = await searched({ ...asked, ...wide });
				for (const [row, seed] of asked.sentences.entries()) {
					const alone = await searched({ ...asked, ...wide, sentences: [seed] });
					expect(found.get(row)).toEqual(alone.found.get(0));
				}
			})
		);
	});

	test('a sentence takes no more rows than it may on average', async () => {
		await fc.assert(
			fc.asyncProperty(asked, wide, async ({ sentences: [seed = 0], ...asked }, wide) => {
				const one = { ...asked, ...wide, sentences: [seed] };
				const made = model(one.sentences, one.steepness);
				await searched(one, made);
				expect(made.rows()).toBeLessThanOrEqual(made.steps() * one.meanRows);
			})
		);
	});
});

/**
 * Makes a model that follows a table: the probabilities of the next token after each prefix.
 * `otherwise`: those after any other.
 */
function table(
	probabilities: Readonly<Record<string, readonly number[]>>,
	otherwise: readonly number[] = [1, 0, 0, 0]
) {
	let rows: readonly (readonly number[])[] = [[]];
	const steps: number[] = [];
	const batch: Stepper = {
		step: (tokens) => {
			steps.push(rows.length);
			rows = rows.map((taken, i) => [...taken, tokens[i] ?? -1]);
			return Promise.resolve(
				rows.map((taken) =>
					Float32Array.from(probabilities[taken.slice(1).join('')] ?? otherwise, Math.log)
				)
			);
		},
		keep: (kept) => (rows = kept.flatMap((row) => [rows[row] ?? []]))
	};
	const one = async (width: number, reach = Infinity) =>
		(await searched({ sentences: [0], width, reach }, { batch })).found.get(0);
	return { one, steps, batch };
}

/** After token 1, the likeliest, nothing is sure; after token 2 everything is. */
const misleading = { '': [0, 0.6, 0.4, 0], '1': [0.3, 0.3, 0.2, 0.2], '2': [1, 0, 0, 0] };

test('a translation that begins with a less likely token is found', async () => {
	expect((await table(misleading).one(1))?.tokens).toEqual([1]);
	const found = await table(misleading).one(4);
	expect(found?.tokens).toEqual([2]);
	expect(found?.score).toBeCloseTo(Math.log(0.4) / 2);
});

test('scores are means: a longer translation of likelier tokens wins', async () => {
	const long = { '': [0.5, 0.5, 0, 0], '1': [0, 0, 0.9, 0.1], '12': [0, 0, 0.1, 0.9] };
	expect((await table(long).one(4))?.tokens).toEqual([1, 2, 3]);
});

test('the search ends as soon as no other translation can become better', async () => {
	const sure = { '': [0, 0.97, 0.02, 0.01], '1': [0.99, 0.005, 0.005, 0] };
	const { one, steps } = table(sure);
	expect((await one(4))?.tokens).toEqual([1]);
	expect(steps).toEqual([1, 3]);
});

test('a translation far behind is given up, unless it is the greedy one', async () => {
	const { one, steps } = table({ '': [0, 0.6, 0.35, 0.05], '1': [0.1, 0.3, 0.3, 0.3] });
	await one(4);
	const given = table({ '': [0, 0.6, 0.35, 0.05], '1': [0.1, 0.3, 0.3, 0.3] });
	await given.one(4, 2);
	expect([steps[1], given.steps[1]]).toEqual([3, 2]);
	// After it the greedy one is far behind.
	const late = table({ '': [0, 0.5, 0.5, 0], '1': [0.25, 0.25, 0.25, 0.25], '2': [0, 1, 0, 0] });
	expect((await late.one(1, 0.1))?.tokens).toEqual([1]);
});

test('the greedy translation stays in a beam that others would fill', async () => {
	const { one } = table({
		...{ '': [0, 0.5, 0.3, 0.2], '1': [0.24, 0.28, 0.24, 0.24], '2': [0, 0.5, 0.5, 0] },
		...{ '11': [0, 1, 0, 0], '111': [0, 1, 0, 0], '21': [0.5, 0.5, 0, 0], '22': [0.5, 0.5, 0, 0] }
	});
	expect((await one(2))?.tokens).toEqual([1, 1, 1, 1]);
});

test('each translation that ends narrows the beam', async () => {
	const { one, steps } = table({ '': [0.4, 0.6, 0, 0], '1': [0, 0.5, 0.5, 0] });
	expect((await one(2))?.tokens).toEqual([1, 1]);
	expect(steps).toEqual([1, 1, 1]);
});

test('without a translation that ends the likeliest is cut off at the maximum', async () => {
	const found = await table({}, [0, 0.9, 0.1, 0]).one(2);
	expect(found?.tokens).toEqual([1, 1, 1, 1, 1, 1]);
	expect(found?.score).toBeCloseTo(Math.log(0.9));
});

test('when stopped between steps it answers no more', async () => {
	const asked = { sentences: [1, 2, 3] };
	const made = model(asked.sentences);
	let left = 2;
	const goOn = () => Promise.resolve(left-- > 0);
	expect(await searched({ ...asked, goOn }, made)).toEqual({ isDone: false, found: new Map() });
	expect(made.steps()).toBe(2);
});

describe('terms', () => {
	const letters = new Pieces(
		new Map([
			['a', 1],
			['b', 2],
			['c', 3]
		]),
		new Set()
	);
	const asking = (terms: readonly (readonly string[])[], reward = 8) => ({
		terms: (): TermProgress => termProgress(terms, { pieces: letters, reward, length: 3 })
	});

	test('law: without any the search is the same, and beside a sentence with some', async () => {
		await fc.assert(
			fc.asyncProperty(asked, wide, async (asked, wide) => {
				const { found } = await searched({ ...asked, ...wide });
				const term = termProgress([['b']], { pieces: letters, reward: 8, length: 3 });
				const mixed = await searched({
					...{ ...asked, ...wide },
					sentences: [...asked.sentences, 7],
					terms: (row) => (row === asked.sentences.length ? term : nothingAsked)
				});
				for (const [row, one] of found) expect(mixed.found.get(row)).toEqual(one);
			})
		);
	});

	test('an unlikely token is said where it is a term, unless it costs more than the reward', async () => {
		const unlikely = { '': [0, 0.99, 0.01, 0], '1': [1, 0, 0, 0], '2': [1, 0, 0, 0] };
		const said = async (reward: number) => {
			const { batch } = table(unlikely);
			const asked = { sentences: [0], width: 4, ...asking([['b']], reward) };
			return (await searched(asked, { batch })).found.get(0)?.tokens;
		};
		expect(await said(8)).toEqual([2]);
		expect(await said(1)).toEqual([1]);
	});

	test('a term is found behind tokens that no beam would keep', async () => {
		const scores = [-9, 0, -9, -9];
		const rows: number[] = [];
		const batch: Stepper = {
			step: (tokens) => {
				rows.push(tokens.length);
				const isLong = rows.length > 3;
				const row = Float32Array.from(isLong ? [0, -9, -9, -9] : scores);
				return Promise.resolve(tokens.map(() => row.slice()));
			},
			keep: () => {}
		};
		const found = await searched({ sentences: [0], width: 1, ...asking([['c']], 40) }, { batch });
		expect(found.found.get(0)?.tokens).not.toContain(3); // the greedy one alone is kept
		rows.length = 0;
		const wider = await searched({ sentences: [0], width: 2, ...asking([['c']], 40) }, { batch });
		expect(wider.found.get(0)?.tokens).toContain(3);
	});
});

test('a token that is barred from a row is in none of its translations', async () => {
	const { found } = await searched({
		sentences: [7, 8, 9],
		barred: (row) => (row === 1 ? [2, 3] : [])
	});
	expect(found.get(1)?.tokens).not.toContain(2);
	expect(found.get(1)?.tokens).not.toContain(3);
	expect(found.get(0)).toEqual((await searched({ sentences: [7] })).found.get(0));
});

test('of equal scores the lower token comes first, and banned tokens have no probability', () => {
	const top = topCandidates(Float32Array.of(2, 3, 3, 9, -99), 2, [3]);
	expect(top.map(({ token }) => token)).toEqual([1, 2]);
	const whole = Math.log(2 * Math.exp(3) + Math.exp(2));
	expect(top[0]?.logProbability).toBeCloseTo(3 - whole);
	expect(topCandidates(Float32Array.of(1, 2), 9, [])).toHaveLength(2);
});
