import { describe, expect, it, vi } from 'vitest';
import { ok } from '../result';
import { block } from '../text/block';
import { memoryCache, wordEngine } from './engine.fixture';
import type { Drafted } from './blockTranslation';
import type { Care } from './engine';
import type { InView, Priority } from './order';
import { Queue, type TranslationJob, type QueueState } from './queue';

const job = (
	at: number,
	text: string,
	priority: Priority = 'article',
	care: Care = 'quick'
): TranslationJob => ({
	...{ id: `p${at}`, at, priority, care },
	block: block({ kind: 'paragraph' }, text)
});

function device(cache = memoryCache(), day = 21) {
	const careful = wordEngine({ settings: 'careful' });
	const engine = { ...wordEngine(), careful };
	const view: { now: InView } = { now: { first: 0, last: 3, soon: 9 } };
	const settled = new Map<string, Drafted>();
	const order: string[] = [];
	const states: QueueState[] = [];
	const unkept = vi.fn();
	const soFar: string[] = [];
	const interpreter = {
		...{ engine, cache, now: () => Date.UTC(2026, 10, day) },
		alone: <T>(work: () => Promise<T>) => work()
	};
	const queue = new Queue(
		interpreter,
		() => view.now,
		{
			progressed: ({ id }, sentences) =>
				soFar.push(`${id} ${sentences.map(({ translation }) => translation ?? '…').join('')}`),
			settled: ({ id }, drafted) => {
				expect(settled.has(id)).toBe(false);
				settled.set(id, drafted);
				order.push(id);
			},
			changed: (state) => states.push(state),
			unkept
		},
		() => new AbortController()
	);
	const rest = () => vi.waitFor(() => expect(queue.state.kind).not.toBe('working'));
	const text = (id: string) => {
		const drafted = settled.get(id);
		return drafted?.kind === 'unit' ? drafted.unit.text[0] : drafted?.kind;
	};
	return { queue, engine, careful, cache, view, settled, order, states, unkept, soFar, rest, text };
}

describe('a queue', () => {
	it('works through its jobs, in a hurry for the first, and rests', async () => {
		const { queue, engine, text, states, soFar, rest } = device();
		queue.add([job(0, 'Vi gick. Huset. Det ligger.'), job(1, '🦊'), job(2, 'Havet.')]);
		await rest();
		expect(engine.calls).toEqual([['Vi gick.', 'Huset.', 'Det ligger.', 'Havet.']]);
		expect(engine.hurried).toEqual([true]);
		expect([text('p0'), text('p1'), text('p2')]).toEqual([
			'We walked. House. The lies.',
			'nothing',
			'The sea.'
		]);
		expect(soFar).toEqual(['p0 We walked. ……', 'p0 We walked. House. …']);
		expect(states.map(({ kind }) => kind)).toEqual(['working', 'resting']);
	});

	it('asks each job in its way, never two ways in one request', async () => {
		const { queue, engine, careful, settled, rest } = device();
		queue.add([
			job(0, 'Vi gick. Huset.', 'article'),
			job(1, 'Huset. Havet.', 'paragraph', 'careful'),
			job(2, 'Havet.', 'article')
		]);
		await rest();
		expect(careful.calls.flat()).toEqual(['Huset.', 'Havet.']);
		expect(engine.calls.flat()).toEqual(['Vi gick.', 'Huset.', 'Havet.']);
		const settings = [...settled.values()].map(
			(one) => one.kind === 'unit' && one.unit.by.settings
		);
		expect(settings).toEqual(['careful', '', '']);
	});

	it('begins with the paragraphs on the screen', async () => {
		const { queue, view, order, rest } = device();
		view.now = { first: 2, last: 2, soon: 3 };
		const all = ['Vi.', 'Hus.', 'Havet.', 'Röda.', 'Dit.'].map((text, at) => job(at, text));
		queue.add(all);
		await rest();
		expect(order).toEqual(['p2', 'p3', 'p4', 'p0', 'p1']);
	});

	it('switches at once to a paragraph that the reader asks for', async () => {
		const { queue, engine, order, rest } = device();
		const long = Array.from({ length: 30 }, (_, n) => `Hus ${n}.`).join(' ');
		const turn = vi.fn(() => queue.add([job(5, 'Havet.', 'paragraph')]));
		engine.wrong = (sentence) =>
			sentence === 'Hus 4.' && turn.mock.calls.length === 0 ? void turn() : undefined;
		queue.add([job(0, long)]);
		await rest();
		expect(order).toEqual(['p5', 'p0']);
		expect(engine.calls.map((sentences) => sentences[0])).toEqual([
			'Hus 0.',
			'Havet.',
			'Hus 12.',
			'Hus 20.',
			'Hus 28.'
		]);
		expect(engine.hurried).toEqual([true, true, false, false, false]);
	});

	it('drops a reading request when the reader has left the paragraph', async () => {
		const { queue, view, order, engine, rest } = device();
		queue.add([job(1, 'Hus.', 'reading'), job(2, 'Vi. Dit.', 'reading')]);
		view.now = { first: 2, last: 2, soon: 3 };
		await rest();
		expect(order).toEqual(['p2']);
		expect(engine.calls.flat()).toEqual(['Vi.', 'Dit.']);
	});

	it('pauses at once, keeps the answers so far, and resumes', async () => {
		const { queue, engine, text, rest } = device();
		const pausing = vi.fn(() => queue.pause());
		engine.wrong = (sentence) => (sentence === 'Huset.' ? void pausing() : undefined);
		queue.add([job(0, 'Vi gick. Havet. Huset. Det ligger.')]);
		await rest();
		expect(queue.state.kind).toBe('paused');
		expect(text('p0')).toBeUndefined();
		engine.wrong = () => undefined;
		queue.resume();
		await rest();
		expect(text('p0')).toBe('We walked. The sea. House. The lies.');
		expect(engine.calls.flat().filter((one) => one === 'Havet.')).toHaveLength(1);
	});

	it('rests when all its jobs are dropped', async () => {
		const { queue, engine, settled, rest } = device();
		engine.wrong = () => void queue.drop(() => true);
		queue.add([job(0, 'Vi gick. Huset.'), job(1, 'Havet.')]);
		await rest();
		expect(queue.state.kind).toBe('resting');
		expect(settled.size).toBe(0);
		engine.wrong = () => undefined;
		queue.add([job(1, 'Havet.')]);
		await rest();
		expect([...settled.keys()]).toEqual(['p1']);
	});

	it('reports when there was no room to keep the answers', async () => {
		const { queue, cache, unkept, rest, text } = device();
		cache.keep = async () => ({ ok: false, failure: { kind: 'full' } });
		queue.add([job(0, 'Havet.')]);
		await rest();
		expect(unkept).toHaveBeenCalled();
		expect(text('p0')).toBe('The sea.');
	});
});

