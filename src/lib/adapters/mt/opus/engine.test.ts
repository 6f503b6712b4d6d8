import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OpusEngine, type Start } from './engine';
import type { OpusModel } from './model';
import type { FromWorker, ToWorker } from './protocol';

const model: OpusModel = {
	pair: { from: 'sv', to: 'en' },
	model: 'jamsides/phrases',
	revision: 'abc',
	files: { kind: 'address', prefix: '/models/phrases/' }
};

/** An engine whose workers say what the test says, and remember what they were asked. */
function scripted() {
	const workers: {
		posted: ToWorker[];
		ended: boolean;
		says: (message: FromWorker) => void;
		dies: () => void;
	}[] = [];
	const start: Start = (_, { hear, died }) => {
		const worker = { posted: [] as ToWorker[], ended: false, says: hear, dies: died };
		workers.push(worker);
		return {
			post: (message) => worker.posted.push(message),
			end: () => (worker.ended = true)
		};
	};
	return { engine: new OpusEngine(model, start, { idleMs: 1000 }), workers };
}

const never = new AbortController().signal;
const cancelled = { ok: false, failure: { kind: 'cancelled' } };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('says exactly what it is', () => {
	expect(scripted().engine.id).toEqual({
		engine: 'opus-mt',
		model: 'jamsides/phrases',
		revision: 'abc',
		dtype: 'q8',
		settings:
			'greedy, wasm, batch 8, transformers.js 4.3.1, onnxruntime-web 1.31.0-dev.20260914-8d85527a0'
	});
});

test('answers come as they are whole, and all of them in order in the end', async () => {
	const { engine, workers } = scripted();
	const heard: [number, string][] = [];
	const call = engine.translate(['a', 'b'], {
		signal: never,
		onAnswer: (index, answer) => heard.push([index, answer])
	});
	workers[0]?.says({ type: 'answer', id: 0, index: 1, answer: 'B' });
	workers[0]?.says({ type: 'answer', id: 0, index: 0, answer: 'A' });
	workers[0]?.says({ type: 'done', id: 0 });
	expect(await call).toEqual({ ok: true, value: ['A', 'B'] });
	expect(heard).toEqual([
		[1, 'B'],
		[0, 'A']
	]);
});

test('cancelling settles the call at once, tells the worker, and leaves the calls beside it', async () => {
	const { engine, workers } = scripted();
	const abort = new AbortController();
	const first = engine.translate(['a'], { signal: abort.signal });
	const second = engine.translate(['b'], { signal: never });
	abort.abort();
	expect(await first).toEqual(cancelled);
	expect(workers[0]?.posted.at(-1)).toEqual({ type: 'cancel', id: 0 });
	workers[0]?.says({ type: 'answer', id: 0, index: 0, answer: 'late' });
	workers[0]?.says({ type: 'cancelled', id: 0 });
	workers[0]?.says({ type: 'answer', id: 1, index: 0, answer: 'B' });
	workers[0]?.says({ type: 'done', id: 1 });
	expect(await second).toEqual({ ok: true, value: ['B'] });
	expect(workers).toHaveLength(1);
});

test('what was cancelled before it began never begins', async () => {
	const { engine, workers } = scripted();
	expect(await engine.translate(['a'], { signal: AbortSignal.abort() })).toEqual(cancelled);
	expect(workers).toHaveLength(0);
});

test('a model that cannot be loaded fails every call, and the next one starts anew', async () => {
	const { engine, workers } = scripted();
	const calls = [
		engine.translate(['a'], { signal: never }),
		engine.translate(['b'], { signal: never })
	];
	workers[0]?.says({ type: 'unloadable', failure: { kind: 'missing' } });
	const missing = { ok: false, failure: { kind: 'missing' } };
	expect(await Promise.all(calls)).toEqual([missing, missing]);
	expect(workers[0]?.ended).toBe(true);
	void engine.translate(['c'], { signal: never });
	expect(workers[1]?.posted).toMatchObject([{ type: 'translate', sentences: ['c'] }]);
});

test('after a failure the calls beside it begin again in a new worker, the failed one does not', async () => {
	const { engine, workers } = scripted();
	const first = engine.translate(['a'], { signal: never });
	void engine.translate(['b'], { signal: never });
	workers[0]?.says({ type: 'failed', id: 0, failure: { kind: 'memory' } });
	expect(await first).toEqual({ ok: false, failure: { kind: 'memory' } });
	expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
	expect(workers[1]?.posted).toMatchObject([{ type: 'translate', sentences: ['b'] }]);
});

test('a worker that dies fails its calls', async () => {
	const { engine, workers } = scripted();
	const call = engine.translate(['a'], { signal: never });
	workers[0]?.dies();
	expect(await call).toEqual({ ok: false, failure: { kind: 'died' } });
});

test('an ended worker is heard no more', async () => {
	const { engine, workers } = scripted();
	const first = engine.translate(['a'], { signal: never });
	workers[0]?.dies();
	await first;
	const second = engine.translate(['b'], { signal: never });
	workers[0]?.dies();
	workers[0]?.says({ type: 'unloadable', failure: { kind: 'memory' } });
	workers[1]?.says({ type: 'answer', id: 1, index: 0, answer: 'B' });
	workers[1]?.says({ type: 'done', id: 1 });
	expect(await second).toEqual({ ok: true, value: ['B'] });
});

test('a worker that has nothing to do is ended after a while, not before', async () => {
	const { engine, workers } = scripted();
	const one = async (id: number) => {
		const call = engine.translate([], { signal: never });
		workers[0]?.says({ type: 'done', id });
		await call;
	};
	await one(0);
	vi.advanceTimersByTime(900);
	await one(1);
	vi.advanceTimersByTime(900);
	expect(workers[0]?.ended).toBe(false);
	vi.advanceTimersByTime(200);
	expect(workers[0]?.ended).toBe(true);
});

test('resting cancels what is under way', async () => {
	const { engine, workers } = scripted();
	const call = engine.translate(['a'], { signal: never });
	engine.rest();
	expect(await call).toEqual(cancelled);
	expect(workers[0]?.ended).toBe(true);
});

test('what no worker says is a fault', () => {
	const { engine, workers } = scripted();
	void engine.translate(['a'], { signal: never });
	expect(() => workers[0]?.says({ type: 'answer', id: 0 } as never)).toThrow();
});
