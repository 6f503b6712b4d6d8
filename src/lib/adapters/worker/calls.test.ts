import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fail, ok } from '../../core/result';
import { Calls, type CallFailure, type CallsOptions } from './calls';
import { failure, replyParser, share, type ToWorker } from './protocol';
import type { Start } from './running';

interface Request {
	readonly text: string;
}
type Failure = { readonly kind: 'empty' | 'memory' } | CallFailure;

/** Makes calls to workers that record each request and reply what the test tells them to. */
function scripted(options: Partial<CallsOptions<Failure>> = {}) {
	const workers: {
		posted: ToWorker<Request>[];
		ended: boolean;
		hear: (data: unknown) => void;
		broke: (message: string) => void;
	}[] = [];
	const start: Start<ToWorker<Request>> = (hear, broke) => {
		const worker = { posted: [] as ToWorker<Request>[], ended: false, hear, broke };
		workers.push(worker);
		return { post: (request) => worker.posted.push(request), end: () => (worker.ended = true) };
	};
	const parse = replyParser(v.string(), failure<Failure>(), share);
	return { calls: new Calls(start, parse, { failureOf: (same) => same, ...options }), workers };
}

const a = { text: 'a' };
const b = { text: 'b' };
const settled = (id: number, result: unknown = ok('done')) => ({ type: 'settled', id, result });

test('a call is answered by its own reply, whatever the order', async () => {
	const { calls, workers } = scripted();
	const first = calls.call(a);
	const second = calls.call(b);
	workers[0]?.hear(settled(1, fail({ kind: 'empty' })));
	workers[0]?.hear(settled(0));
	expect(await first).toEqual(ok('done'));
	expect(await second).toEqual(fail({ kind: 'empty' }));
	expect(workers).toHaveLength(1);
});

test('progress is reported until the call settles, and not after', async () => {
	const { calls, workers } = scripted();
	const heard: number[] = [];
	const call = calls.call(a, { progress: (part) => heard.push(part) });
	workers[0]?.hear({ type: 'progress', id: 0, progress: 0.5 });
	workers[0]?.hear(settled(0));
	workers[0]?.hear({ type: 'progress', id: 0, progress: 1 });
	await call;
	expect(heard).toEqual([0.5]);
});

test('terminate: aborting ends the worker, and other calls begin again in a new one', async () => {
	const { calls, workers } = scripted();
	const abort = new AbortController();
	const long = calls.call(a, { signal: abort.signal });
	const other = calls.call(b);
	abort.abort();
	expect(await long).toEqual(fail({ kind: 'aborted' }));
	expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
	expect(workers[1]?.posted).toEqual([{ id: 1, ...b }]);
	workers[1]?.hear(settled(1));
	expect(await other).toEqual(ok('done'));
});

test('aborting a call that has settled does nothing', async () => {
	const { calls, workers } = scripted();
	const abort = new AbortController();
	const call = calls.call(a, { signal: abort.signal });
	workers[0]?.hear(settled(0));
	abort.abort();
	expect(await call).toEqual(ok('done'));
	expect(workers[0]?.ended).toBe(false);
});

test('a call that is aborted before it begins starts no worker', async () => {
	const { calls, workers } = scripted();
	expect(await calls.call(a, { signal: AbortSignal.abort() })).toEqual(fail({ kind: 'aborted' }));
	expect(workers).toEqual([]);
});

test('a worker that breaks fails every call, and the next call starts another', async () => {
	const { calls, workers } = scripted();
	const broken = [calls.call(a), calls.call(b)];
	workers[0]?.broke('out of memory');
	for (const outcome of await Promise.all(broken))
		expect(outcome).toEqual(fail({ kind: 'broken', message: 'out of memory' }));
	void calls.call(a);
	expect(workers).toHaveLength(2);
});

test.for([
	{ type: 'settled', id: 0 },
	{ type: 'progress', id: 0, progress: 7 },
	{ type: 'done', id: 0 },
	{ type: 'unusable' },
	settled(-1),
	settled(0, ok(7)),
	settled(0, fail('empty'))
])('a reply that no worker sends is a bug, and throws: %j', (said) => {
	const { calls, workers } = scripted();
	void calls.call(a);
	expect(() => workers[0]?.hear(said)).toThrow();
});

