import { expect, test } from 'vitest';
import type { AlignmentDraft, Link } from '../../core/align/draft';
import { block } from '../../core/text/block';
import type { Envelope, Start } from '../worker/calls';
import { Aligner } from './aligner';
import type { AlignRequest } from './protocol';

/** A worker that says what the test says, and remembers what it was asked. */
function scripted() {
	const workers: {
		posted: (AlignRequest & Envelope)[];
		ended: boolean;
		hear: (data: unknown) => void;
		broke: (message: string) => void;
	}[] = [];
	const start: Start<AlignRequest> = (hear, broke) => {
		const worker = { posted: [] as (AlignRequest & Envelope)[], ended: false, hear, broke };
		workers.push(worker);
		return { post: (request) => worker.posted.push(request), end: () => (worker.ended = true) };
	};
	return { aligner: new Aligner(start), workers };
}

const side = (lang: string, text: string) => ({
	lang,
	blocks: [block({ kind: 'paragraph' }, text)]
});
const draft = {
	source: side('sv', 'Ja.'),
	target: side('en', 'Yes.'),
	links: []
} satisfies Partial<AlignmentDraft>;
const link: Link = { source: [0], target: [0], confidence: 0.9, fixed: false };
const done = (id: number) => ({ type: 'settled', id, result: { ok: true, value: [link] } });
const failed = (id: number, failure: object) => ({
	type: 'settled',
	id,
	result: { ok: false, failure }
});

test('a call is answered by its own reply, whatever the order', async () => {
	const { aligner, workers } = scripted();
	const first = aligner.align(draft);
	const second = aligner.align(draft, { aligned: [draft] });
	workers[0]?.hear(failed(1, { kind: 'unrelated' }));
	workers[0]?.hear(done(0));
	expect(await first).toEqual({ ok: true, value: [link] });
	expect(await second).toEqual({ ok: false, failure: { kind: 'unrelated' } });
	expect(workers.flatMap(({ posted }) => posted.map(({ aligned }) => aligned.length))).toEqual([
		0, 1
	]);
});

test('progress is heard until the call settles, and no longer', async () => {
	const { aligner, workers } = scripted();
	const heard: number[] = [];
	const call = aligner.align(draft, { progress: (part) => heard.push(part) });
	workers[0]?.hear({ type: 'progress', id: 0, done: 0.5 });
	workers[0]?.hear(done(0));
	workers[0]?.hear({ type: 'progress', id: 0, done: 1 });
	await call;
	expect(heard).toEqual([0.5]);
});

test('aborting ends the worker, and the calls beside it begin again in a new one', async () => {
	const { aligner, workers } = scripted();
	const abort = new AbortController();
	const long = aligner.align(draft, { signal: abort.signal });
	const other = aligner.align({ ...draft, links: [link] });
	abort.abort();
	expect(await long).toEqual({ ok: false, failure: { kind: 'aborted' } });
	expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
	expect(workers[1]?.posted.map(({ links }) => links)).toEqual([[link]]);
	workers[1]?.hear(done(1));
	expect((await other).ok).toBe(true);
});

test('a call that is aborted before it begins starts no worker', async () => {
	const { aligner, workers } = scripted();
	const outcome = await aligner.align(draft, { signal: AbortSignal.abort() });
	expect(outcome).toEqual({ ok: false, failure: { kind: 'aborted' } });
	expect(workers).toEqual([]);
});

test('a call that has settled is not aborted', async () => {
	const { aligner, workers } = scripted();
	const abort = new AbortController();
	const call = aligner.align(draft, { signal: abort.signal });
	workers[0]?.hear(done(0));
	abort.abort();
	expect((await call).ok).toBe(true);
	expect(workers[0]?.ended).toBe(false);
});

test('a worker that breaks fails every call, and the next call starts another', async () => {
	const { aligner, workers } = scripted();
	const calls = [aligner.align(draft), aligner.align(draft)];
	workers[0]?.broke('out of memory');
	for (const outcome of await Promise.all(calls))
		expect(outcome).toEqual({ ok: false, failure: { kind: 'broken', message: 'out of memory' } });
	void aligner.align(draft);
	expect(workers).toHaveLength(2);
});

test('what the worker cannot have said is a bug, and throws', () => {
	const { aligner, workers } = scripted();
	void aligner.align(draft);
	expect(() => workers[0]?.hear({ type: 'settled', id: 0 })).toThrow();
	expect(() => workers[0]?.hear({ type: 'progress', id: 0, done: 7 })).toThrow();
	const torn = { ok: true, value: [{ ...link, confidence: 2 }] };
	expect(() => workers[0]?.hear({ type: 'settled', id: 0, result: torn })).toThrow();
});
