import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EngineFailure } from '../../../core/machine/engine';
import { fail, ok, type Result } from '../../../core/result';
import { OpusEngine, type Start } from './engine';
import type { OpusModel } from './model';
import type { ToWorker as ToWorkerOf } from '../../worker/protocol';
import type { TranslateReply, TranslateRequest } from './protocol';

type ToWorker = ToWorkerOf<TranslateRequest>;

const model: OpusModel = {
	pair: { from: 'sv', to: 'en' },
	model: 'jamsides/phrases',
	revision: 'abc',
	files: { kind: 'address', prefix: '/models/phrases/' }
};

/** Makes an engine whose workers record each request and reply what the test tells them to. */
function scripted() {
	const workers: {
		posted: ToWorker[];
		ended: boolean;
		says: (message: TranslateReply) => void;
		dies: () => void;
	}[] = [];
	const start: Start = (hear, broke) => {
		const dies = () => broke('worker');
		const worker = { posted: [] as ToWorker[], ended: false, says: hear, dies };
		workers.push(worker);
		return {
			post: (message) => worker.posted.push(message),
			end: () => (worker.ended = true)
		};
	};
	return { engine: new OpusEngine(model, start, { idleMs: 1000 }), workers };
}

const settled = (id: number, result: Result<null, EngineFailure>): TranslateReply => ({
	type: 'settled',
	id,
	result
});
const done = (id: number) => settled(id, ok(null));
const answer = (id: number, index: number, answer: string): TranslateReply => ({
	type: 'progress',
	id,
	progress: { index, answer }
});

const never = new AbortController().signal;
const cancelled = { ok: false, failure: { kind: 'cancelled' } };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('states its exact identity', () => {
	expect(scripted().engine.id).toEqual({
		engine: 'opus-mt',
		model: 'jamsides/phrases',
		revision: 'abc',
		dtype: 'q8',
		settings:
			'greedy, wasm, marian 1, batch 8, transformers.js 4.3.1, onnxruntime-web 1.31.0-dev.20260914-8d85527a0'
	});
});

test('its careful way has an identity of its own, and the same worker', async () => {
	const { engine, workers } = scripted();
	expect(engine.careful.id).toEqual({
		...engine.id,
		settings: engine.id.settings
			.replace('greedy', 'beam 4 by length, reach 2.5, rows 2')
			.replace('batch 8', 'batch 4')
	});
	void engine.translate(['a'], { signal: never });
	void engine.careful.translate(['b'], { signal: never });
	expect(workers.map(({ posted }) => posted)).toEqual([
		[
			{ type: 'translate', id: 0, sentences: ['a'], again: false, hurried: false, care: 'quick' },
			{ type: 'translate', id: 1, sentences: ['b'], again: false, hurried: false, care: 'careful' }
		]
	]);
	engine.careful.rest();
	expect(workers[0]?.ended).toBe(true);
});

test('answers arrive one by one as they are done, and all in order at the end', async () => {
	const { engine, workers } = scripted();
	const heard: [number, string][] = [];
	const call = engine.translate(['a', 'b'], {
		signal: never,
		onAnswer: (index, answer) => heard.push([index, answer])
	});
	workers[0]?.says(answer(0, 1, 'B'));
	workers[0]?.says(answer(0, 0, 'A'));
	workers[0]?.says(done(0));
	expect(await call).toEqual({ ok: true, value: ['A', 'B'] });
	expect(heard).toEqual([
		[1, 'B'],
		[0, 'A']
	]);
});

test('cancelling settles the call, tells the worker and leaves other calls running', async () => {
	const { engine, workers } = scripted();
	const abort = new AbortController();
	const first = engine.translate(['a'], { signal: abort.signal });
	const second = engine.translate(['b'], { signal: never });
	abort.abort();
	expect(await first).toEqual(cancelled);
	expect(workers[0]?.posted.at(-1)).toEqual({ type: 'stop', id: 0 });
	workers[0]?.says(answer(0, 0, 'late'));
	workers[0]?.says(settled(0, fail({ kind: 'cancelled' })));
	workers[0]?.says(answer(1, 0, 'B'));
	workers[0]?.says(done(1));
	expect(await second).toEqual({ ok: true, value: ['B'] });
	expect(workers).toHaveLength(1);
});

test('a call that is cancelled before it begins never begins', async () => {
	const { engine, workers } = scripted();
	expect(await engine.translate(['a'], { signal: AbortSignal.abort() })).toEqual(cancelled);
	expect(workers).toHaveLength(0);
});

test('a model that cannot be loaded fails every call, and the next call starts anew', async () => {
	const { engine, workers } = scripted();
	const calls = [
		engine.translate(['a'], { signal: never }),
		engine.translate(['b'], { signal: never })
	];
	workers[0]?.says({ type: 'unusable', failure: { kind: 'missing' } });
	const missing = { ok: false, failure: { kind: 'missing' } };
	expect(await Promise.all(calls)).toEqual([missing, missing]);
	expect(workers[0]?.ended).toBe(true);
	void engine.translate(['c'], { signal: never });
	expect(workers[1]?.posted).toMatchObject([{ type: 'translate', sentences: ['c'] }]);
});

test('after a failure only the other calls begin again in a new worker', async () => {
	const { engine, workers } = scripted();
	const first = engine.translate(['a'], { signal: never });
	void engine.translate(['b'], { signal: never });
	workers[0]?.says(settled(0, fail({ kind: 'memory' })));
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

test('messages of an ended worker are ignored', async () => {
	const { engine, workers } = scripted();
	const first = engine.translate(['a'], { signal: never });
	workers[0]?.dies();
	await first;
	const second = engine.translate(['b'], { signal: never });
	workers[0]?.dies();
	workers[0]?.says({ type: 'unusable', failure: { kind: 'memory' } });
	workers[1]?.says(answer(1, 0, 'B'));
	workers[1]?.says(done(1));
	expect(await second).toEqual({ ok: true, value: ['B'] });
});

test('an idle worker is ended after a while, not before', async () => {
	const { engine, workers } = scripted();
	const one = async (id: number) => {
		const call = engine.translate([], { signal: never });
		workers[0]?.says(done(id));
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

test('resting cancels the calls in progress', async () => {
	const { engine, workers } = scripted();
	const call = engine.translate(['a'], { signal: never });
	engine.rest();
	expect(await call).toEqual(cancelled);
	expect(workers[0]?.ended).toBe(true);
});

test('a malformed message from the worker is a failure', () => {
	const { engine, workers } = scripted();
	void engine.translate(['a'], { signal: never });
	expect(() => workers[0]?.says({ type: 'progress', id: 0 } as never)).toThrow();
});
