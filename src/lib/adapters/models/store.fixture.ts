import { afterEach, vi } from 'vitest';
import type { Hub } from '$lib/core/machine/hub';
import type { ModelFailure, Offer, ModelResult } from '$lib/core/machine/modelStore';
import { madeUp, standIn, type ModelFiles, type StandIn } from '../../../../tests/hub';
import type { device } from './device.fixture';
import { fileOf } from './files';
import { type PartCache } from './fileParts';

export const id = 'Xenova/opus-mt-sv-en';
export const other = 'Xenova/opus-mt-en-sv';
export const encoder = 'onnx/encoder_model_quantized.onnx';
export const files = madeUp('sv', 'en');
export const total = Object.values(files).reduce((sum, { length }) => sum + length, 0);

const open: StandIn[] = [];
export async function hubWith(content: ModelFiles = files): Promise<StandIn> {
	const hub = await standIn({ [id]: content });
	open.push(hub);
	return hub;
}
afterEach(async () => {
	vi.unstubAllGlobals();
	await Promise.all(open.splice(0).map((hub) => hub.close()));
});

export async function value<T>(outcome: ModelResult<T>): Promise<T> {
	const result = await outcome;
	if (!result.ok) throw new Error(JSON.stringify(result.failure));
	return result.value;
}
export async function failure(outcome: ModelResult<unknown>): Promise<ModelFailure | null> {
	const result = await outcome;
	return result.ok ? null : result.failure;
}
export const source = (hub: StandIn) => ({ kind: 'hub', hub: hub.url as Hub }) as const;
/** Tells whether a file is stored unchanged. */
export async function isKept(cache: PartCache, name: string, content?: Buffer): Promise<boolean> {
	const there = Buffer.from(await (await fileOf(cache, id, name)).arrayBuffer());
	return content !== undefined && there.equals(content);
}
type Tab = ReturnType<ReturnType<typeof device>['tab']>;
export const offered = (tab: Tab, hub: StandIn): Promise<Offer> =>
	value(tab.models.ask(id, source(hub)));
export const got = async (tab: Tab, hub: StandIn): Promise<void> =>
	value(tab.models.begin(await offered(tab, hub)));

export const fetched = (hub: StandIn, name: string) =>
	hub.asked.filter(({ path }) => path.endsWith(`/${encodeURIComponent(name)}`));
/** Returns the bytes of files that the hub sent, from request number `since` on. */
export const bytesSent = (hub: StandIn, since = 0): number =>
	hub.asked
		.slice(since)
		.filter(({ path }) => /^\/[0-9a-f]{64}\//.test(path))
		.reduce((sum, { bytes }) => sum + bytes, 0);

export async function eventually(check: () => void | Promise<void>): Promise<void> {
	for (let tries = 0; tries < 400; tries++) {
		try {
			return await check();
		} catch {
			await new Promise((done) => setTimeout(done, 5));
		}
	}
	await check();
}
