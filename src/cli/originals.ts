/** Finds the originals of stored translations: in ../shared/articles, or in folders of the user. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importText } from '../lib/core/import/import';
import type { Article } from '../lib/core/text/article';
import type { Fingerprint } from '../lib/core/text/fingerprint';
import { parseArticle } from '../lib/core/text/markdown';
import { knownArticle, recognise } from '../lib/core/translation/recognise';
import type { Translation } from '../lib/core/translation/unit';

/** Folder with articles by other publishers; not part of the repository and may be absent. */
export const sharedArticles = fileURLToPath(new URL('../../../shared/articles', import.meta.url));

export interface OriginalFile {
	readonly name: string;
	readonly article: Article;
}

/** Reads a folder’s texts as articles: `.txt` is imported, `.md` is parsed as this project’s. */
export function originalsIn(folder: string): readonly OriginalFile[] {
	if (!isFolder(folder)) return [];
	return readdirSync(folder).flatMap((name) => {
		const isText = /\.(?:txt|md)$/.test(name) && !isFolder(join(folder, name));
		const article = isText ? read(join(folder, name)) : null;
		return article ? [{ name, article }] : [];
	});
}

let shared: readonly OriginalFile[] | null = null;

/** Returns the originals in ../shared/articles, read once. */
export const sharedOriginals = (): readonly OriginalFile[] =>
	(shared ??= originalsIn(sharedArticles));

export const isFolder = (path: string): boolean =>
	statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function read(file: string): Article | null {
	const bytes = readFileSync(file);
	const own = file.endsWith('.md') ? parseArticle(bytes.toString('utf8')) : null;
	if (own?.ok) return own.value.article;
	const imported = importText(bytes);
	return imported.ok ? imported.value.article : null;
}

/** Returns the original of a translation, found by its paragraphs; null if none matches. */
export const originalOf = (
	translation: Translation,
	originals: readonly OriginalFile[]
): OriginalFile | null => originalFinder(originals)(translation);

/**
 * Returns what finds the original of a translation: the first that matches. Only originals that share
 * a paragraph with the translation are compared.
 */
export function originalFinder(
	originals: readonly OriginalFile[]
): (translation: Translation) => OriginalFile | null {
	const having = new Map<Fingerprint, number[]>();
	for (const [at, { article }] of originals.entries())
		for (const fingerprint of new Set(article.blocks.map((block) => block.fingerprint)))
			if (!having.get(fingerprint)?.push(at)) having.set(fingerprint, [at]);
	return (translation) => {
		const known = knownArticle(translation.article, [translation], null);
		const near = known.paragraphs.flatMap(({ fingerprint }) => having.get(fingerprint) ?? []);
		const found = [...new Set(near)]
			.sort((a, b) => a - b)
			.flatMap((at) => originals[at] ?? [])
			.find(({ article }) => recognise(article.blocks, [known]) !== null);
		return found ?? null;
	};
}
