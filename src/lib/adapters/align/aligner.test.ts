import { expect, test } from 'vitest';
import type { AlignmentDraft, Link } from '../../core/align/draft';
import { fail, ok } from '../../core/result';
import { block } from '../../core/text/block';
import type { Envelope } from '../worker/calls';
import type { Start } from '../worker/running';
import { Aligner } from './aligner';
import type { AlignRequest } from './protocol';

/** A worker that remembers what it was asked, and lets the test answer. */
function scripted() {
	const posted: (AlignRequest & Envelope)[] = [];
	const worker = { posted, hear: (_: unknown): void => {} };
	const start: Start<AlignRequest & Envelope> = (hear) => {
		worker.hear = hear;
		return { post: (request) => posted.push(request), end: () => {} };
	};
	return { aligner: new Aligner(start), worker };
}

const side = (lang: string, text: string) => ({
	lang,
	blocks: [block({ kind: 'paragraph' }, text)]
});
const link: Link = { source: [0], target: [0], confidence: 0.9, fixed: false };
const draft = {
	source: side('sv', 'Ja.'),
	target: side('en', 'Yes.'),
	links: [link]
} satisfies Partial<AlignmentDraft>;

test('links are asked for with what is aligned already', async () => {
	const { aligner, worker } = scripted();
	const call = aligner.align(draft, { aligned: [draft] });
	void aligner.align({ ...draft, links: [] });
	expect(worker.posted).toEqual([
		{ id: 0, ...draft, aligned: [draft] },
		{ id: 1, ...draft, links: [], aligned: [] }
	]);
	worker.hear({ type: 'settled', id: 0, result: ok([link]) });
	expect(await call).toEqual(ok([link]));
});

test('what the worker cannot have said is a bug, and throws', () => {
	const { aligner, worker } = scripted();
	void aligner.align(draft);
	const torn = ok([{ ...link, confidence: 2 }]);
	expect(() => worker.hear({ type: 'settled', id: 0, result: torn })).toThrow();
});

test('is made ready by aligning nothing, in the two languages', async () => {
	const { aligner, worker } = scripted();
	const ready = aligner.wake('sv', 'en');
	const nothing = (lang: string) => ({ lang, blocks: [] });
	expect(worker.posted).toEqual([
		{ id: 0, source: nothing('sv'), target: nothing('en'), links: [], aligned: [] }
	]);
	worker.hear({ type: 'settled', id: 0, result: fail({ kind: 'broken', message: 'empty' }) });
	await expect(ready).resolves.toBeUndefined();
});
