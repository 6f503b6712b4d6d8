/**
 * Tests our module, the runtime and our batching on a model that works like real ones. It translates
 * known sentences exactly, and fails as soon as something is broken; that is tested too.
 */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { InferenceSession } from 'onnxruntime-web';
import { built } from '../../../../../tests/models/build';
import { runtime, serveFolder } from '../../../../../tests/models/local';
import { corpus } from '../../../../../tests/models/trained/corpus';
import { agree } from './agree';
import type { Care } from '../../../core/machine/engine';
import { beamSearch, type Scored } from './beam';
import { ranked } from './candidates';
import { Decoding, RuntimeTransformer, type RuntimeModel } from './decoding';
import { load, type Loaded } from './load';
import { Marian } from './marian/marian';
import { beam } from './model';
import { ort } from './ort';
import type { SpelledTerms } from './protocol';
import type { Encoded } from './transformer';
import { translate } from './translate';

/** The same model in our module and on the runtime. */
let own: Loaded;
let loaded: Loaded;
let model: RuntimeModel;

beforeAll(async () => {
	vi.stubGlobal('fetch', serveFolder(built));
	const files = { kind: 'address', prefix: '/trained-sv-en/' } as const;
	const pair = { from: 'sv', to: 'en' };
	const trained = { pair, model: 'trained', revision: '1', files };
	own = await load(trained, runtime);
	loaded = await load(trained, runtime, 'fault');
	if (!(loaded.transformer instanceof RuntimeTransformer)) throw new Error('not on the runtime');
	({ model } = loaded.transformer);
});

/** Returns how many sentences of the corpus are translated exactly. */
async function right(model: Loaded, care: Care = 'quick'): Promise<number> {
	const answers: string[] = [];
	await translate(model, {
		sentences: corpus.map(([swedish]) => swedish),
		...{ again: false, care },
		goOn: () => Promise.resolve(true),
		answered: (index, answer) => void (answers[index] = answer)
	});
	return corpus.filter(([, english], i) => answers[i] === english).length;
}

test('80 of 80 sentences are right in batches of eight, in our module and on the runtime', async () => {
	expect(corpus).toHaveLength(80);
	expect(own.transformer).toBeInstanceOf(Marian);
	expect(own.slow).toBe(null);
	expect(loaded.slow).toBe('fault');
	expect(model.output).not.toBe(null);
	expect(await right(own)).toBe(80);
	expect(await right(loaded)).toBe(80);
});

test('the careful way is right too, and wrong if its rows are put in another order', async () => {
	expect(await right(own, 'careful')).toBe(80);
	expect(await right(loaded, 'careful')).toBe(80);
	const { keep } = Decoding.prototype;
	const mixed = vi.spyOn(Decoding.prototype, 'keep').mockImplementation(function (
		this: Decoding,
		rows
	) {
		keep.call(this, rows.toReversed());
	});
	expect(await right(loaded, 'careful')).toBeLessThan(60);
	mixed.mockRestore();
});

/**
 * The runtime’s graph rounds the numbers of a whole batch by one scale: a row’s scores vary by so
 * much. Our module rounds each row by its own.
 */
const noise = { runtime: 0.1, module: 1e-4 };

