import { describe, expect, test } from 'vitest';
import type { ImportOutcome } from '$lib/adapters/import/importer';
import { alignText } from '$lib/core/links/draftText';
import { fail, ok } from '$lib/core/result';
import { Arrival } from './arrival.svelte';
import {
	article,
	original,
	bare,
	english,
	read,
	setUp,
	file,
	idle,
	forArticle,
	mending
} from './arrival.fixture';

describe('adding a translation', () => {
	test('stops when the article or its original is missing, or the library cannot be read', async () => {
		const { arrival, articles } = setUp();
		await arrival.open({ kind: 'article', id: 'nobody' });
		expect(arrival.step).toEqual({ kind: 'closed', why: 'missing' });
		articles.set('bare', article('sv', 'Bara'));
		await arrival.open({ kind: 'article', id: 'bare' });
		expect(arrival.step).toEqual({ kind: 'closed', why: 'no-original' });
		const broken = setUp({ article: async () => fail({ kind: 'newer' }) });
		await broken.arrival.open(forArticle);
		expect(broken.arrival.step).toEqual({ kind: 'unreadable', failure: { kind: 'newer' } });
	});

	test('uses the draft’s copy of the original when the original has been removed', async () => {
		const { arrival, articles, environment, drafts } = await mending();
		arrival.close();
		for (const gone of [() => articles.delete('fyren'), () => articles.set('fyren', bare)]) {
			gone();
			const next = new Arrival(environment);
			await next.open({ kind: 'draft', id: 'one' });
			next.chooseAnother();
			await next.read('again.txt', file);
			expect(next.step).toEqual({ kind: 'about', failure: null });
			expect(drafts.get('one')?.source.blocks).toEqual(original.blocks);
			next.close();
		}
	});

	test('says why a file cannot be read, and lets another be chosen', async () => {
		const outcomes: ImportOutcome[] = [fail({ kind: 'empty' }), read(english)];
		const { arrival, drafts } = setUp({
			read: async () => outcomes.shift() ?? fail({ kind: 'empty' })
		});
		await arrival.open(forArticle);
		await arrival.read('empty.txt', file);
		const failure = { from: 'text', failure: { kind: 'empty' } };
		expect(arrival.step).toEqual({ kind: 'choosing', failure });
		expect(drafts.size).toBe(0);
		await arrival.read('lighthouse.txt', file);
		expect(arrival.step).toEqual({ kind: 'about', failure: null });
	});

	test('reports a failure when the module for translators’ files does not load', async () => {
		const { arrival } = setUp({ exchange: () => Promise.reject(new Error('no network')) });
		await arrival.open(forArticle);
		await arrival.read('lighthouse.xlf', file);
		const broken = { kind: 'broken', message: 'Error: no network' };
		expect(arrival.step).toEqual({
			kind: 'choosing',
			failure: { from: 'text', failure: broken }
		});
	});

	test('leaves everything as it was when reading or aligning is cancelled', async () => {
		const called = setUp({
			read: (_name, _file, { signal }) =>
				new Promise((resolve) =>
					signal.addEventListener('abort', () => resolve(fail({ kind: 'aborted' })))
				)
		});
		await called.arrival.open(forArticle);
		const reading = called.arrival.read('long.txt', file);
		await idle();
		expect(called.arrival.step).toEqual({ kind: 'reading', done: 0 });
		called.arrival.cancel();
		await reading;
		expect(called.arrival.step).toEqual({ kind: 'choosing', failure: null });

		let answer = (_: null): void => {};
		const tool = setUp({ exchange: () => new Promise((resolve) => (answer = resolve)) });
		await tool.arrival.open(forArticle);
		const opening = tool.arrival.read('long.tmx', file);
		await idle();
		expect(tool.arrival.step).toEqual({ kind: 'reading', done: 0 });
		tool.arrival.cancel();
		answer(null);
		await opening;
		expect(tool.arrival.step).toEqual({ kind: 'choosing', failure: null });

		const { arrival } = await mending({ align: async () => fail({ kind: 'aborted' }) });
		expect(arrival.step).toEqual({ kind: 'about', failure: null });
		expect(arrival.draft?.credit.translator).toBe('Ida Holm');
	});

	test('does not save a text without links, because its words would be lost', async () => {
		const { arrival, drafts, translations } = await mending();
		const { draft } = arrival;
		if (!draft) throw new Error('it is being mended');
		const apart = draft.links.flatMap((link) => [
			{ ...link, target: [] },
			{ ...link, source: [] }
		]);
		arrival.change({ ...draft, links: apart });
		expect(await arrival.save()).toBe(false);
		await idle();
		expect(arrival.step).toEqual({ kind: 'about', failure: { kind: 'unrelated' } });
		expect([drafts.size, translations.size]).toEqual([1, 0]);
	});

	test('links two texts that look unrelated where the reader says so', async () => {
		const { arrival } = await mending({
			align: async ({ related, source, target }) =>
				related
					? ok(
							[source, target].flatMap((side, nth) =>
								alignText(side)
									.paragraphs.flat()
									.map((_, at) => ({
										source: nth === 0 ? [at] : [],
										target: nth === 0 ? [] : [at],
										confidence: 1,
										fixed: false
									}))
							)
						)
					: fail({ kind: 'unrelated' })
		});
		expect(arrival.step).toEqual({ kind: 'about', failure: { kind: 'unrelated' } });
		await arrival.align({ related: true });
		expect(arrival.step.kind).toBe('mending');
	});

	test('does not save two unrelated texts as one', async () => {
		const { arrival } = await mending({ align: async () => fail({ kind: 'unrelated' }) });
		expect(arrival.step).toEqual({ kind: 'about', failure: { kind: 'unrelated' } });
		expect(await arrival.save()).toBe(false);
	});
});
