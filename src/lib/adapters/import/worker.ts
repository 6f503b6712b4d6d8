/** The import worker: reads a file and finds the article in it, away from the page. */
import { maxImportBytes, type ImportFailure } from '../../core/import/failure';
import { importSteps } from '../../core/import/import';
import { mended } from './mended';
import type { ImportReply, ImportRequest } from './protocol';

const reply = (message: ImportReply) => self.postMessage(message);

self.onmessage = async ({ data }: MessageEvent<ImportRequest>) => reply(await answer(data));

async function answer(request: ImportRequest): Promise<ImportReply> {
	const { id, file, known } = request;
	try {
		if (file.size > maxImportBytes) return { type: 'failed', id, failure: tooLarge(file.size) };
		const bytes = await read(file);
		if (typeof bytes === 'string')
			return { type: 'failed', id, failure: { kind: 'unreadable', message: bytes } };
		const result = importInSteps(bytes, request);
		if (!result.ok) return { type: 'failed', id, failure: result.failure };
		return { type: 'done', id, imported: mended(result.value, known) };
	} catch (error) {
		return { type: 'failed', id, failure: { kind: 'broken', message: String(error) } };
	}
}

function importInSteps(bytes: Uint8Array, { id, lang }: ImportRequest) {
	const steps = importSteps(bytes, lang === null ? {} : { lang });
	let step = steps.next();
	for (; !step.done; step = steps.next()) reply({ type: 'progress', id, done: step.value.done });
	return step.value;
}

const tooLarge = (bytes: number): ImportFailure => ({
	kind: 'too-large',
	bytes,
	limit: maxImportBytes
});

/** The file's bytes, or why the system does not give them: it may be gone, or a folder. */
async function read(file: Blob): Promise<Uint8Array | string> {
	try {
		return new Uint8Array(await file.arrayBuffer());
	} catch (error) {
		return String(error);
	}
}
