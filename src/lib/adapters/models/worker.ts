/**
 * The models' worker, the only part of the site that contacts another host: pages may not
 * (`connect-src`). It requests only the addresses of `core/machine/hub.ts`, at the hub that the
 * reader was told of.
 */
import { openCache } from './fileParts';
import type { JobReply } from './protocol';
import { network } from './request';
import { serveJobs } from './serveJobs';

/** Shortest time between two progress messages, in milliseconds. Earlier ones are dropped. */
const betweenMs = 150;

/** Drops progress that follows too soon: a fast connection delivers a thousand pieces a second. */
function throttled(reply: (message: JobReply) => void): (message: JobReply) => void {
	let lastMs = 0;
	return (message) => {
		const nowMs = Date.now();
		if (message.type === 'progress' && nowMs - lastMs < betweenMs) return;
		if (message.type === 'progress') lastMs = nowMs;
		reply(message);
	};
}

const hear = serveJobs(
	throttled((message) => self.postMessage(message)),
	{ cache: openCache, net: network }
);

self.onmessage = ({ data }) => hear(data);