test.each(['module', 'runtime'] as const)(
	'the careful way never scores below greedy on the %s, one sentence at a time or four',
	async (by) => {
		const { encode, transformer, shape } = by === 'module' ? own : loaded;
		const search = async (texts: readonly string[], width: number) => {
			const tokens = texts.map(encode);
			const encoded: Encoded[] = [];
			for (const each of tokens) encoded.push(await transformer.encode(each));
			const most = tokens.map(({ length }) => 2 * length + 10);
			const rules = { ...shape, ...beam, most, width, goOn: () => Promise.resolve(true) };
			const found: Scored[] = [];
			await beamSearch(ranked(transformer.begin(encoded)), rules, (row, one) => {
				found[row] = one;
			});
			return found;
		};
		// Unknown sentences: of the known ones the model is sure.
		const unknown = corpus.slice(0, 16).map(([swedish], i) => swedish.slice(i % 5));
		const together: Scored[] = [];
		for (let at = 0; at < unknown.length; at += 4)
			together.push(...(await search(unknown.slice(at, at + 4), 4)));
		let gain = 0;
		for (const [i, text] of unknown.entries()) {
			const [greedy] = await search([text], 1);
			const [alone] = await search([text], 4);
			const least = (greedy?.score ?? 0) - noise[by];
			expect(alone?.score).toBeGreaterThanOrEqual(least);
			expect(together[i]?.score).toBeGreaterThanOrEqual(least);
			gain += (alone?.score ?? 0) - (greedy?.score ?? 0);
		}
		expect(gain).toBeGreaterThan(1);
	}
);

describe('terms', () => {
	interface Asking {
		readonly of: Loaded;
		readonly terms?: SpelledTerms;
		readonly care?: Care;
	}
	async function said(sentences: readonly string[], { of, terms, care = 'careful' }: Asking) {
		const answers: string[] = [];
		await translate(of, {
			...{ sentences, care, again: false, ...(terms && { terms }) },
			goOn: () => Promise.resolve(true),
			answered: (index, answer) => void (answers[index] = answer)
		});
		return answers;
	}
	const [under, sun] = ['Hunden sover under stolen.', 'Solen gick ner bakom bergen.'];

	test.each(['module', 'runtime'] as const)(
		'a term in the vocabulary is kept, on the %s, in both ways, beside other sentences',
		async (by) => {
			const of = by === 'module' ? own : loaded;
			expect(await said([under], { of })).toEqual(['The dog is sleeping under the table.']);
			for (const care of ['quick', 'careful'] as const) {
				const asked = await said([sun, under], { of, care, terms: [[], [['chair']]] });
				expect(asked).toEqual([
					'The sun went down behind the mountains.',
					'The dog is sleeping under the chair.'
				]);
			}
		}
	);

	test('a term that is too unlikely, or cannot be written, changes nothing', async () => {
		const terms = [[['moon']], [['stöl']]];
		expect(await said([sun, under], { of: own, terms })).toEqual([
			'The sun went down behind the mountains.',
			'The dog is sleeping under the table.'
		]);
	});

	test('law: sentences that are asked for nothing, or say their terms anyway, stay the same', async () => {
		const some = corpus.slice(0, 24);
		const sentences = some.map(([swedish]) => swedish);
		const words = some.map(([, english]) => english.match(/\b[a-z]{3,}/g)?.slice(0, 1) ?? []);
		const none = await said(sentences, { of: own, terms: sentences.map(() => []) });
		const theirs = await said(sentences, { of: own, terms: words.map((word) => [word]) });
		const right = some.map(([, english]) => english);
		expect(none).toEqual(right);
		expect(theirs).toEqual(right);
	});
});

test('a retry of right answers is right too', async () => {
	const answers: string[] = [];
	await translate(own, {
		sentences: corpus.map(([swedish]) => swedish),
		...{ again: true, care: 'quick' as const },
		goOn: () => Promise.resolve(true),
		answered: (index, answer) => void (answers[index] = answer)
	});
	expect(corpus.filter(([, english], i) => answers[i] === english).length).toBeGreaterThan(75);
});

type Feeds = InferenceSession.OnnxValueMapType;

/** Returns the model with a decoder whose inputs are changed. */
const fedWith = (change: (name: string, value: Feeds[string]) => Feeds[string]): Loaded => ({
	...loaded,
	transformer: new RuntimeTransformer({ ...model, decoder: changed(change) })
});

