/** What `bench/machine.ts` measures in the browser. */
import type { Engine } from '../src/lib/core/machine/engine';
import { opusFileNames } from '../src/lib/core/machine/model';
import {
	atOnce,
	effortOf,
	recentBatches,
	secondsFor,
	type TimedBatch
} from '../src/lib/core/machine/pace';
import type { ModelFiles } from '../src/lib/adapters/mt/opus/model';
import { openOpus, translatorFiles } from '../src/lib/adapters/mt/opus/start';
import plain from './plain-translator?worker&url';
import type { PlainRequest } from './plain-translator';

const never = new AbortController().signal;
const cacheName = 'models';
const address = '/models/opus/random/';

/** The same model, as a reader keeps it. */
async function keep(): Promise<void> {
	const cache = await caches.open(cacheName);
	await cache.addAll(opusFileNames.map((file) => address + file));
}

const open = (): Engine => {
	const files: ModelFiles = { kind: 'cache', cache: cacheName, prefix: address };
	const pair = { from: 'sv', to: 'en' };
	return openOpus({ pair, model: 'opus/random', revision: '', files });
};

/** An engine that has begun, and how long that took. */
async function load(): Promise<{ readonly engine: Engine; readonly ms: number }> {
	const engine = open();
	const began = performance.now();
	const loaded = await engine.translate([], { signal: never });
	if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
	return { engine, ms: performance.now() - began };
}

let engine: Engine | null = null;

async function loadMs(): Promise<number> {
	engine?.rest();
	const loaded = await load();
	engine = loaded.engine;
	return loaded.ms;
}

const current = (): Engine => {
	if (!engine) throw new Error('nothing is loaded');
	return engine;
};

async function timed(sentences: readonly string[], hurried = false) {
	const began = performance.now();
	let firstMs = Number.NaN;
	const onAnswer = () => {
		if (Number.isNaN(firstMs)) firstMs = performance.now() - began;
	};
	const done = await current().translate(sentences, { signal: never, onAnswer, hurried });
	if (!done.ok) throw new Error(JSON.stringify(done.failure));
	return { ms: performance.now() - began, firstMs };
}

/** Time for all that is left, as a book says it while it is translated, and as it was in the end. */
export interface TimeLeft {
	/** Milliseconds of work so far. */
	readonly at: number;
	readonly said: number;
	readonly was: number;
}

/** Translates a book’s sentences as it is done ahead of a reader, and notes the time left. */
async function book(sentences: readonly string[]): Promise<readonly TimeLeft[]> {
	let pace: readonly TimedBatch[] = [];
	const notes: { at: number; said: number | null }[] = [];
	let at = 0;
	for (let next = 0; next < sentences.length; next += atOnce) {
		const seconds = secondsFor(pace, effortOf(sentences.slice(next)));
		notes.push({ at, said: seconds === null ? null : 1000 * seconds });
		const texts = sentences.slice(next, next + atOnce);
		const { ms } = await timed(texts);
		pace = recentBatches(pace, { effort: effortOf(texts), ms });
		at += ms;
	}
	return notes.flatMap((note) =>
		note.said === null ? [] : [{ at: note.at, said: note.said, was: at - note.at }]
	);
}

/** Cancelled in the middle: until the caller hears of it, and until the worker does something else. */
async function cancelled(sentences: readonly string[], afterMs: number) {
	const abort = new AbortController();
	const call = current().translate(sentences, { signal: abort.signal });
	await new Promise((resolve) => setTimeout(resolve, afterMs));
	const began = performance.now();
	abort.abort();
	await call;
	const heardMs = performance.now() - began;
	await current().translate([], { signal: never });
	return { heardMs, freeMs: performance.now() - began };
}

let worker: Worker | null = null;

/** By the plain way: how long these sentences took, the model loaded already. */
function plainMs(request: Omit<PlainRequest, 'runtime'>): Promise<number> {
	worker ??= new Worker(plain, { type: 'module' });
	const heard = worker;
	const [, mjs = '', wasm = ''] = translatorFiles.map((file) => new URL(file, location.href).href);
	return new Promise((resolve, reject) => {
		heard.onmessage = ({ data }) => resolve(Number(data));
		heard.onerror = ({ message }) => reject(new Error(message));
		heard.postMessage({ ...request, runtime: { mjs, wasm } } satisfies PlainRequest);
	});
}

/** Bytes of the page and its workers; null where the browser does not say. */
async function memory(): Promise<number | null> {
	const measure: unknown = Reflect.get(performance, 'measureUserAgentSpecificMemory');
	if (typeof measure !== 'function') return null;
	try {
		const measured = (await measure.call(performance)) as { readonly bytes: number };
		return measured.bytes;
	} catch {
		return null; // a browser that does not give each site a process of its own
	}
}

const machine = { keep, loadMs, timed, book, cancelled, plainMs, memory };

declare global {
	interface Window {
		measured: typeof machine;
	}
}

window.measured = machine;
