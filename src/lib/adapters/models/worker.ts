/**
 * The models’ worker, and the one place of the site that speaks to another host: pages may not
 * (`connect-src`). It asks for nothing but the addresses of `core/machine/hub.ts`, at the hub that
 * the reader was told.
 */
import type { Progress } from '$lib/core/machine/modelStore';
import { answer } from './answer';
import { openCache } from './parts';
import type { FromWorker, ToWorker } from './protocol';
import { network } from './request';

const stop = new AbortController();
const reply = (message: FromWorker) => self.postMessage(message);

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
	if (data.type === 'stop') return stop.abort();
	const at = { cache: openCache, net: network, signal: stop.signal, progress: seldom() };
	reply(await answer(data, at));
};

const betweenMs = 150;

/** Tells the page now and then: a fast connection brings a thousand pieces a second. */
function seldom(): (progress: Progress) => void {
	let toldMs = 0;
	return (progress) => {
		const nowMs = Date.now();
		if (nowMs - toldMs < betweenMs) return;
		toldMs = nowMs;
		reply({ type: 'progress', progress });
	};
}
