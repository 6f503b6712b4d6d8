import { expect, test } from 'vitest';
import type { AlignmentDraft, Link } from '../../core/links/draft';
import { alignText } from '../../core/links/draftText';
import { fail, ok } from '../../core/result';
import { block } from '../../core/text/block';
import type { ToWorker } from '../worker/protocol';
import type { Start } from '../worker/running';
import { Aligner } from './aligner';
import type { AlignRequest } from './protocol';

/** Makes an aligner whose worker records each request and replies what the test tells it to. */
function scripted() {
	const posted: ToWorker<AlignRequest>[] = [];
	const worker = { posted, hear: (_: unknown): void => {} };
	const start: Start<ToWorker<AlignRequest>> = (hear) => {
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

const texts = {
	source: { lang: 'sv', paragraphs: [['Ja (ur arbetstråden).']] },
	target: { lang: 'en', paragraphs: [['Yes.']] }
};

test('a reply has links, and sentences that are not cut again', async () => {
	const { aligner, worker } = scripted();
	const call = aligner.align(draft);
	void aligner.cut({ ...draft, links: [] });
	expect(worker.posted).toEqual([
		{ id: 0, kind: 'align', ...draft },
		{ id: 1, kind: 'cut', ...draft, links: [] }
	]);
	worker.hear({ type: 'settled', id: 0, result: ok({ links: [link], texts }) });
	expect(await call).toEqual(ok([link]));
	expect(alignText(draft.source)).toEqual(texts.source);
});

test('a malformed reply from the worker throws', () => {
	const { aligner, worker } = scripted();
	void aligner.align(draft);
	expect(() => worker.hear({ type: 'settled', id: 0, result: ok('links') })).toThrow();
});

test('waking aligns an empty text in the two languages', async () => {
	const { aligner, worker } = scripted();
	const ready = aligner.wake('sv', 'en');
	const nothing = (lang: string) => ({ lang, blocks: [] });
	expect(worker.posted).toEqual([
		{ id: 0, kind: 'align', source: nothing('sv'), target: nothing('en'), links: [] }
	]);
	worker.hear({ type: 'settled', id: 0, result: fail({ kind: 'broken', message: 'empty' }) });
	await expect(ready).resolves.toBeUndefined();
});

test('a saved translation is relinked in the worker, which cuts its sentences too', async () => {
	const { aligner, worker } = scripted();
	const { source, target } = draft;
	const [original] = source.blocks;
	if (!original) throw new RangeError('no block');
	const by = { origin: 'human', name: '', date: '2026-01-01' } as const;
	const unit = { kind: 'paragraph', text: ['Yes.'], review: null, by } as const;
	const units = [{ unit: { ...unit, source: [original.fingerprint] }, links: [0.9] }];
	const call = aligner.relink({ units, source, lang: 'en' });
	expect(worker.posted).toEqual([{ id: 0, kind: 'relink', units, source, lang: 'en' }]);
	const relinked = { target, links: [link], changed: 0 };
	worker.hear({ type: 'settled', id: 0, result: ok({ links: [link], relinked, texts }) });
	expect(await call).toEqual(relinked);
	expect(alignText(source)).toEqual(texts.source);
	const failing = aligner.relink({ units, source, lang: 'en' });
	worker.hear({
		type: 'settled',
		id: 1,
		result: { ok: false, failure: { kind: 'broken', message: 'none' } }
	});
	expect(await failing).toBeNull();
});
