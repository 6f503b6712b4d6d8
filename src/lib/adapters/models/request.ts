/**
 * Requests something of a model: without cookies, without the browser’s own cache (which would
 * store it a second time), and with a time limit for silence.
 */
import { fail, ok, type Result } from '$lib/core/result';
import type { ModelFailure } from '$lib/core/machine/modelStore';

/** The network, or a stand-in for it in tests. */
export interface Net {
	readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
	/** Longest silence in milliseconds. After it the request is aborted. */
	readonly stallMs: number;
	/**
	 * The waits before new attempts after a lost connection, in milliseconds. After the last one it
	 * fails.
	 */
	readonly retryMs: readonly number[];
}

export const network: Net = {
	fetch: (address, init) => fetch(address, init),
	stallMs: 30_000,
	retryMs: [500, 2_000, 5_000]
};

const plain = {
	credentials: 'omit',
	cache: 'no-store',
	referrerPolicy: 'no-referrer'
} as const satisfies RequestInit;

/** Aborts a request that has stalled. `heard` restarts the timer when data arrives. */
export class StallTimer {
	readonly #stop = new AbortController();
	readonly #stallMs: number;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isOver = false;

	constructor(stallMs: number, signal: AbortSignal) {
		this.#stallMs = stallMs;
		this.signal = AbortSignal.any([signal, this.#stop.signal]);
		this.heard();
	}

	readonly signal: AbortSignal;

	get isOver(): boolean {
		return this.#isOver;
	}

	heard(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#isOver = true;
			this.#stop.abort();
		}, this.#stallMs);
	}

	end(): void {
		clearTimeout(this.#timer);
	}
}

/** Returns the host of an address; for a path, this site’s host. */
export const hostAt = (address: string): string => new URL(address, globalThis.location?.href).host;

/**
 * Sends a request. `from`: the number of bytes already stored. A response is successful: 200 or
 * 206.
 */
export async function request(
	net: Net,
	address: string,
	signal: AbortSignal,
	from = 0
): Promise<Result<Response, ModelFailure>> {
	const host = hostAt(address);
	try {
		const headers = from > 0 ? { Range: `bytes=${from}-` } : {};
		const response = await net.fetch(address, { ...plain, headers, signal });
		if (response.ok) return ok(response);
		await response.body?.cancel();
		return response.status === 404
			? fail({ kind: 'absent', host, name: address })
			: fail({ kind: 'refused', host, status: response.status });
	} catch {
		return fail({ kind: 'unreachable', host });
	}
}

/** Requests an address and returns its JSON. */
export async function json(
	net: Net,
	address: string,
	signal: AbortSignal
): Promise<Result<unknown, ModelFailure>> {
	const patience = new StallTimer(net.stallMs, signal);
	const host = hostAt(address);
	try {
		const response = await request(net, address, patience.signal);
		if (!response.ok) return fail(nameFor(response.failure));
		return ok(await response.value.json());
	} catch (error) {
		if (error instanceof SyntaxError) return fail({ kind: 'unclear', host, fault: 'JSON' });
		return fail(nameFor({ kind: 'broken-off', host }));
	} finally {
		patience.end();
	}

	function nameFor(failure: ModelFailure): ModelFailure {
		if (signal.aborted) return { kind: 'stopped' };
		return patience.isOver ? { kind: 'slow', host } : failure;
	}
}
