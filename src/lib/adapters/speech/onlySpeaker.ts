/** Of several tabs one speaks: engines are shared, and two voices at once are understood by nobody. */
export interface OnlySpeaker {
	/** Asks every other tab to stop. */
	claim(): void;
	close(): void;
}

const channelName = 'jamsides.speech';
const claimed = 'speaking';

/** @param stop called when another tab begins to speak */
export function onlySpeaker(stop: () => void): OnlySpeaker {
	const channel = new BroadcastChannel(channelName);
	channel.onmessage = ({ data }: MessageEvent<unknown>) => {
		if (data === claimed) stop();
	};
	return {
		claim: () => channel.postMessage(claimed),
		close: () => channel.close()
	};
}
