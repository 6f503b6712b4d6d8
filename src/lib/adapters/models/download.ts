/**
 * Downloads one file. After a lost connection it continues where it stopped, by HTTP Range; if the
 * server does not support ranges, it starts the file again.
 */
import { fail, ok, type Result } from '$lib/core/result';
import type { ModelFailure } from '$lib/core/machine/modelStore';
import type { ModelFile } from '$lib/core/machine/model';
import { hostAt, StallTimer, request, type Net } from './request';
import type { Announced, FileWriter } from './writer';

export interface Download {
	readonly net: Net;
	readonly address: string;
	readonly file: ModelFile;
	readonly signal: AbortSignal;
	/** Called after every change in the number of stored bytes, a decrease too. */
	readonly progress: () => void;
}

/**
 * Downloads a file. In every case it stores all that arrived and removes what is wrong. If the
 * source gives no size, it starts from the beginning: it could not tell where the file ends.
 */
export async function download(
	writer: FileWriter,
	wanted: Download
): Promise<Result<Announced, ModelFailure>> {
	const { bytes, name } = wanted.file;
	if (bytes === null || writer.bytes > bytes) await writer.restart();
	const began = writer.bytes;
	const came = await downloadWithRetries(writer, wanted);
	if (!came.ok) {
		await writer.flush();
		return came;
	}
	const announced = await writer.end();
	if (announced) return ok(announced);
	// The part stored earlier may be damaged on the disk: start again, once.
	return began > 0 ? download(writer, wanted) : fail({ kind: 'wrong', name });
}

async function downloadWithRetries(
	writer: FileWriter,
	wanted: Download
): Promise<Result<void, ModelFailure>> {
	const { net, file, signal } = wanted;
	for (let attempt = 0; ; attempt++) {
		const before = writer.bytes;
		if (file.bytes !== null && before === file.bytes) return ok(undefined);
		const came = await attemptOnce(writer, wanted);
		if (came.ok || !isRetryable(came.failure) || signal.aborted) return came;
		if (writer.bytes > before) attempt = 0; // there is progress, however slow: begin to count anew
		const waitMs = net.retryMs[attempt];
		if (waitMs === undefined) return came;
		await pause(waitMs, signal);
		if (signal.aborted) return fail({ kind: 'stopped' });
	}
}

/** Tells whether another attempt may succeed. */
const isRetryable = (failure: ModelFailure): boolean =>
	failure.kind === 'broken-off' ||
	failure.kind === 'unreachable' ||
	failure.kind === 'slow' ||
	(failure.kind === 'refused' && (failure.status === 429 || failure.status >= 500));

async function attemptOnce(
	writer: FileWriter,
	{ net, address, file, signal, progress }: Download
): Promise<Result<void, ModelFailure>> {
	const patience = new StallTimer(net.stallMs, signal);
	const host = hostAt(address);
	const becauseOf = (failure: ModelFailure) => {
		if (signal.aborted) return fail({ kind: 'stopped' } as const);
		return fail(patience.isOver ? ({ kind: 'slow', host } as const) : failure);
	};
	try {
		const asked = await request(net, address, patience.signal, writer.bytes);
		if (!asked.ok) return becauseOf(await refusal(asked.failure, writer, file));
		const response = asked.value;
		if (writer.bytes > 0 && !continuesFrom(response, writer.bytes)) await writer.restart();
		progress();
		const pieces = response.body?.getReader();
		while (pieces) {
			const { done, value } = await read(pieces);
			if (done) break;
			patience.heard();
			if (file.bytes !== null && writer.bytes + value.length > file.bytes) {
				await pieces.cancel();
				await writer.restart();
				return fail({ kind: 'wrong', name: file.name });
			}
			await writer.write(value);
			progress();
		}
		const isShort = file.bytes !== null && writer.bytes < file.bytes;
		return isShort ? becauseOf({ kind: 'broken-off', host }) : ok(undefined);
	} catch (error) {
		if (error instanceof ConnectionLost) return becauseOf({ kind: 'broken-off', host });
		throw error; // an error of the cache
	} finally {
		patience.end();
	}
}

/** The connection broke in the middle of a file. The cache is not at fault. */
class ConnectionLost extends Error {}

async function read(
	pieces: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>
): Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>> {
	try {
		return await pieces.read();
	} catch {
		throw new ConnectionLost();
	}
}

/**
 * Returns the failure of a refused request. Status 416 means that the server’s file is shorter than
 * what is stored, thus another file: removes what is stored.
 */
async function refusal(
	failure: ModelFailure,
	writer: FileWriter,
	{ name }: ModelFile
): Promise<ModelFailure> {
	if (failure.kind === 'absent') return { ...failure, name };
	if (failure.kind !== 'refused' || failure.status !== 416) return failure;
	await writer.restart();
	return { kind: 'wrong', name };
}

/**
 * Tells whether a response continues from `from`. A header that the server hides from pages counts
 * as a yes.
 */
function continuesFrom(response: Response, from: number): boolean {
	const range = response.headers.get('Content-Range');
	return response.status === 206 && (range === null || range.startsWith(`bytes ${from}-`));
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
	new Promise((resolve) => {
		const timer = setTimeout(resolve, ms);
		signal.addEventListener(
			'abort',
			() => {
				clearTimeout(timer);
				resolve();
			},
			{ once: true }
		);
	});
