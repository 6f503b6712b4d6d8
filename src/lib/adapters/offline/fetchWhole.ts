/**
 * Longest silence of a server, in milliseconds: a request that gets no byte for so long is given up.
 */
export const silenceMs = 30_000;

/** A file that has come to its end, and can be read more than once. */
export interface WholeFile {
	readonly status: number;
	readonly headers: Headers;
	readonly content: ArrayBuffer;
}

interface Options {
	/** Decides by the head whether the file is wanted; the body of another is not read. */
	readonly accepts: (response: Response) => boolean;
	/** Called whenever something of the file comes. */
	readonly heard?: () => void;
}

/**
 * Fetches a file and reads it to its end. Returns null if it is not accepted. Throws if there is no
 * answer, if the answer breaks off, or if the server is silent for too long: no wait is without end.
 */
export async function fetchWhole(
	path: string,
	cache: RequestCache,
	{ accepts, heard = () => {} }: Options
): Promise<WholeFile | null> {
	const stop = new AbortController();
	let limit = setTimeout(() => stop.abort(), silenceMs);
	const hear = (): void => {
		clearTimeout(limit);
		limit = setTimeout(() => stop.abort(), silenceMs);
		heard();
	};
	try {
		const response = await fetch(path, { cache, signal: stop.signal });
		hear();
		if (accepts(response)) {
			const { status, headers } = response;
			return { status, headers, content: await readAll(response, hear) };
		}
		// An unread body keeps its connection.
		void response.body?.cancel().catch(() => {});
		return null;
	} finally {
		clearTimeout(limit);
	}
}

async function readAll({ body }: Response, hear: () => void): Promise<ArrayBuffer> {
	if (!body) return new ArrayBuffer(0);
	const heardBody = body.pipeThrough(
		new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
			transform(chunk, controller) {
				hear();
				controller.enqueue(chunk);
			}
		})
	);
	return new Response(heardBody).arrayBuffer();
}
