/**
 * `manifest.json`, an optional file beside the files of a model that is passed on: it lists them,
 * so that a copy can be checked. Its form is described in `docs/decisions/0007-models.md`; other
 * keys are ignored.
 */
import * as v from 'valibot';
import { fault } from '../library/schema';
import { fail, ok, type Result } from '../result';
import { commit } from './hub';
import type { Model, ModelFile } from './model';

export const manifestName = 'manifest.json';

export interface Manifest {
	/** The model’s id: `Xenova/opus-mt-sv-en`. */
	readonly model: string;
	/** The commit on the hub, null if unknown. */
	readonly commit: string | null;
	readonly files: readonly ManifestFile[];
}

interface ManifestFile {
	readonly name: string;
	readonly bytes: number;
	readonly sha256: string;
}

const schema = v.object({
	format: v.literal('jamsides-model'),
	version: v.literal(1),
	model: v.string(),
	commit: v.optional(v.nullable(commit), null),
	files: v.array(
		v.object({
			name: v.string(),
			bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
			sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is no SHA-256'))
		})
	)
});

/** Parses a manifest. The failure names the place of the error. */
export function parseManifest(text: string): Result<Manifest, string> {
	const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
	if (!parsed.success) return fail(fault(parsed.issues));
	const { model, commit, files } = parsed.output;
	return ok({ model, commit, files });
}

/**
 * Returns a model’s files with the manifest’s sizes and digests; null for files it does not list.
 */
export const announced = (model: Model, manifest: Manifest | null): readonly ModelFile[] =>
	model.files.map((name) => {
		const file = manifest?.files.find((listed) => listed.name === name);
		return file
			? { name, bytes: file.bytes, digest: { kind: 'sha256', hex: file.sha256 } }
			: { name, bytes: null, digest: null };
	});
