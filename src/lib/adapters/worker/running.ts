/** A worker that runs, as far as its page has to do with it. */
export interface Running<Message> {
	post(message: Message): void;
	end(): void;
}

/** How to start one: tests bring their own. */
export type Start<Message> = (
	hear: (data: unknown) => void,
	broke: (message: string) => void
) => Running<Message>;

/** A real worker, just made. */
export function running<Message>(
	worker: Worker,
	...[hear, broke]: Parameters<Start<Message>>
): Running<Message> {
	worker.onmessage = ({ data }) => hear(data);
	// A worker whose script does not come gives no message.
	worker.onerror = ({ message }) => broke(message ?? 'worker');
	return { post: (message) => worker.postMessage(message), end: () => worker.terminate() };
}
