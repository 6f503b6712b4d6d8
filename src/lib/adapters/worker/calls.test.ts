import * as v from 'valibot';
import { expect, test } from 'vitest';
import { fail, ok } from '../../core/result';
import { Calls, type Envelope } from './calls';
import { failure, replyParser } from './reply';
import type { Start } from './running';

interface Request {
	readonly text: string;
}
type Failure = { readonly kind: 'empty' };

/** A worker that says what the test says, and remembers what it was asked. */
function scripted() {
	const workers: {
		posted: (Request & Envelope)[];
		ended: boolean;
		hear: (data: unknown) => void;
		broke: (message: string) => void;
	}[] = [];
	const start: Start<Request & Envelope> = (hear, broke) => {
		const worker = { posted: [] as (Request & Envelope)[], ended: false, hear, broke };
		workers.push(worker);
		return { post: (request) => worker.posted.push(request), end: () => (worker.ended = true) };
	};
	return { calls: new Calls(start, replyParser(v.string(), failure<Failure>())), workers };
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

test('progress is heard until the call settles, and no longer', async () => {
	const { calls, workers } = scripted();
	const heard: number[] = [];
	const call = calls.call(a, { progress: (part) => heard.push(part) });
	workers[0]?.hear({ type: 'progress', id: 0, done: 0.5 });
	workers[0]?.hear(settled(0));
	workers[0]?.hear({ type: 'progress', id: 0, done: 1 });
	await call;
	expect(heard).toEqual([0.5]);
});

test('aborting ends the worker, and the calls beside it begin again in a new one', async () => {
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

test('a call that has settled is not aborted', async () => {
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
	{ type: 'progress', id: 0, done: 7 },
	{ type: 'done', id: 0 },
	settled(-1),
	settled(0, ok(7)),
	settled(0, fail('empty'))
])('what the worker cannot have said is a bug, and throws: %j', (said) => {
	const { calls, workers } = scripted();
	void calls.call(a);
	expect(() => workers[0]?.hear(said)).toThrow();
});