const changed = (change: (name: string, value: Feeds[string]) => Feeds[string]) =>
	new Proxy(model.decoder, {
		get: (decoder, name) => {
			if (name !== 'run') return Reflect.get(decoder, name) as unknown;
			return (feeds: Feeds, outputs?: string[]) => {
				const changed = Object.fromEntries(
					Object.entries(feeds).map(([input, value]) => [input, change(input, value)])
				);
				return outputs ? decoder.run(changed, outputs) : decoder.run(changed);
			};
		}
	});

const zeros = (tensor: Feeds[string]) =>
	new ort.Tensor('float32', new Float32Array(tensor.data.length), tensor.dims);
const none = ({ dims }: Feeds[string]) =>
	new ort.Tensor('float32', new Float32Array(), [dims[0] ?? 0, dims[1] ?? 0, 0, dims[3] ?? 0]);
const ones = (tensor: Feeds[string]) =>
	new ort.Tensor('int64', new BigInt64Array(tensor.data.length).fill(1n), tensor.dims);

test('the answers are wrong if the decoder’s own keys and values are zero or dropped', async () => {
	const past = /^past_key_values\.\d\.decoder/;
	const emptied = fedWith((name, value) => (past.test(name) ? zeros(value) : value));
	const dropped = fedWith((name, value) => (past.test(name) ? none(value) : value));
	expect(await right(emptied)).toBeLessThan(20);
	expect(await right(dropped)).toBeLessThan(20);
});

test('the answers are wrong if the keys and values of the sentence are zero', async () => {
	const past = /^past_key_values\.\d\.encoder/;
	const emptied = fedWith((name, value) => (past.test(name) ? zeros(value) : value));
	expect(await right(emptied)).toBeLessThan(20);
});

/** Value written into the padding after the end of a sentence, which is zero in a real batch. */
const padding = 3;
const padded = (tensor: Feeds[string]) => {
	if (!(tensor.data instanceof Float32Array)) throw new TypeError('no floats');
	const width = tensor.dims[2] ?? 0;
	const data = tensor.data.slice();
	for (let at = 0; at < data.length; at += width)
		if (data.subarray(at, at + width).every((value) => value === 0))
			data.fill(padding, at, at + width);
	return new ort.Tensor('float32', data, tensor.dims);
};

test('padding is masked, and the answers are wrong without the mask', async () => {
	const hidden = (name: string, value: Feeds[string]) =>
		name === 'encoder_hidden_states' ? padded(value) : value;
	const seen = (name: string, value: Feeds[string]) =>
		name === 'encoder_attention_mask' ? ones(value) : hidden(name, value);
	expect(await right(fedWith(hidden))).toBe(80);
	expect(await right(fedWith(seen))).toBeLessThan(60);
});

test('the answers are wrong if rows are swapped or not removed', async () => {
	const { keep } = Decoding.prototype;
	const mixed = vi.spyOn(Decoding.prototype, 'keep').mockImplementation(function (
		this: Decoding,
		rows
	) {
		keep.call(this, rows.toReversed());
	});
	expect(await right(loaded)).toBeLessThan(60);
	mixed.mockImplementation(() => {});
	await expect(right(loaded)).rejects.toThrow();
	mixed.mockRestore();
});

test('the answers are wrong if the output layer’s numbers are wrong', async () => {
	const { output } = model;
	if (!output) throw new Error('no output layer');
	const silent = vi
		.spyOn(output, 'scores')
		.mockImplementation((vectors) =>
			Array.from({ length: vectors.length / 64 }, () => new Float32Array(loaded.shape.start + 1))
		);
	expect(await right(loaded)).toBe(0);
	silent.mockRestore();
});

test('two ways of running the model agree only if both are right', async () => {
	const known = corpus.slice(0, 8).map(([swedish]) => swedish);
	const silent = fedWith((_, value) => (value.data instanceof Float32Array ? zeros(value) : value));
	const failing = fedWith(() => {
		throw new Error('the device was lost');
	});
	expect(await agree(loaded, loaded, known)).toBe(true);
	expect(await agree(loaded, silent, known)).toBe(false);
	expect(await agree(loaded, failing, known)).toBe(false);
});
