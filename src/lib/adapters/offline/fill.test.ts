import { createHash } from 'node:crypto';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { planPath, type Plan } from '$lib/core/offline/plan';
import { silenceMs } from './fetchWhole';
import { fill } from './fill';

afterEach(() => vi.unstubAllGlobals());

const right = 'export {};';
const path = '/_app/immutable/chunks/a.js';
const plan: Plan = {
	version: 'now',
	entries: [
		{
			path,
			bytes: right.length,
			digest: createHash('sha256').update(right).digest('hex')
		}
	]
};

/** Stands in for the browser’s caches: one cache of texts by path. */
function browserCaches(): Map<string, string> {
	const kept = new Map<string, string>();
	vi.stubGlobal('caches', {
		keys: async () => [],
		match: async () => undefined,
		open: async () => ({
			delete: async (key: string) => kept.delete(key),
			put: async (key: string, response: Response) => void kept.set(key, await response.text())
		})
	});
	return kept;
}

/** Stands in for the network: what the browser’s own cache has, and what the server has. */
function network(cached: () => Response, served: () => Response): RequestCache[] {
	const asked: RequestCache[] = [];
	vi.stubGlobal('fetch', async (_: string, { cache }: { cache: RequestCache }) => {
		asked.push(cache);
		return cache === 'reload' ? served() : cached();
	});
	return asked;
}

describe('a file that the browser’s own cache has wrong', () => {
	test.each([
		['other bytes', () => new Response('export { };')],
		['a page that says 404', () => new Response('Not found', { status: 404 })]
	])('(%s) is asked for again past that cache', async (_, cached) => {
		const kept = browserCaches();
		const asked = network(cached, () => new Response(right));
		expect((await fill(plan, plan.entries, () => {})).ok).toBe(true);
		expect(kept.get(path)).toBe(right);
		expect(asked).toEqual(['default', 'reload']);
	});

	test('and the server too is missing, and nothing is stored', async () => {
		const kept = browserCaches();
		const wrong = () => new Response('export { };');
		network(wrong, wrong);
		expect(await fill(plan, plan.entries, () => {})).toEqual({
			ok: false,
			failure: { kind: 'unpublished', left: 1 }
		});
		expect(kept.size).toBe(0);
	});

	test('leaves no answer unread: six of them would hold every connection', async () => {
		browserCaches();
		let cancelled = 0;
		const refusal = () => {
			const body = new ReadableStream({ cancel: () => void cancelled++ });
			return new Response(body, { status: 404 });
		};
		network(refusal, refusal);
		expect(await fill(plan, plan.entries, () => {})).toEqual({
			ok: false,
			failure: { kind: 'unpublished', left: 1 }
		});
		expect(cancelled).toBe(2);
	});

	test('is asked for once where it is right', async () => {
		browserCaches();
		const asked = network(
			() => new Response(right),
			() => new Response(right)
		);
		await fill(plan, plan.entries, () => {});
		expect(asked).toEqual(['default']);
	});
});

describe('a server that stands still', () => {
	test.each([
		['before its answer', (end: Promise<never>) => end],
		[
			'in the middle of a file',
			(end: Promise<never>) =>
				new Response(
					new ReadableStream({
						async start(controller) {
							controller.enqueue(new TextEncoder().encode(right.slice(0, 3)));
							await end.catch((error: unknown) => controller.error(error));
						}
					})
				)
		]
	])('(%s) is given up, and the failure says that it does not answer', async (_, answer) => {
		vi.useFakeTimers();
		onTestFinished(() => void vi.useRealTimers());
		browserCaches();
		vi.stubGlobal('fetch', async (_: string, { signal }: { signal: AbortSignal }) =>
			answer(
				new Promise((_, reject) =>
					signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
				)
			)
		);
		const filled = fill(plan, plan.entries, () => {});
		await vi.advanceTimersByTimeAsync(2 * silenceMs);
		expect(await filled).toEqual({ ok: false, failure: { kind: 'unreachable', left: 1 } });
	});

	test('is not a slow one: a file that comes in small parts is reported and stored', async () => {
		vi.useFakeTimers();
		onTestFinished(() => void vi.useRealTimers());
		const kept = browserCaches();
		vi.stubGlobal('fetch', async () => {
			const letters = [...right];
			const body = new ReadableStream({
				async pull(controller) {
					await new Promise((soon) => setTimeout(soon, silenceMs / 2));
					const next = letters.shift();
					if (next === undefined) controller.close();
					else controller.enqueue(new TextEncoder().encode(next));
				}
			});
			return new Response(body);
		});
		let reports = 0;
		const filled = fill(plan, plan.entries, () => reports++);
		await vi.advanceTimersByTimeAsync((silenceMs / 2) * (right.length + 2));
		expect((await filled).ok).toBe(true);
		expect(kept.get(path)).toBe(right);
		expect(reports).toBeGreaterThan(right.length);
	});
});

describe('a full disk', () => {
	test.each([path, planPath])('is reported where it stops %s', async (refused) => {
		browserCaches();
		const opened = await caches.open('');
		vi.stubGlobal('caches', {
			...caches,
			open: async () => ({
				...opened,
				put: async (key: string, response: Response) => {
					if (key === refused) throw new DOMException('', 'QuotaExceededError');
					await opened.put(key, response);
				}
			})
		});
		network(
			() => new Response(right),
			() => new Response(right)
		);
		expect(await fill(plan, plan.entries, () => {})).toEqual({
			ok: false,
			failure: { kind: 'full', left: 1 }
		});
	});
});
