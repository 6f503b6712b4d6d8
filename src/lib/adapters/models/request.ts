/**
 * A request for something of a model: without cookies, past the browser’s own cache (which would
 * keep it a second time), and given up where nothing comes for too long.
 */
import { fail, ok, type Result } from '$lib/core/result';
import type { ModelFailure } from '$lib/core/machine/modelStore';

/** The network as it is, or as a test makes it. */
export interface Net {
	readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
	/** Nothing came for so long: nothing will. */
	readonly stallMs: number;
	/** How long to wait before each new attempt after a lost connection. */
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

/** Ends a request that has stalled; `heard` says that something came. */
export class Patience {
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

/** The host that an address leads to: a path leads to our own. */
export const hostAt = (address: string): string => new URL(address, globalThis.location?.href).host;

/** `from`: the bytes that are there already. The response is a good one: 200 or 206. */
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

/** The JSON at an address. */
export async function json(
	net: Net,
	address: string,
	signal: AbortSignal
): Promise<Result<unknown, ModelFailure>> {
	const patience = new Patience(net.stallMs, signal);
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
