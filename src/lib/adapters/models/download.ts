/**
 * Brings one file over the network. A connection that is lost is taken up again where it left off,
 * by HTTP Range; a server that gives no ranges begins the file anew.
 */
import { fail, ok, type Result } from '$lib/core/result';
import type { ModelFailure } from '$lib/core/machine/modelStore';
import type { ModelFile } from '$lib/core/machine/model';
import { hostAt, Patience, request, type Net } from './request';
import type { Announced, FileWriter } from './writer';

export interface Download {
	readonly net: Net;
	readonly address: string;
	readonly file: ModelFile;
	readonly signal: AbortSignal;
	/** Told of every change of what is there, down too. */
	readonly progress: () => void;
}

/**
 * Whatever it ends with, all that came is put away, and what is wrong is removed. A source that does
 * not say how large the file is cannot be taken up in the middle: nobody would see where it ends.
 */
export async function download(
	writer: FileWriter,
	wanted: Download
): Promise<Result<Announced, ModelFailure>> {
	const { bytes, name } = wanted.file;
	if (bytes === null || writer.bytes > bytes) await writer.restart();
	const began = writer.bytes;
	const came = await untilThere(writer, wanted);
	if (!came.ok) {
		await writer.flush();
		return came;
	}
	const announced = await writer.end();
	if (announced) return ok(announced);
	// What was there before may have been spoiled on the disk: it begins anew, once.
	return began > 0 ? download(writer, wanted) : fail({ kind: 'wrong', name });
}

async function untilThere(
	writer: FileWriter,
	wanted: Download
): Promise<Result<void, ModelFailure>> {
	const { net, file, signal } = wanted;
	for (let attempt = 0; ; attempt++) {
		const before = writer.bytes;
		if (file.bytes !== null && before === file.bytes) return ok(undefined);
		const came = await attemptOnce(writer, wanted);
		if (came.ok || !mayPass(came.failure) || signal.aborted) return came;
		if (writer.bytes > before) attempt = 0; // it goes on, if by and by
		const waitMs = net.retryMs[attempt];
		if (waitMs === undefined) return came;
		await pause(waitMs, signal);
		if (signal.aborted) return fail({ kind: 'stopped' });
	}
}

/** Whether another attempt may do better. */
const mayPass = (failure: ModelFailure): boolean =>
	failure.kind === 'broken-off' ||
	failure.kind === 'unreachable' ||
	failure.kind === 'slow' ||
	(failure.kind === 'refused' && (failure.status === 429 || failure.status >= 500));

async function attemptOnce(
	writer: FileWriter,
	{ net, address, file, signal, progress }: Download
): Promise<Result<void, ModelFailure>> {
	const patience = new Patience(net.stallMs, signal);
	const host = hostAt(address);
	const becauseOf = (failure: ModelFailure) => {
		if (signal.aborted) return fail({ kind: 'stopped' } as const);
		return fail(patience.isOver ? ({ kind: 'slow', host } as const) : failure);
	};
	try {
		const asked = await request(net, address, patience.signal, writer.bytes);
		if (!asked.ok) return becauseOf(await refusal(asked.failure, writer, file));
		const response = asked.value;
		if (writer.bytes > 0 && !goesOn(response, writer.bytes)) await writer.restart();
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
		if (error instanceof Lost) return becauseOf({ kind: 'broken-off', host });
		throw error; // the cache’s
	} finally {
		patience.end();
	}
}

/** The connection went in the middle, which is no fault of where the bytes are put. */
class Lost extends Error {}

async function read(
	pieces: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>
): Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>> {
	try {
		return await pieces.read();
	} catch {
		throw new Lost();
	}
}

/** A server that has less than is there already has another file: this one begins anew. */
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

/** Whether a response goes on from there. A header that a server does not show to pages says nothing. */
function goesOn(response: Response, from: number): boolean {
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
