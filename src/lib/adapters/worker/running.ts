/** A running worker, as its page sees it. */
export interface Running<Message> {
	post(message: Message): void;
	end(): void;
}

/** Starts a worker. `hear` is called with each message, `broke` if the worker dies. */
export type Start<Message> = (
	hear: (data: unknown) => void,
	broke: (message: string) => void
) => Running<Message>;

/** Wraps a new worker. */
export function running<Message>(
	worker: Worker,
	...[hear, broke]: Parameters<Start<Message>>
): Running<Message> {
	worker.onmessage = ({ data }) => hear(data);
	// A worker whose script fails to load gives an error without a message.
	worker.onerror = ({ message }) => broke(message ?? 'worker');
	return { post: (message) => worker.postMessage(message), end: () => worker.terminate() };
}
