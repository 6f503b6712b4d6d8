/** How an installation gets on, as the service worker tells it. */
import { channelName, parseToPages, type ToPages } from './protocol';

/** Calls back with every step of an installation, in whichever tab it was begun. */
export function watchProgress(next: (progress: ToPages) => void): () => void {
	const channel = new BroadcastChannel(channelName);
	channel.onmessage = (event) => {
		const progress = parseToPages(event.data);
		if (progress) next(progress);
	};
	return () => channel.close();
}
