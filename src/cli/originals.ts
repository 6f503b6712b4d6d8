/** Originals that stored translations are of: bundled, or in folders of the user’s. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importText } from '../lib/core/import/import';
import type { Article } from '../lib/core/text/article';
import { parseArticle } from '../lib/core/text/markdown';
import { knownArticle, recognise } from '../lib/core/translation/recognise';
import type { Translation } from '../lib/core/translation/unit';

/** Where this project’s first reader keeps the articles of others; not part of the repository. */
export const sharedArticles = fileURLToPath(new URL('../../../shared/articles', import.meta.url));

export interface OriginalFile {
	readonly name: string;
	readonly article: Article;
}

/** The texts of a folder as articles: `.txt` imported, `.md` read as this project writes them. */
export function originalsIn(folder: string): readonly OriginalFile[] {
	if (!isFolder(folder)) return [];
	return readdirSync(folder).flatMap((name) => {
		const isText = /\.(?:txt|md)$/.test(name) && !isFolder(join(folder, name));
		const article = isText ? read(join(folder, name)) : null;
		return article ? [{ name, article }] : [];
	});
}

export const isFolder = (path: string): boolean =>
	statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function read(file: string): Article | null {
	const bytes = readFileSync(file);
	const own = file.endsWith('.md') ? parseArticle(bytes.toString('utf8')) : null;
	if (own?.ok) return own.value.article;
	const imported = importText(bytes);
	return imported.ok ? imported.value.article : null;
}

/** The text that a translation is of, by its paragraphs; null where none of them is. */
export function originalOf(
	translation: Translation,
	originals: readonly OriginalFile[]
): OriginalFile | null {
	const known = [knownArticle(translation.article, [translation], null)];
	return originals.find(({ article }) => recognise(article.blocks, known) !== null) ?? null;
}
