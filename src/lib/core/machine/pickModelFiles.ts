/** Picks the files of a model from the files that a reader gives. */
import { fail, ok, type Result } from '../result';
import { manifestName } from './manifest';
import type { Model } from './model';
import type { Given } from './modelStore';

/** The chosen file for each name, and the manifest beside them if there is one. */
export interface ModelFileChoice<File> {
	readonly files: ReadonlyMap<string, File>;
	readonly manifest: File | null;
}

/**
 * Finds a model’s files by the ends of their paths: in a folder of the model, in a folder of
 * several models, or loose, since a file chosen alone has no folder. If two match, the one whose
 * path names the model is taken.
 */
export function pickModelFiles<File>(
	model: Model,
	given: readonly Given<File>[]
): Result<ModelFileChoice<File>, { readonly kind: 'lacking'; readonly names: readonly string[] }> {
	const ours = (path: string) => path.split('/').includes(model.id.split('/').at(-1) ?? '');
	const byLikelihood = [...given].sort((a, b) => Number(ours(b.path)) - Number(ours(a.path)));
	const find = (name: string) =>
		byLikelihood.find(({ path }) => endsWith(path, name)) ??
		byLikelihood.find(({ path }) => path === name.split('/').at(-1));
	const found = model.files.map((name) => ({ name, given: find(name) }));
	const lacking = found.filter(({ given }) => !given).map(({ name }) => name);
	if (lacking.length > 0) return fail({ kind: 'lacking', names: lacking });
	const files = new Map(found.flatMap(({ name, given }) => (given ? [[name, given.file]] : [])));
	// A manifest belongs to the files in its folder.
	const folder = find('config.json')?.path.replace(/[^/]*$/, '') ?? '';
	const manifest = given.find(({ path }) => path === folder + manifestName)?.file ?? null;
	return ok({ files, manifest });
}

const endsWith = (path: string, name: string): boolean =>
	path === name || path.endsWith(`/${name}`);
