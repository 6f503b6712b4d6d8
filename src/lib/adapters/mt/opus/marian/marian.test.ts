/**
 * Compares our module with the runtime on the same files, step by step with the same tokens before
 * each step: on the trained model, and on an untrained one of OPUS-MT’s form.
 */
import { beforeAll, expect, test, vi } from 'vitest';
import { built } from '../../../../../../tests/models/build';
import { runtime, serveFolder } from '../../../../../../tests/models/local';
import { corpus } from '../../../../../../tests/models/trained/corpus';
import { readModel, type ModelBytes } from '../files';
import { readDecoder, readEncoder } from '../graph/marian';
import type { LayerWeights } from '../graph/weights';
import type { LinearWeights } from '../graph/linear';
import { likeliest } from '../greedy';
import { load, type Loaded } from '../load';
import type { Encoded, Transformer } from '../transformer';
import { moduleOf } from './kernel.fixture';
import { Marian, type MarianWeights } from './marian';

let module: WebAssembly.Module;
let reference: Loaded;
let weights: MarianWeights;

const prefix = '/trained-sv-en/';

beforeAll(async () => {
	vi.stubGlobal('fetch', serveFolder(built));
	module = await moduleOf('simd');
	const files = { kind: 'address', prefix } as const;
	const pair = { from: 'sv', to: 'en' };
	reference = await load({ pair, model: 'trained', revision: '1', files }, runtime, 'fault');
	weights = weightsOf(await readModel(files));
});

function weightsOf(files: ModelBytes): MarianWeights {
	const bytes = (name: string) => files.get(`onnx/${name}_quantized.onnx`) ?? new Uint8Array();
	return {
		encoder: readEncoder(bytes('encoder_model')),
		decoder: readDecoder(bytes('decoder_model_merged'))
	};
}

const marian = (changed = weights): Marian =>
	new Marian(module, new WebAssembly.Memory({ initial: 1 }), changed, reference.shape);

/** The scores of every step for the tokens of an answer, whatever a model would have chosen. */
async function scoresOf(
	transformer: Transformer,
	source: readonly number[],
	answer: readonly number[]
): Promise<readonly Float32Array[]> {
	const batch = transformer.begin([await transformer.encode(source)]);
	const scores: Float32Array[] = [];
	for (const token of [reference.shape.start, ...answer])
		scores.push((await batch.step([token]))[0]?.slice() ?? new Float32Array());
	return scores;
}

const pairs = corpus.map(([swedish, english]) => ({ swedish, english }));
const sourceOf = (swedish: string) => reference.encode(swedish);

/** The largest difference between two models’ scores in some sentences. */
async function difference(
	one: Transformer,
	other: Transformer,
	sentences: number
): Promise<number> {
	let most = 0;
	for (const { swedish, english } of pairs.slice(0, sentences)) {
		const answer = reference.encode(english).slice(0, 5);
		const [a, b] = [
			await scoresOf(one, sourceOf(swedish), answer),
			await scoresOf(other, sourceOf(swedish), answer)
		];
		a.forEach((scores, step) =>
			scores.forEach((score, token) => {
				most = Math.max(most, Math.abs(score - (b[step]?.[token] ?? 0)));
			})
		);
	}
	return most;
}

/**
 * The trained model’s scores lie between -20 and 20. The runtime rounds the output layer’s input
 * less finely, and a number that lies between two steps may be rounded to the other.
 */
const tolerance = 0.15;

test('every token is the runtime’s, and the scores differ by less than the rounding', async () => {
	const own = marian();
	expect(await difference(own, reference.transformer, 80)).toBeLessThan(tolerance);
	for (const { swedish, english } of pairs) {
		const answer = reference.encode(english);
		const steps = [own, reference.transformer].map((each) =>
			scoresOf(each, sourceOf(swedish), answer)
		);
		const [ours, theirs] = (await Promise.all(steps)).map((scores) =>
			scores.map((each) => likeliest(each, reference.shape.forbidden))
		);
		expect(ours, swedish).toEqual(theirs);
	}
});

/** All linear layers of a model’s layer, to change one at a time. */
const linears = (layer: LayerWeights): readonly (readonly [string, LinearWeights])[] => [
	...(['query', 'key', 'value', 'output'] as const).flatMap((name) => [
		[`own ${name}`, layer.own[name]] as const,
		...(layer.cross ? [[`cross ${name}`, layer.cross[name]] as const] : [])
	]),
	['inner', layer.inner],
	['outer', layer.outer]
];

