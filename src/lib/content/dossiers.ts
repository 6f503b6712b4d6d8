/**
 * The project’s dossiers and the maps in them as files: `src/dossiers/<id>.json` and
 * `src/maps/<id>.json`. A fault in one is a fault of the build, so it throws, with the file’s path.
 */
import type { Result } from '../core/result';
import { parseDossier, type Dossier } from '../core/dossier/dossier';
import { parseSketch, type Sketch } from '../core/map/sketch';
import { describeFailure, type SchemaFailure } from '../core/translation/schema';
import { uiLangs } from '../i18n/langs';
import { fileName, readJson, type FilesByPath } from './read';

/** A dossier with its map. */
export interface MappedDossier extends Dossier {
	readonly sketch: Sketch;
}

/** Reads the dossiers and their maps. `articles`: the ids of the library's articles. */
export function readDossiers(
	files: FilesByPath,
	maps: FilesByPath,
	articles: readonly string[]
): readonly MappedDossier[] {
	const sketches = Object.entries(maps).map(([path, text]) => read(path, text, parseSketch));
	const known = new Set(articles);
	return Object.entries(files).map(([path, text]) => {
		const dossier = read(path, text, parseDossier);
		const missing = dossier.articles.find(({ id }) => !known.has(id));
		if (missing) throw new Error(`${path}: there is no article ${missing.id}`);
		const sketch = sketches.find(({ id }) => id === dossier.map);
		if (!sketch) throw new Error(`${path}: there is no map ${dossier.map}`);
		return { ...dossier, sketch };
	});
}

type Parse<T> = (json: unknown, langs: readonly string[]) => Result<T, SchemaFailure>;

function read<T extends { readonly id: string }>(path: string, text: string, parse: Parse<T>): T {
	const parsed = parse(readJson(path, text), uiLangs);
	if (!parsed.ok) throw new Error(`${path}: ${describeFailure(parsed.failure)}`);
	const { id } = parsed.value;
	if (fileName(path) !== `${id}.json`)
		throw new Error(`${path}: the file must be named after its id, ${id}`);
	return parsed.value;
}
