import { digesting, isSame } from '$lib/core/machine/digest';
import { sum, type ModelFile } from '$lib/core/machine/model';
import type { ModelFailure } from '$lib/core/machine/modelStore';
import { fail, ok, type Result } from '$lib/core/result';
import type { ModelJob } from './job';
import { parts } from './fileParts';

/** Reads every file back in full, and names those that have changed since the download. */
export async function verify(
	{ cache, signal, progress }: Pick<ModelJob, 'cache' | 'signal' | 'progress'>,
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
			read = -1; // unreadable counts as missing
		}
		if (read !== bytes || digest === null || !isSame(digest, found.end())) wrong.push(name);
		done += bytes ?? 0;
	}
	return ok(wrong);
}