test('a change of any weight, scale, bias or norm changes the scores', async () => {
	const changes: [string, (of: MarianWeights) => void][] = [];
	for (const side of ['encoder', 'decoder'] as const)
		weights[side].layers.forEach((layer, i) => {
			for (const [name] of linears(layer)) {
				const found = (of: MarianWeights) =>
					new Map(linears(of[side].layers[i] ?? layer)).get(name);
				const at = `${side} ${i} ${name}`;
				changes.push(
					[`${at}: weights`, (of) => found(of)?.constant.bytes.fill(1)],
					[`${at}: scales`, (of) => found(of)?.scales.fill(0.3)],
					[`${at}: bias`, (of) => found(of)?.bias.forEach((_, j, all) => (all[j] = j % 5))]
				);
			}
			changes.push(
				[`${side} ${i}: own norm`, (of) => of[side].layers[i]?.own.norm.weight.fill(3)],
				[`${side} ${i}: last norm`, (of) => of[side].layers[i]?.norm.bias.set([9, -9])]
			);
		});
	changes.push(
		['output bias', (of) => of.decoder.output.bias.fill(1, 0, 5)],
		['output scales', (of) => of.decoder.output.scales.fill(1)],
		['embedding', (of) => of.decoder.embedding.table.scales.fill(1)],
		['positions', (of) => of.encoder.embedding.positions.fill(0)]
	);
	// The bias of a key changes every score of a query alike, which softmax does not see.
	const seen = changes.filter(([name]) => !name.endsWith('key: bias'));
	expect(seen.length).toBeGreaterThan(100);
	for (const [name, change] of seen) {
		const changed = structuredClone(weights);
		change(changed);
		expect(await difference(marian(changed), reference.transformer, 1), name).toBeGreaterThan(
			2 * tolerance
		);
	}
});

test('an answer does not depend on its neighbours, bit by bit', async () => {
	const own = marian();
	const sources = pairs.slice(0, 7).map(({ swedish }) => sourceOf(swedish));
	const encoded: Encoded[] = [];
	for (const source of sources) encoded.push(await own.encode(source));
	const steps = [reference.shape.start, 5, 6, 7, 8];
	const together: (readonly Float32Array[])[] = [];
	const batch = own.begin(encoded);
	for (const token of steps)
		together.push((await batch.step(sources.map(() => token))).map((scores) => scores.slice()));
	for (const [row, sentence] of encoded.entries()) {
		const alone = own.begin([sentence]);
		for (const [step, token] of steps.entries())
			expect((await alone.step([token]))[0]).toEqual(together[step]?.[row]);
	}
});

test('rows that are kept, left out, swapped or doubled go on where they were', async () => {
	const own = marian();
	const encoded: Encoded[] = [];
	for (const { swedish } of pairs.slice(0, 3)) encoded.push(await own.encode(sourceOf(swedish)));
	const alone = async (sentence: number, tokens: readonly number[]) => {
		const batch = own.begin(encoded.slice(sentence, sentence + 1));
		let last: readonly Float32Array[] = [];
		for (const token of tokens) last = await batch.step([token]);
		return last[0]?.slice();
	};
	// Long enough to fill a page of 16 tokens, and to begin another.
	const before = Array.from({ length: 20 }, (_, i) => 4 + i);
	const expected = [await alone(2, [...before, 9]), await alone(0, [...before, 9])];
	const other = await alone(2, [...before, 11]);
	const batch = own.begin(encoded);
	for (const token of before) await batch.step([token, token, token]);
	batch.keep([2, 0, 2]);
	const scores = await batch.step([9, 9, 11]);
	expect([...scores]).toEqual([...expected, other]);
	batch.keep([1]);
	await expect(async () => batch.step([1, 1])).rejects.toThrow('2 tokens for 1 rows');
});

test('a batch that another has followed cannot be continued', async () => {
	const own = marian();
	const encoded = await own.encode(sourceOf('Ja.'));
	const first = own.begin([encoded]);
	own.begin([encoded]);
	await expect(async () => first.step([1])).rejects.toThrow('ended');
	await expect(async () => own.encode(new Array<number>(513).fill(4))).rejects.toThrow(
		'513 tokens'
	);
});

test('barred tokens are not chosen, and of a row alone', async () => {
	const own = marian();
	const encoded = await own.encode(sourceOf(pairs[0]?.swedish ?? ''));
	const choose = async (barred: readonly (readonly number[])[]) =>
		own.begin([encoded, encoded]).choose?.([reference.shape.start, reference.shape.start], barred);
	const [free] = (await choose([[], []])) ?? [];
	const [one, two] = (await choose([[], [free ?? 0]])) ?? [];
	expect(one).toBe(free);
	expect(two).not.toBe(free);
});
