import { expect, test } from 'vitest';
import { Importer, type Start } from './importer';
import type { ImportRequest } from './protocol';

/** A worker that says what the test says, and remembers what it was asked. */
function scripted() {
	const workers: {
		posted: ImportRequest[];
		ended: boolean;
		hear: (data: unknown) => void;
		broke: (message: string) => void;
	}[] = [];
	const start: Start = (hear, broke) => {
		const worker = { posted: [] as ImportRequest[], ended: false, hear, broke };
		workers.push(worker);
		return { post: (request) => worker.posted.push(request), end: () => (worker.ended = true) };
	};
	return { importer: new Importer(start), workers };
}

const file = new Blob(['A text.']);
const imported = { article: { lang: 'en', blocks: [] }, leftOut: [] };
const done = (id: number) => ({ type: 'done', id, imported });

test('a call is answered by its own reply, whatever the order', async () => {
	const { importer, workers } = scripted();
	const first = importer.import('a.txt', file);
	const second = importer.import('b.txt', file);
	workers[0]?.hear({ type: 'failed', id: 1, failure: { kind: 'empty' } });
	workers[0]?.hear(done(0));
	expect(await first).toEqual({ ok: true, value: imported });
	expect(await second).toEqual({ ok: false, failure: { kind: 'empty' } });
	expect(workers).toHaveLength(1);
});

test('progress is heard until the call settles, and no longer', async () => {
	const { importer, workers } = scripted();
	const heard: number[] = [];
	const call = importer.import('a.txt', file, { progress: (part) => heard.push(part) });
	workers[0]?.hear({ type: 'progress', id: 0, done: 0.5 });
	workers[0]?.hear(done(0));
	workers[0]?.hear({ type: 'progress', id: 0, done: 1 });
	await call;
	expect(heard).toEqual([0.5]);
});

test('aborting ends the worker, and the calls beside it begin again in a new one', async () => {
	const { importer, workers } = scripted();
	const abort = new AbortController();
	const long = importer.import('long.txt', file, { signal: abort.signal });
	const other = importer.import('other.txt', file);
	abort.abort();
	expect(await long).toEqual({ ok: false, failure: { kind: 'aborted' } });
	expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
	expect(workers[1]?.posted.map(({ name }) => name)).toEqual(['other.txt']);
	workers[1]?.hear(done(1));
	expect((await other).ok).toBe(true);
});

test('a call that has settled is not aborted', async () => {
	const { importer, workers } = scripted();
	const abort = new AbortController();
	const call = importer.import('a.txt', file, { signal: abort.signal });
	workers[0]?.hear(done(0));
	abort.abort();
	expect((await call).ok).toBe(true);
	expect(workers[0]?.ended).toBe(false);
});

test('a call that is aborted before it begins starts no worker', async () => {
	const { importer, workers } = scripted();
	const outcome = await importer.import('a.txt', file, { signal: AbortSignal.abort() });
	expect(outcome).toEqual({ ok: false, failure: { kind: 'aborted' } });
	expect(workers).toEqual([]);
});

test('a worker that breaks fails every call, and the next call starts another', async () => {
	const { importer, workers } = scripted();
	const calls = [importer.import('a.txt', file), importer.import('b.txt', file)];
	workers[0]?.broke('out of memory');
	for (const outcome of await Promise.all(calls))
		expect(outcome).toEqual({ ok: false, failure: { kind: 'broken', message: 'out of memory' } });
	void importer.import('c.txt', file);
	expect(workers).toHaveLength(2);
});

test('what the worker cannot have said is a bug, and throws', () => {
	const { importer, workers } = scripted();
	void importer.import('a.txt', file);
	expect(() => workers[0]?.hear({ type: 'done', id: 0 })).toThrow();
	expect(() => workers[0]?.hear({ type: 'progress', id: 0, done: 7 })).toThrow();
});
