import { describe, expect, test, vi } from 'vitest';
import { fail, ok } from '$lib/core/result';
import { block } from '$lib/core/text/block';
import { english, handedOver } from './pairing.fixture';

describe('a job', () => {
	test('saves each chapter as it is ready, the first first, and learns from those done', async () => {
		const { job, translations, pairings, texts, locked, state } = await handedOver();
		const work = job();
		await work.run();
		expect(work.step).toEqual({ kind: 'finished' });
		expect(state.log.map((line) => line.replace(/ by \d+/, ''))).toEqual([
			'reads the library',
			'aligns 2',
			'saved fyren-1',
			'learns of 1',
			'aligns 2',
			'saved fyren-2',
			'learns of 2',
			'aligns 2',
			'saved fyren-3'
		]);
		expect([pairings.size, texts.size, locked.size]).toEqual([0, 0, 0]);
		expect(translations.get('p-1')).toMatchObject({
			article: 'fyren-1',
			lang: 'en',
			credit: {
				translator: 'Ida Holm',
				title: 'Chapter 1',
				publication: 'The Lighthouse, Valley Press'
			}
		});
		expect(translations.get('p-1')?.units.map(({ text }) => text[0]?.slice(0, 9))).toEqual([
			'The light',
			'Every aut'
		]);
	});

	test('goes on where a closed tab has ended, and saves nothing twice', async () => {
		const all = await handedOver();
		const align = all.environment.align;
		let calls = 0;
		Object.assign(all.environment, {
			align: (...call: Parameters<typeof align>) =>
				++calls === 2 ? new Promise(() => {}) : align(...call)
		});
		void all.job().run();
		await vi.waitFor(() => expect(calls).toBe(2));
		all.locked.clear();
		expect(all.pairings.get('p')?.pairs.map(({ outcome }) => outcome)).toEqual([
			'waiting',
			'saved',
			'waiting',
			'waiting'
		]);
		await all.job().run();
		expect(all.state.log.filter((line) => line.startsWith('saved'))).toHaveLength(3);
		expect(all.pairings.size).toBe(0);
	});

	test('saves a file that was chosen instead of one that is saved in part', async () => {
		const all = await handedOver();
		const align = all.environment.align;
		const first = all.job();
		let calls = 0;
		Object.assign(all.environment, {
			align: async (...call: Parameters<typeof align>) => {
				if (++calls === 2) void first.stop();
				return align(...call);
			}
		});
		await first.run();
		expect([...all.translations.keys()]).toEqual(['p-1']);
		await all.pairing.takeBack();
		const [preface, one, ...chapters] = english.chapters;
		const other = block({ kind: 'paragraph' }, 'The lighthouse was raised in 1871 by Nils Ekman.');
		const title = { title: 'Chapter 1', level: 1, ...one };
		const book = {
			...english,
			chapters: [
				{ title: 'Preface', level: 1, blocks: [], ...preface },
				{ ...title, blocks: [other] },
				...chapters
			]
		};
		Object.assign(all.environment, { read: async () => ok({ book }) });
		await all.pairing.read('other.epub', new Blob());
		expect([...all.pairings.keys()]).toEqual(['q']);
		// Its chapter has a translation: the reader includes it all the same.
		all.pairing.include(0);
		await all.pairing.finish();
		await all.job().run();
		const texts = [...all.translations.values()].flatMap(({ units }) =>
			units.flatMap(({ text }) => text)
		);
		expect(texts.join(' ')).toContain('was raised in 1871');
		expect(texts.join(' ')).toContain('was built in 1871');
	});

	test('writes nothing after the library was cleared', async () => {
		const all = await handedOver();
		const align = all.environment.align;
		Object.assign(all.environment, {
			align: async (...call: Parameters<typeof align>) => {
				all.pairings.clear();
				all.texts.clear();
				return align(...call);
			}
		});
		const work = all.job();
		await work.run();
		expect(work.step).toEqual({ kind: 'idle' });
		expect([all.translations.size, all.pairings.size]).toEqual([0, 0]);
	});

	test('without its text fails, and says so', async () => {
		const all = await handedOver();
		all.texts.clear();
		const work = all.job();
		await work.run();
		expect(work.step).toMatchObject({ kind: 'failed', failure: { kind: 'damaged' } });
	});

	test('does not work beside another tab, and goes on when that is closed', async () => {
		const { job, locked, translations } = await handedOver();
		locked.add('book.fyren');
		const work = job();
		const running = work.run();
		await vi.waitFor(() => expect(work.step).toEqual({ kind: 'elsewhere' }));
		expect(translations.size).toBe(0);
		locked.clear();
		await running;
		expect(work.step).toEqual({ kind: 'finished' });
	});

	test('that waits for another tab can be stopped', async () => {
		const { job, locked } = await handedOver();
		locked.add('book.fyren');
		const work = job();
		const running = work.run();
		await vi.waitFor(() => expect(work.step).toEqual({ kind: 'elsewhere' }));
		await work.stop();
		await running;
		expect(work.step).toEqual({ kind: 'idle' });
	});

	test('without an aligner stops at once, and its pairs wait', async () => {
		const all = await handedOver();
		const align = all.environment.align;
		const broken = fail({ kind: 'broken', message: 'no code' });
		Object.assign(all.environment, { align: async () => broken });
		const work = all.job();
		await work.run();
		const failure = { kind: 'aligner', message: 'no code' };
		expect(work.step).toEqual({ kind: 'failed', failure });
		expect(all.pairings.get('p')?.pairs.some(({ outcome }) => outcome === 'broken')).toBe(false);
		// One chapter that breaks the aligner is no reason to stop.
		let calls = 0;
		Object.assign(all.environment, {
			align: async (...call: Parameters<typeof align>) => (++calls === 1 ? broken : align(...call))
		});
		await work.run();
		expect(all.pairings.get('p')?.pairs.map(({ outcome }) => outcome)).toEqual([
			'waiting',
			'broken',
			'saved',
			'saved'
		]);
	});

	test('is stopped, and goes on', async () => {
		const all = await handedOver();
		const work = all.job();
		const align = all.environment.align;
		Object.assign(all.environment, {
			align: async (...call: Parameters<typeof align>) => {
				void work.stop();
				return align(...call);
			}
		});
		await work.run();
		expect(work.step).toEqual({ kind: 'idle' });
		expect(all.translations.size).toBe(0);
		Object.assign(all.environment, { align });
		// Neither a later visit nor another tab goes on by itself.
		await all.job().run();
		expect(all.translations.size).toBe(0);
		await work.resume();
		expect(work.step).toEqual({ kind: 'finished' });
	});

	test('names a chapter that fails, saves the others, and aligns it anyway', async () => {
		const all = await handedOver({});
		const align = all.environment.align;
		let calls = 0;
		Object.assign(all.environment, {
			align: async (...call: Parameters<typeof align>) =>
				++calls === 2 && !call[0].related ? fail({ kind: 'unrelated' }) : align(...call)
		});
		await all.job().run();
		const pairing = all.pairings.get('p') ?? expect.fail('no record');
		expect(pairing.pairs.map(({ outcome }) => outcome)).toEqual([
			'waiting',
			'saved',
			'unrelated',
			'saved'
		]);
		const failed = pairing.pairs[2] ?? expect.fail('no pair');
		const saved = { translations: [], changedAt: pairing.changedAt };
		await all.store.savePair('p', { ...failed, outcome: 'anyway' }, saved);
		const work = all.job();
		await work.run();
		expect(work.step).toEqual({ kind: 'finished' });
		expect(all.translations.size).toBe(3);
	});

	test('on a full disk stops, says so, and loses nothing', async () => {
		const all = await handedOver();
		all.state.full = true;
		const work = all.job();
		await work.run();
		expect(work.step).toEqual({ kind: 'failed', failure: { kind: 'full' } });
		all.state.full = false;
		await work.run();
		expect(work.step).toEqual({ kind: 'finished' });
	});

	test('names a chapter that is no longer in the library', async () => {
		const all = await handedOver();
		all.articles.delete('fyren-2');
		await all.job().run();
		expect(all.pairings.get('p')?.pairs[2]?.outcome).toBe('missing');
	});

	test('gives each of two chapters its part of the one that translates both', async () => {
		const all = await handedOver();
		const pairing = all.pairings.get('p') ?? expect.fail('no record');
		all.pairings.set('p', {
			...pairing,
			pairs: [
				{ source: [0, 1], target: [1, 2], outcome: 'waiting' },
				{ source: [2], target: [3], outcome: 'waiting' }
			]
		});
		await all.job().run();
		expect([...all.translations.keys()]).toEqual(['p-1', 'p-2', 'p-3']);
		const texts = (id: string) => all.translations.get(id)?.units.flatMap(({ text }) => text);
		expect(texts('p-1')?.join(' ')).toContain('1871');
		expect(texts('p-2')?.join(' ')).toContain('1904');
		expect(texts('p-2')?.join(' ')).not.toContain('1871');
	});

	test('counts a chapter that got nothing of a shared translation among those that failed', async () => {
		const all = await handedOver();
		const pairing = all.pairings.get('p') ?? expect.fail('no record');
		const shared = { source: [0, 1, 2], target: [1, 3], outcome: 'waiting' } as const;
		all.pairings.set('p', { ...pairing, pairs: [shared] });
		const align = all.environment.align;
		Object.assign(all.environment, {
			align: async (...call: Parameters<typeof align>) => {
				const found = await align(...call);
				if (!found.ok) return found;
				// The second chapter’s sentences, after the first’s four, are left without a translation.
				const isSecond = (at: number) => at >= 4 && at < 8;
				return ok(
					found.value.flatMap((link) =>
						link.source.some(isSecond)
							? [
									{ ...link, target: [] },
									...(link.target.length > 0 ? [{ ...link, source: [] }] : [])
								]
							: [link]
					)
				);
			}
		});
		const work = all.job();
		await work.run();
		expect(work.step).toEqual({ kind: 'idle' });
		expect([...all.translations.keys()]).toEqual(['p-1', 'p-3']);
		expect(all.pairings.get('p')?.pairs).toEqual([
			{ source: [0, 2], target: [1, 3], outcome: 'saved' },
			{ source: [1], target: [], outcome: 'nothing' }
		]);
		await all.pairing.takeBack();
		await all.pairing.finish();
		await all.job().run();
		expect(all.pairings.size).toBe(0);
	});
});
