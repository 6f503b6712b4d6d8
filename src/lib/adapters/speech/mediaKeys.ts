/** Media keys (of a keyboard, a headset), where the browser hands them to speech synthesis. */
interface MediaKeyHandlers {
	readonly play: () => void;
	readonly pause: () => void;
	readonly previoustrack: () => void;
	readonly nexttrack: () => void;
	readonly stop: () => void;
}

/** Takes the keys. Returns what gives them back. */
export function mediaKeys(title: string, handlers: MediaKeyHandlers): () => void {
	const { mediaSession }: Partial<Navigator> = navigator;
	if (!mediaSession) return () => {};
	const names = Object.keys(handlers) as (keyof MediaKeyHandlers)[];
	const set = (name: keyof MediaKeyHandlers, handler: (() => void) | null) => {
		try {
			mediaSession.setActionHandler(name, handler);
		} catch {
			// This browser does not know the key.
		}
	};
	if (typeof MediaMetadata !== 'undefined') mediaSession.metadata = new MediaMetadata({ title });
	for (const name of names) set(name, handlers[name]);
	return () => {
		mediaSession.metadata = null;
		for (const name of names) set(name, null);
	};
}
