/** A worker that shares the translator’s work: it waits in the module for orders, and never returns. */
import { kernelOf, leastInt8 } from './kernel';
import type { Follower } from './marian';

self.onmessage = ({ data }: MessageEvent<Follower>) => {
	const { module, memory, order, thread, scratch } = data;
	const kernel = kernelOf(module, memory);
	self.postMessage('ready');
	kernel.follow(order, thread, scratch, leastInt8);
};
