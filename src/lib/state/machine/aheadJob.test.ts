import { describe, expect, it, vi } from 'vitest';
import type { Hold } from '$lib/compose/ahead';
import type { OwnBook } from '$lib/core/library/ownBook';
import type { KeptArticle } from '$lib/core/library/ownArticle';
import type { Cancelling } from '$lib/core/machine/engine';
import { memoryCache, wordEngine } from '$lib/core/machine/engine.fixture';
import { effortOf } from '$lib/core/machine/pace';
import { noTerms } from '$lib/core/machine/terms';
import { ok } from '$lib/core/result';
import { block } from '$lib/core/text/block';
import { AheadJob, type AheadEnvironment } from './aheadJob.svelte';

const chapters: Readonly<Record<string, readonly string[]>> = {
	a: ['Vi gick dit. Huset.', 'Havet.'],
	b: ['Det ligger.', 'Röda hus.'],
	c: ['Gård.']
};

const book = {
	id: 'bok',
	chapters: Object.keys(chapters).map((article) => ({ article, title: '', level: 1, words: 3 }))
} as unknown as OwnBook;

const keptOf = (texts: readonly string[]): KeptArticle =>
	({
		article: {
			...{ lang: 'sv', title: 'Prov' },
			blocks: texts.map((text) => block({ kind: 'paragraph' }, text))
		}
	}) as unknown as KeptArticle;

/** A device, whose engine takes 10 ms for each character. */
function device(texts = chapters, cache = memoryCache()) {
	const clock = { now: 0 };
	const engine = wordEngine();
	const conditions = new Set<(hold: Hold | null) => void>();
	const waits = new Set<() => void>();
	const state = { hold: null as Hold | null, engine: engine as typeof engine | null };
	const wrong = { of: (_: string): string | undefined => undefined };
	engine.wrong = (sentence) => {
		clock.now += 10 * sentence.length;
		return wrong.of(sentence);
	};
	const environment: AheadEnvironment = {
		cache,
		store: async () => ({
			book: async (id) => ok(id === 'bok' ? book : null),
			article: async (id) => ok(keptOf(texts[id] ?? [])),
			work: async () => ok({ words: [], reviews: [], translations: [] })
		}),
		engine: async () => ok(state.engine),
		terms: async () => noTerms,
		alone: async <T>(work: () => Promise<T>, { aborted }: Cancelling) => (aborted ? null : work()),
		now: () => clock.now,
		watchConditions: (next) => {
			conditions.add(next);
			next(state.hold);
			return () => void conditions.delete(next);
		},
		whenReaderWaits: (begins) => {
			waits.add(begins);
			return () => void waits.delete(begins);
		},
		wait: async (ms) => void (clock.now += ms)
	};
	const job = new AheadJob('bok', environment);
	return {
		...{ job, engine, wrong, cache, state, clock },
		hold: (hold: Hold | null) => {
			state.hold = hold;
			for (const next of conditions) next(hold);
		},
		readerWaits: () => {
			for (const begins of waits) begins();
		},
		watched: () => conditions.size + waits.size,
		until: (kind: AheadJob['step']['kind']) => vi.waitFor(() => expect(job.step.kind).toBe(kind)),
		/** A tab after a restart: everything but the cache is new. */
		restarted: () => device(texts, cache)
	};
}

