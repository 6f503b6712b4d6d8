/**
 * Loads a model: its tokenizer with transformers.js, its encoder and decoder in our own module
 * (`marian/`), or as sessions of the runtime where that is not possible.
 */
import { ort } from './ort';
import { AutoModelForSeq2SeqLM, AutoTokenizer, env } from '@xenova/transformers';
import type { InferenceSession } from 'onnxruntime-web';
import type { LanguagePair } from '../../../core/machine/engine';
import type { SlowReason } from '../../../core/machine/slow';
import { fail } from '../../../core/result';
import { RuntimeTransformer, type RuntimeModel } from './decoding';
import { readModel, release, type ModelBytes } from './files';
import { cutHead } from './graph/cutLmHead';
import { batchRows, beam, dtype, type OpusModel } from './model';
import { moduleAt, openMarian } from './marian/open';
import { OutputLayer } from './output/layer';
import { Pieces } from './pieces';
import type { Runtime } from './protocol';
import { shapeOf, type ModelShape } from './modelShape';
import type { Transformer } from './transformer';

export interface Loaded {
	readonly shape: ModelShape;
	readonly transformer: Transformer;
	/** Why the runtime runs the model; null where our own module does. */
	readonly slow: SlowReason | null;
	/** Returns the tokens of a text, its end token included. */
	encode(text: string): readonly number[];
	decode(tokens: readonly number[]): string;
	/** Returns the pieces of its vocabulary. */
	pieces(): Pieces;
}

/** Not a real host: requests of transformers.js to it are answered from our files or not at all. */
const host = 'https://model.invalid/';
const path = 'files/';

/** `slow`: a reason known before why the runtime must run the model. */
export async function load(
	model: OpusModel,
	runtime: Runtime,
	slow: SlowReason | null = null
): Promise<Loaded> {
	const files = await readModel(model.files);
	settle(runtime, files);
	const tokenizer = await AutoTokenizer.from_pretrained('opus/mt');
	checkPair(model.pair, tokenizer.config);
	const shape = shapeOf({
		...json(files, 'config.json'),
		...json(files, 'generation_config.json')
	});
	const own = slow ? fail(slow) : await openMarian(files, runtime, shape);
	const transformer = own.ok
		? own.value
		: new RuntimeTransformer(await runtimeModel(files, runtime, shape));
	release(files);
	let pieces: Pieces | null = null;
	return {
		shape,
		transformer,
		slow: own.ok ? null : own.failure,
		encode: (text) => tokenizer.encode(text),
		decode: (tokens) =>
			tokens.length > 0 ? tokenizer.decode([...tokens], { skip_special_tokens: true }) : '',
		// Only where terms are asked for: a map of 60,000 words.
		pieces: () =>
			(pieces ??= new Pieces(
				tokenizer.get_vocab(),
				new Set([...shape.forbidden, shape.end, shape.start, ...tokenizer.all_special_ids])
			))
	};
}

/** The most rows of a step. */
const maxRows = Math.max(batchRows.quick, batchRows.careful * beam.width);

function json(files: ModelBytes, name: string): object {
	const parsed: unknown = JSON.parse(new TextDecoder().decode(files.get(name)));
	if (typeof parsed === 'object' && parsed !== null) return parsed;
	throw new TypeError(`${name} is no object`);
}

/** Loads the model’s sessions. transformers.js can do this once in its life. */
async function runtimeModel(
	files: ModelBytes,
	{ kernels }: Runtime,
	shape: ModelShape
): Promise<RuntimeModel> {
	const module = await moduleAt(kernels.simd);
	const output = module.ok ? takeOutputLayer(files, module.value) : null;
	const { sessions } = await AutoModelForSeq2SeqLM.from_pretrained('opus/mt', {
		dtype,
		// transformers.js knows only the devices of its own runtime; ours is set below.
		device: 'auto',
		session_options: {
			executionProviders: ['wasm'],
			// Waiting threads must not spin: on a busy device that halves the speed.
			extra: { session: { intra_op: { allow_spinning: '0' } } }
		}
	});
	return {
		encoder: session(sessions, 'model'),
		decoder: session(sessions, 'decoder_model_merged'),
		output,
		shape
	};
}

/** Removes the output layer from the decoder, if it has one of a known form. */
function takeOutputLayer(files: ModelBytes, module: WebAssembly.Module): OutputLayer | null {
	const name = 'onnx/decoder_model_merged_quantized.onnx';
	const bytes = files.get(name);
	const cut = bytes && cutHead(bytes);
	const layer = cut ? OutputLayer.of(cut.head, module, maxRows) : null;
	if (cut && layer) files.set(name, cut.decoder);
	return layer;
}

/**
 * Sets the options of transformers.js for the whole worker, which loads one model in its life. It
 * downloads nothing: its cache is the model’s files, and any other file is missing.
 */
function settle({ mjs, wasm }: Runtime, files: ModelBytes): void {
	ort.env.wasm.wasmPaths = { mjs, wasm };
	ort.env.wasm.numThreads = threads();
	env.allowLocalModels = false;
	env.useBrowserCache = false;
	env.useFSCache = false;
	// With this cache it would import the runtime from a blob: address, which our policy forbids.
	env.useWasmCache = false;
	env.useCustomCache = true;
	env.customCache = {
		match: (address: string) => Promise.resolve(wanted(files, address)),
		put: () => Promise.resolve()
	};
	env.remoteHost = host;
	env.remotePathTemplate = path;
	env.fetch = () => Promise.resolve(new Response(null, { status: 404 }));
	env.logLevel = 40;
}

/**
 * Answers a request from the files. transformers.js also tries a local address, and files that our
 * models do not have.
 */
function wanted(files: ModelBytes, address: string): Response | undefined {
	const name = address.startsWith(host + path) ? address.slice((host + path).length) : '';
	const bytes = files.get(name);
	return bytes && new Response(bytes);
}

/**
 * Returns the number of threads. More than two are slower on four cores, and the page needs one. In
 * Firefox (seen in 153) a page’s own imports do not load while one of its workers has threads.
 */
function threads(): number {
	if (typeof crossOriginIsolated === 'undefined' || !crossOriginIsolated) return 1;
	const isFirefox = navigator.userAgent.includes('Firefox/');
	return !isFirefox && navigator.hardwareConcurrency >= 4 ? 2 : 1;
}

function session(sessions: Readonly<Record<string, unknown>>, name: string): InferenceSession {
	const found = sessions[name];
	if (isSession(found)) return found;
	throw new TypeError(`the model has no session ${name}`);
}

const isSession = (value: unknown): value is InferenceSession =>
	typeof value === 'object' && value !== null && 'run' in value && 'inputNames' in value;

/** Some models name their languages by three letters. */
const longNames: Readonly<Record<string, string>> = { swe: 'sv', eng: 'en' };

/** Throws on a model of another pair, which would load and answer in the wrong language. */
function checkPair({ from, to }: LanguagePair, config: Readonly<Record<string, unknown>>): void {
	const said = [config.source_lang, config.target_lang].map((lang) =>
		typeof lang === 'string' ? (longNames[lang] ?? lang) : null
	);
	const isRight = [from, to].every((lang, i) => said[i] === null || said[i] === lang);
	if (!isRight) throw new TypeError(`a model from ${said[0]} to ${said[1]}, not ${from} to ${to}`);
}
