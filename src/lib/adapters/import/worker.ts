/** The import worker: reads a file and finds the article in it, away from the page. */
import { maxImportBytes, type ImportFailure } from '../../core/import/failure';
import { importSteps } from '../../core/import/import';
import type { Imported } from '../../core/import/imported';
import { fail, ok, type Result } from '../../core/result';
import type { Envelope } from '../worker/calls';
import { mended } from './mended';
import type { ImportReply, ImportRequest, ReadFailure } from './protocol';

const reply = (message: ImportReply) => self.postMessage(message);

self.onmessage = async ({ data }: MessageEvent<ImportRequest & Envelope>) => {
	const { id } = data;
	const result = await imported(data, (done) => reply({ type: 'progress', id, done }));
	reply({ type: 'settled', id, result });
};

async function imported(
	{ file, lang, known }: ImportRequest,
	progress: (done: number) => void
): Promise<Result<Imported, ReadFailure>> {
	try {
		if (file.size > maxImportBytes) return fail(tooLarge(file.size));
		const bytes = await read(file);
		if (typeof bytes === 'string') return fail({ kind: 'unreadable', message: bytes });
		const result = inSteps(importSteps(bytes, lang === null ? {} : { lang }), progress);
		return result.ok ? ok(mended(result.value, known)) : result;
	} catch (error) {
		return fail({ kind: 'broken', message: String(error) });
	}
}

function inSteps(steps: ReturnType<typeof importSteps>, progress: (done: number) => void) {
	let step = steps.next();
	for (; !step.done; step = steps.next()) progress(step.value.done);
	return step.value;
}

const tooLarge = (bytes: number): ImportFailure => ({
	kind: 'too-large',
	bytes,
	limit: maxImportBytes
});

/** The file’s bytes, or why the system does not give them: it may be gone, or a folder. */
async function read(file: Blob): Promise<Uint8Array | string> {
	try {
		return new Uint8Array(await file.arrayBuffer());
	} catch (error) {
		return String(error);
	}
}