test('an unusable worker fails every call with its failure, and is ended', async () => {
	const { calls, workers } = scripted();
	const both = [calls.call(a), calls.call(b)];
	workers[0]?.hear({ type: 'unusable', failure: { kind: 'memory' } });
	for (const outcome of await Promise.all(both)) expect(outcome).toEqual(fail({ kind: 'memory' }));
	expect(workers[0]?.ended).toBe(true);
});

test('after a fatal failure the other calls begin again in a new worker', async () => {
	const { calls, workers } = scripted({ isFatal: ({ kind }) => kind === 'memory' });
	const first = calls.call(a);
	void calls.call(b);
	workers[0]?.hear(settled(0, fail({ kind: 'memory' })));
	expect(await first).toEqual(fail({ kind: 'memory' }));
	expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
	expect(workers[1]?.posted).toEqual([{ id: 1, ...b }]);
});

test('after any other failure the worker stays in use', async () => {
	const { calls, workers } = scripted({ isFatal: ({ kind }) => kind === 'memory' });
	const call = calls.call(a);
	workers[0]?.hear(settled(0, fail({ kind: 'empty' })));
	await call;
	expect(workers[0]?.ended).toBe(false);
});

test('messages of an ended worker are ignored', async () => {
	const { calls, workers } = scripted();
	const first = calls.call(a);
	calls.end();
	expect(await first).toEqual(fail({ kind: 'aborted' }));
	const second = calls.call(b);
	workers[0]?.broke('late');
	workers[0]?.hear(settled(1, ok('late')));
	workers[1]?.hear(settled(1));
	expect(await second).toEqual(ok('done'));
});

test('a failure is converted by the caller’s `failureOf`', async () => {
	const { calls } = scripted({ failureOf: () => ({ kind: 'empty' }) });
	expect(await calls.call(a, { signal: AbortSignal.abort() })).toEqual(fail({ kind: 'empty' }));
});

describe('with a clock', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	const ask = { kind: 'ask, then terminate', graceMs: 100 } as const;

	test('ask, then terminate: the worker is asked, and settles the call itself', async () => {
		const { calls, workers } = scripted({ stop: ask });
		const abort = new AbortController();
		const call = calls.call(a, { signal: abort.signal });
		abort.abort();
		expect(workers[0]?.posted).toEqual([
			{ id: 0, ...a },
			{ type: 'stop', id: 0 }
		]);
		vi.advanceTimersByTime(99);
		workers[0]?.hear(settled(0, ok('put away')));
		expect(await call).toEqual(ok('put away'));
		vi.advanceTimersByTime(1000);
		expect(workers.map(({ ended }) => ended)).toEqual([false]);
	});

	test('ask, then terminate: a worker that does not answer is ended, as by terminate', async () => {
		const { calls, workers } = scripted({ stop: ask });
		const abort = new AbortController();
		const call = calls.call(a, { signal: abort.signal });
		void calls.call(b);
		abort.abort();
		vi.advanceTimersByTime(99);
		expect(workers[0]?.ended).toBe(false);
		vi.advanceTimersByTime(1);
		expect(await call).toEqual(fail({ kind: 'aborted' }));
		expect(workers[0]?.ended).toBe(true);
		expect(workers[1]?.posted).toEqual([{ id: 1, ...b }]);
	});

	test('tell: the call settles at once, and the worker continues with the others', async () => {
		const { calls, workers } = scripted({ stop: { kind: 'tell' } });
		const abort = new AbortController();
		const call = calls.call(a, { signal: abort.signal });
		const other = calls.call(b);
		abort.abort();
		expect(await call).toEqual(fail({ kind: 'aborted' }));
		expect(workers[0]?.posted.at(-1)).toEqual({ type: 'stop', id: 0 });
		workers[0]?.hear(settled(0, ok('late')));
		workers[0]?.hear(settled(1));
		expect(await other).toEqual(ok('done'));
		expect(workers.map(({ ended }) => ended)).toEqual([false]);
	});

	test('a worker without calls is ended after a while, and not while it has any', async () => {
		const { calls, workers } = scripted({ idleMs: 100 });
		const first = calls.call(a);
		workers[0]?.hear(settled(0));
		await first;
		vi.advanceTimersByTime(99);
		const second = calls.call(b);
		vi.advanceTimersByTime(1000);
		expect(workers[0]?.ended).toBe(false);
		workers[0]?.hear(settled(1));
		await second;
		vi.advanceTimersByTime(100);
		expect(workers.map(({ ended }) => ended)).toEqual([true]);
	});
});