describe('an engine that fails', () => {
	it.each(['memory', 'refused', 'missing'] as const)(
		'permanently (%s) is reported, and tried again on request',
		async (kind) => {
			const { queue, engine, text, rest } = device();
			engine.failing = { after: 0, failure: { kind } };
			queue.add([job(0, 'Havet.')]);
			await rest();
			expect(queue.state).toEqual({ kind: 'failed', failure: { kind } });
			expect(queue.jobs).toHaveLength(1);
			queue.resume();
			await rest();
			expect(text('p0')).toBe('The sea.');
		}
	);

	it('once is asked again, without a report', async () => {
		const { queue, engine, text, states, rest } = device();
		engine.failing = { after: 0, failure: { kind: 'died' } };
		queue.add([job(0, 'Vi gick. Huset.')]);
		await rest();
		expect(text('p0')).toBe('We walked. House.');
		expect(states.map(({ kind }) => kind)).toEqual(['working', 'resting']);
	});

	it('on one sentence does not stop the others', async () => {
		const { queue, engine, text, rest } = device();
		const { translate } = engine;
		engine.translate = async function (sentences, asked) {
			return sentences.includes('Huset.')
				? { ok: false, failure: { kind: 'died' } }
				: translate.call(this, sentences, asked);
		};
		queue.add([job(0, 'Vi gick. Huset. Havet.'), job(1, 'Dit.')]);
		await rest();
		expect(queue.state.kind).toBe('resting');
		expect(text('p0')).toBe('We walked. Huset. The sea.');
		expect(text('p1')).toBe('There.');
	});

	it('every time is stopped and reported', async () => {
		const { queue, engine, rest } = device();
		engine.translate = async () => ({ ok: false, failure: { kind: 'died' } });
		queue.add([job(0, 'Vi gick. Huset. Havet.'), job(1, 'Dit.')]);
		await rest();
		expect(queue.state).toEqual({ kind: 'failed', failure: { kind: 'died' } });
	});
});

it('is not needed for sentences in the cache', async () => {
	const first = device();
	first.queue.add([job(0, 'Vi gick. Huset.')]);
	await first.rest();
	const { queue, engine, text, rest } = device(first.cache);
	engine.translate = async () => ok([]);
	queue.add([job(0, 'Vi gick. Huset.')]);
	await rest();
	expect(text('p0')).toBe('We walked. House.');
});

it('dates a paragraph by its latest sentence, not by when it was shown', async () => {
	const first = device();
	first.queue.add([job(0, 'Vi gick. Huset.')]);
	await first.rest();
	const { queue, settled, rest } = device(first.cache, 23);
	queue.add([job(0, 'Vi gick. Huset.'), job(1, 'Huset. Havet.')]);
	await rest();
	const dayOf = (id: string) => {
		const drafted = settled.get(id);
		return drafted?.kind === 'unit' ? drafted.unit.by.date : null;
	};
	expect([dayOf('p0'), dayOf('p1')]).toEqual(['2026-11-21', '2026-11-23']);
});
