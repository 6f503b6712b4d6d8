import { expect, test } from 'vitest';
import { retryBannedTokens } from './retryConstraints';
import { greedy, likeliest, type Rules, type Stepper } from './greedy';

const end = 0;
const start = 9;

/** Makes a stepper that outputs each row’s script, whatever its input, and records the input. */
function scripted(scripts: readonly (readonly number[])[]) {
	let rows = scripts.map((script) => ({ script, at: 0 }));
	const told: (readonly number[])[] = [];
	const batch: Stepper = {
		step: (tokens) => {
			told.push(tokens);
			return Promise.resolve(
				rows.map((row) => {
					const scores = new Float32Array(10);
					scores[row.script[row.at++] ?? end] = 2;
					scores[7] = 1;
					return scores;
				})
			);
		},
		keep: (kept) => (rows = kept.flatMap((index) => rows[index] ?? []))
	};
	return { batch, told };
}

async function said(batch: Stepper, rules: Partial<Rules> & Pick<Rules, 'most'>) {
	const ended: [number, readonly number[]][] = [];
	const all: Rules = { start, end, forbidden: [], goOn: () => Promise.resolve(true), ...rules };
	const isDone = await greedy(batch, all, (row, tokens) => ended.push([row, tokens]));
	return { isDone, ended };
}

test('each row ends on its own, and is then left out of the steps', async () => {
	const { batch, told } = scripted([
		[1, 2, 3, end],
		[4, end],
		[5, 6, end]
	]);
	expect(await said(batch, { most: [9, 9, 9] })).toEqual({
		isDone: true,
		ended: [
			[1, [4]],
			[2, [5, 6]],
			[0, [1, 2, 3]]
		]
	});
	expect(told).toEqual([[start, start, start], [1, 4, 5], [2, 6], [3]]);
});

test('a row ends at its maximum number of tokens', async () => {
	const { batch } = scripted([[1, 2, 3, 4], [5]]);
	expect((await said(batch, { most: [2, 1] })).ended).toEqual([
		[1, [5]],
		[0, [1, 2]]
	]);
});

test('a forbidden token is never chosen, whatever its score', async () => {
	const { batch } = scripted([[1, 2, end]]);
	expect((await said(batch, { most: [9], forbidden: [2] })).ended).toEqual([[0, [1, 7]]]);
});

test('when stopped between steps it generates no more', async () => {
	const { batch, told } = scripted([
		[1, end],
		[2, 3, 4, end]
	]);
	let left = 2;
	const goOn = () => Promise.resolve(left-- > 0);
	expect(await said(batch, { most: [9, 9], goOn })).toEqual({ isDone: false, ended: [[0, [1]]] });
	expect(told).toHaveLength(2);
});

test('of equal scores the first token is chosen', () => {
	expect(likeliest(Float32Array.of(1, 3, 3, 2), [])).toBe(1);
	expect(likeliest(Float32Array.of(1, 3, 3, 2), [1])).toBe(2);
});

test('a retry repeats no three tokens, and does not end before half of its source', () => {
	const barred = retryBannedTokens([8], end);
	expect(barred(0, [1, 2, 3])).toEqual([end]);
	expect(barred(0, [1, 2, 3, 4])).toEqual([]);
	expect(barred(0, [1, 2, 3, 1, 2])).toEqual([3]);
	expect(barred(0, [1, 2, 3, 1, 2, 4, 1, 2])).toEqual([3, 4]);
	expect(barred(0, [5, 5, 5, 5])).toEqual([5, 5]);
});