describe('translating ahead', () => {
	it('does nothing until it is asked for', async () => {
		const { job, engine } = device();
		await job.follow('a');
		expect(job.step).toEqual({ kind: 'off' });
		expect(engine.calls).toEqual([]);
	});

	it('translates the reader’s chapter and the next, and no further', async () => {
		const { job, engine, cache, watched } = device();
		await job.follow('a');
		await job.turnOn();
		expect(job.step).toEqual({ kind: 'done' });
		expect(engine.calls).toEqual([
			['Vi gick dit.', 'Huset.', 'Havet.'],
			['Det ligger.', 'Röda hus.']
		]);
		expect(await cache.isAsked('b')).toEqual(ok(true));
		expect(await cache.isAsked('c')).toEqual(ok(false));
		expect(watched()).toBe(0);
	});

	it('follows the reader to the next chapter', async () => {
		const { job, engine } = device();
		await job.follow('a');
		await job.turnOn();
		await job.follow('b');
		expect(engine.calls.slice(2)).toEqual([['Gård.']]);
		expect(job.step).toEqual({ kind: 'done' });
	});

	it('goes on by itself after a restart, and asks for nothing twice', async () => {
		const before = device();
		await before.job.follow('a');
		before.wrong.of = (sentence) =>
			sentence === 'Det ligger.' ? void before.hold('hidden') : undefined;
		void before.job.turnOn();
		await before.until('held');
		const { job, engine, until } = before.restarted();
		void job.follow('a');
		await until('done');
		expect(before.engine.calls[0]).toEqual(['Vi gick dit.', 'Huset.', 'Havet.']);
		expect(engine.calls.flat()).not.toContain('Havet.');
		expect(engine.calls.flat()).toContain('Röda hus.');
	});

	it('stays paused after a restart, and says how far it is', async () => {
		const before = device();
		await before.job.follow('a');
		before.wrong.of = (sentence) => {
			if (sentence === 'Det ligger.') void before.job.pause();
			return undefined;
		};
		await before.job.turnOn();
		await before.until('paused');
		const { job, engine } = before.restarted();
		await job.follow('a');
		const of = Object.values(chapters).slice(0, 2).flat().join('').length - 1;
		expect(job.step).toMatchObject({ kind: 'paused', of });
		expect(engine.calls).toEqual([]);
		await job.turnOn();
		expect(job.step).toEqual({ kind: 'done' });
	});

	it('is off after it is cancelled, and what is done stays', async () => {
		const { job, wrong, until, cache, restarted } = device();
		await job.follow('a');
		wrong.of = (sentence) => {
			if (sentence === 'Det ligger.') void job.turnOff();
			return undefined;
		};
		await job.turnOn();
		await until('off');
		expect(cache.all.size).toBeGreaterThanOrEqual(3);
		const again = restarted();
		await again.job.follow('a');
		expect(again.job.step).toEqual({ kind: 'off' });
	});

	it.each(['hidden', 'battery'] as const)('stops while there is a reason: %s', async (reason) => {
		const { job, hold, engine, until, state } = device();
		state.hold = reason;
		await job.follow('a');
		void job.turnOn();
		await until('held');
		expect(job.step).toMatchObject({ hold: reason, done: 0 });
		expect(engine.calls).toEqual([]);
		hold(null);
		await until('done');
	});

	it('gives way to what the reader waits for, then goes on', async () => {
		const { job, wrong, readerWaits, engine, clock, cache } = device();
		await job.follow('a');
		let once = true;
		wrong.of = (sentence) => {
			if (sentence === 'Huset.' && once) readerWaits();
			once &&= sentence !== 'Huset.';
			return undefined;
		};
		await job.turnOn();
		expect(job.step).toEqual({ kind: 'done' });
		expect(clock.now).toBeGreaterThan(2_000);
		expect(cache.all.size).toBe(5);
		expect(engine.calls[1]).toContain('Havet.');
	});

	it('says where no engine translates the book', async () => {
		const { job, state } = device();
		state.engine = null;
		await job.follow('a');
		expect(job.step).toEqual({ kind: 'absent' });
	});

	it('stops after three failures in a row, and at once after a lasting one', async () => {
		const { job, engine } = device();
		await job.follow('a');
		engine.translate = async () => {
			engine.failing = null;
			return { ok: false, failure: { kind: 'died' } };
		};
		const died = vi.spyOn(engine, 'translate');
		await job.turnOn();
		expect(died).toHaveBeenCalledTimes(3);
		expect(job.step).toEqual({ kind: 'failed', from: 'engine', failure: { kind: 'died' } });
		const other = device();
		other.engine.failing = { after: 0, failure: { kind: 'memory' } };
		await other.job.follow('a');
		await other.job.turnOn();
		expect(other.job.step).toEqual({ kind: 'failed', from: 'engine', failure: { kind: 'memory' } });
	});

	it('says the time left within 20 % after a minute', async () => {
		const sentence = (n: number) => `Vi gick ${'och gick '.repeat(1 + ((n * 7) % 11))}dit ${n}.`;
		const long = Array.from({ length: 400 }, (_, n) => sentence(n));
		const { job, wrong, clock, engine } = device({ a: long.slice(0, 200), b: long.slice(200) });
		const told: { readonly at: number; readonly left: number }[] = [];
		wrong.of = () => {
			if (job.step.kind === 'working' && job.step.left !== null)
				told.push({ at: clock.now, left: job.step.left });
			return undefined;
		};
		await job.follow('a');
		await job.turnOn();
		expect(job.step).toEqual({ kind: 'done' });
		const end = clock.now;
		const late = told.filter(({ at }) => at > 60_000);
		expect(late.length).toBeGreaterThan(100);
		for (const { at, left } of late) {
			const truth = (end - at) / 1000;
			expect(Math.abs(left - truth)).toBeLessThanOrEqual(Math.max(0.2 * truth, 10));
		}
		expect(engine.calls).toHaveLength(50);
		expect(effortOf(long)).toBeGreaterThan(0);
	});
});
