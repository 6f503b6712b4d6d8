/** Tests the real tokenizer, runtime and service in Node, on the phrase models. */
import { beforeAll, expect, test, vi } from 'vitest';
import { built } from '../../../../../tests/models/build';
import { stumbles, vocabulary } from '../../../../../tests/models/phrase/vocabulary';
import { runtime, serveFolder } from '../../../../../tests/models/local';
import { cares, type Care } from '../../../core/machine/engine';
import { load, type Loaded } from './load';
import { translate } from './translate';

/** Loaded once for all tests: a process, like a worker, can load only one model. */
let loaded: Loaded;

beforeAll(async () => {
	vi.stubGlobal('fetch', serveFolder(built));
	const files = { kind: 'address', prefix: '/phrases-sv-en/' } as const;
	const pair = { from: 'sv', to: 'en' };
	loaded = await load({ pair, model: 'phrases', revision: '1', files }, runtime);
});

async function translated(
	sentences: readonly string[],
	again = false,
	care: Care = 'quick'
): Promise<string[]> {
	const answers: string[] = [];
	const goOn = () => Promise.resolve(true);
	const answered = (index: number, answer: string) => void (answers[index] = answer);
	expect(await translate(loaded, { sentences, again, care, goOn, answered })).toBe(true);
	return answers;
}

test('sentences of known words are translated, and the signs between them kept', async () => {
	expect(
		await translated([
			'Det var en gång en gammal man.',
			'Huset stod vid havet, och “solen” lyste!',
			'  Hon läste boken 1937 (på natten).  '
		])
	).toEqual([
		'Once upon a time there was a old man.',
		'The house stood by the sea, and “the sun” shone!',
		'She read the book 1937 (at night).'
	]);
});

test('unknown words are copied, except for signs that the model cannot write', async () => {
	expect(await translated(['Ivarsson bodde i Husby 🐎 då.', 'STOR BOK'])).toEqual([
		'Ivarsson lived in Husby  then.',
		'STOR BOK'
	]);
});

test('the whole vocabulary is translated in batches of eight', async () => {
	const first = new Map(vocabulary.toReversed());
	const answers = await translated([...first.keys()]);
	expect(answers).toEqual([...first.values()]);
});

test.each([
	['quick', [2, 3]],
	['careful', [1, 4]]
] as const)('where a reader waits, few sentences are decoded first (%s)', async (care, sizes) => {
	const begin = vi.spyOn(loaded.transformer, 'begin');
	const order: number[] = [];
	await translate(loaded, {
		sentences: ['Hon läste boken 1937 (på natten).', 'Ja.', 'Ja.', 'Ja.', 'Ja.'],
		...{ again: false, hurried: true, care },
		goOn: () => Promise.resolve(true),
		answered: (index) => order.push(index)
	});
	expect(begin.mock.calls.map(([sentences]) => sentences.length)).toEqual(sizes);
	expect(order.slice(0, sizes[0]).sort()).toEqual([0, 1].slice(0, sizes[0]));
	begin.mockRestore();
});

test('a blank sentence has a blank answer', async () => {
	expect(await translated(['', ' \n', 'Ja.'])).toEqual(['', '', 'Yes.']);
});

test('a sentence that is too long is translated in parts, and nothing of it is lost', async () => {
	const clauses = Array.from({ length: 500 }, (_, i) => `hon såg ${i} båtar på sjön`);
	const [answer] = await translated([clauses.join(', ')]);
	const expected = clauses.map((_, i) => `she saw ${i} båtar on the lake`);
	expect(answer).toBe(expected.join(', '));
});

test('a sentence with an empty first answer gets a longer one at the retry', async () => {
	const [stumble, meant] = stumbles[0] ?? ['', ''];
	expect(await translated([`${stumble} över huset.`])).toEqual(['']);
	expect(await translated([`${stumble} över huset.`], true)).toEqual([`${meant} over the house.`]);
});

test('the careful way translates the same phrases, and longer at a retry', async () => {
	const sentences = ['Det var en gång en gammal man.', '', 'Ivarsson bodde i Husby 🐎 då.'];
	const quick = await translated(sentences);
	expect(await translated(sentences, false, 'careful')).toEqual(quick);
	const [stumble, meant] = stumbles[0] ?? ['', ''];
	expect(await translated([`${stumble} över huset.`], true, 'careful')).toEqual([
		`${meant} over the house.`
	]);
});

test.each(cares)('when stopped the %s way gives no more answers', async (care) => {
	const answers: string[] = [];
	let steps = 0;
	const isDone = await translate(loaded, {
		sentences: ['Ja.', 'Huset stod vid havet, och solen lyste.'],
		...{ again: false, care },
		goOn: () => Promise.resolve(++steps < 11),
		answered: (_, answer) => answers.push(answer)
	});
	expect([isDone, answers]).toEqual([false, ['Yes.']]);
});
