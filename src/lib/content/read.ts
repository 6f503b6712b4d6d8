/**
 * The project’s content as files: `src/articles/<id>.md` and
 * `translations/articles/<id>.<lang>.json`. A fault in one is a fault of the build, so it throws,
 * with the file’s path and the path in it.
 */
import type { Article, Metadata } from '../core/text/article';
import { parseArticle } from '../core/text/markdown';
import { describeFailure, parseTranslation } from '../core/translation/schema';
import type { StoredArticle } from '../core/translation/stored';
import type { Translation } from '../core/translation/unit';
import { messageOf } from '../core/errorMessage';

/** File contents by path. */
export type FilesByPath = Readonly<Record<string, string>>;

/** Returns every article of the files, by id, also those of which only a translation is here. */
export function readContent(articles: FilesByPath, files: FilesByPath): readonly StoredArticle[] {
	const originals = new Map(
		Object.entries(articles)
			.map(([path, text]) => readArticle(path, text))
			.map(({ id, article }) => [id, article])
	);
	const translated = new Map<string, Translation[]>();
	for (const [path, text] of Object.entries(files)) {
		const translation = readTranslation(path, text);
		const others = translated.get(translation.article);
		if (others) others.push(translation);
		else translated.set(translation.article, [translation]);
	}
	const ids = new Set([...originals.keys(), ...translated.keys()]);
	return [...ids].sort().flatMap((id) => {
		const original = originals.get(id) ?? null;
		const translations = translated.get(id) ?? [];
		const metadata = original ? metadataOf(original) : translations[0]?.original;
		return metadata ? { id, metadata, original, translations } : [];
	});
}

export const metadataOf = ({
	blocks: _blocks,
	reads: _reads,
	written: _written,
	...metadata
}: Article): Metadata => metadata;

function readArticle(path: string, text: string) {
	const parsed = parseArticle(text);
	if (!parsed.ok) throw new Error(`${path}:${parsed.failure.line}: ${parsed.failure.message}`);
	if (fileName(path) !== `${parsed.value.id}.md`)
		throw new Error(`${path}: the file must be named after its id, ${parsed.value.id}`);
	return parsed.value;
}

function readTranslation(path: string, text: string): Translation {
	const parsed = parseTranslation(readJson(path, text));
	if (!parsed.ok) throw new Error(`${path}: ${describeFailure(parsed.failure)}`);
	const { article, translated } = parsed.value;
	const name = `${article}.${translated.lang}`;
	if (fileName(path) !== `${name}.json`)
		throw new Error(`${path}: the file must be named after its article and language, ${name}`);
	return parsed.value;
}

export function readJson(path: string, text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new Error(`${path}: ${messageOf(error)}`, {
			cause: error
		});
	}
}

export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
