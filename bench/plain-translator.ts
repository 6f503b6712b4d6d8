/**
 * Translating as the documentation of transformers.js has it: a pipeline in a worker, one sentence a
 * call. What `bench/machine.ts` compares with.
 */
import { env, pipeline } from '@xenova/transformers';

export interface PlainRequest {
	readonly runtime: { readonly mjs: string; readonly wasm: string };
	readonly model: string;
	readonly sentences: readonly string[];
	/** How many tokens each answer has. */
	readonly tokens: number;
}

let loaded: ReturnType<typeof load> | null = null;

self.onmessage = async ({ data }: MessageEvent<PlainRequest>) => {
	loaded ??= load(data);
	const translator = await loaded;
	const began = performance.now();
	for (const sentence of data.sentences)
		await translator(sentence, {
			// Not in the pipeline’s own type, but it hands them on.
			...{ min_new_tokens: data.tokens, max_new_tokens: data.tokens, num_beams: 1 }
		});
	self.postMessage(performance.now() - began);
};

async function load({ model, runtime }: PlainRequest) {
	env.remoteHost = location.origin;
	env.remotePathTemplate = 'models/{model}/';
	env.useWasmCache = false;
	const { wasm } = env.backends.onnx;
	if (wasm) wasm.wasmPaths = runtime;
	return pipeline('translation', model, { dtype: 'q8', device: 'wasm' });
}
