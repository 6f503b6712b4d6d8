import { describe, expect, test, vi } from 'vitest';
import { fail } from '$lib/core/result';
import type { BookPairing } from '$lib/core/library/bookPairing';
import { handedOver } from './pairing.fixture';
import { PairingProgress } from './pairingProgress.svelte';

/** Returns the progress of a book whose pairs are handed over, and a call that reports changes. */
async function followed(change: (pairing: BookPairing) => BookPairing = (pairing) => pairing) {
	const all = await handedOver();
	const record = all.pairings.get('p') ?? expect.fail('no record');
	all.pairings.set('p', change(record));
	let report = () => {};
	all.store.watchPairings = (next) => {
		report = () => next([...all.pairings.values()]);
		report();
		return () => {};
	};
	const progress = new PairingProgress(all.job(), async () => all.store, all.environment.now);
	return { ...all, progress, report: () => report() };
}

const saved = ({ pairs, ...rest }: BookPairing): BookPairing => ({
	...rest,
	pairs: pairs.map((pair) => (pair.source.length > 0 ? { ...pair, outcome: 'saved' } : pair))
});

describe('progress', () => {
	test('ends a pairing whose tab was closed after its last chapter', async () => {
		const { progress, pairings } = await followed(saved);
		progress.watch();
		await vi.waitFor(() => expect(pairings.size).toBe(0));
	});

	test('follows the record that was changed last, as the job does', async () => {
		const { progress, pairings, report } = await followed();
		const record = pairings.get('p') ?? expect.fail('no record');
		pairings.set('z', {
			...record,
			id: 'z',
			step: 'pairing',
			changedAt: '2027-01-01T00:00:00.000Z'
		});
		progress.watch();
		await vi.waitFor(() => expect(progress.pairing).not.toBeNull());
		report();
		expect(progress.pairing?.id).toBe('z');
	});

	test('tries a chapter that failed again, beside what another tab has changed', async () => {
		const { progress, pairings, environment, translations } = await followed();
		const align = environment.align;
		let calls = 0;
		Object.assign(environment, {
			align: async (...call: Parameters<typeof align>) =>
				++calls === 1 ? fail({ kind: 'unrelated' }) : align(...call)
		});
		await progress.job.run();
		expect(translations.size).toBe(2);
		progress.watch();
		await vi.waitFor(() => expect(progress.failed).toHaveLength(1));
		await progress.retry(progress.failed[0]?.at ?? -1, 'anyway');
		await vi.waitFor(() => expect(pairings.size).toBe(0));
		expect(translations.size).toBe(3);
	});

	test('tries all chapters again that broke the aligner', async () => {
		const { progress, pairings, environment, translations } = await followed();
		const align = environment.align;
		let calls = 0;
		Object.assign(environment, {
			// Every second call is the one that asks whether the aligner works at all.
			align: async (...call: Parameters<typeof align>) =>
				++calls < 6 && calls % 2 === 1
					? fail({ kind: 'broken', message: 'stopped' })
					: align(...call)
		});
		await progress.job.run();
		expect(translations.size).toBe(0);
		progress.watch();
		await vi.waitFor(() => expect(progress.retriable).toHaveLength(3));
		await progress.retryAll();
		await vi.waitFor(() => expect(pairings.size).toBe(0));
		expect(translations.size).toBe(3);
	});

	test('shows no other tab where nothing waits', async () => {
		const { progress, pairings, locked, report } = await followed();
		locked.add('book.fyren');
		progress.watch();
		await vi.waitFor(() => expect(progress.isElsewhere).toBe(true));
		expect(progress.isBusy).toBe(true);
		const record = pairings.get('p') ?? expect.fail('no record');
		const pairs = record.pairs.map((pair) => ({ ...pair, outcome: 'empty' as const }));
		pairings.set('p', { ...record, pairs });
		report();
		expect([progress.isElsewhere, progress.isBusy]).toEqual([false, false]);
		await progress.job.stop();
	});
});
