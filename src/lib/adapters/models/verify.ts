import { digesting, isSame } from '$lib/core/machine/digest';
import { sum, type ModelFile } from '$lib/core/machine/model';
import type { ModelFailure } from '$lib/core/machine/modelStore';
import { fail, ok, type Result } from '$lib/core/result';
import type { Job } from './job';
import { parts } from './parts';

/** Reads every file back, all of it, and names those that are not what they were when they came. */
export async function verify(
	{ cache, signal, progress }: Pick<Job, 'cache' | 'signal' | 'progress'>,
	model: string,
	files: readonly ModelFile[]
): Promise<Result<readonly string[], ModelFailure>> {
	const ofBytes = sum(files);
	const wrong: string[] = [];
	let done = 0;
	for (const { name, bytes, digest } of files) {
		const found = digesting(digest?.kind ?? 'sha256', bytes ?? 0);
		let read = 0;
		try {
			for await (const part of parts(cache, model, name)) {
				if (signal.aborted) return fail({ kind: 'stopped' });
				const content = new Uint8Array(await part.arrayBuffer());
				found.take(content);
				read += content.length;
				progress({ bytes: done + read, ofBytes });
			}
		} catch {
			read = -1; // what cannot be read back is not there
		}
		if (read !== bytes || digest === null || !isSame(digest, found.end())) wrong.push(name);
		done += bytes ?? 0;
	}
	return ok(wrong);
}
