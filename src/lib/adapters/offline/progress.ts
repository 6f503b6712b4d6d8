/** Receives the progress of an installation, and why it failed, from the service worker. */
import { channelName, parseToPages, type ToPages } from './protocol';

/** Calls `next` at every step of an installation and when it has failed, whichever tab started it. */
export function watchProgress(next: (progress: ToPages) => void): () => void {
	const channel = new BroadcastChannel(channelName);
	channel.onmessage = (event) => {
		const progress = parseToPages(event.data);
		if (progress) next(progress);
	};
	return () => channel.close();
}
