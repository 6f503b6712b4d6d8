/** Finds the original of a new translation: a stored article by its id, or a file of the user’s. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, ok, type Result } from '../lib/core/result';
import type { Article } from '../lib/core/text/article';
import { parseArticle } from '../lib/core/text/markdown';
import { identify } from '../lib/core/translation/identify';
import { knownArticle } from '../lib/core/translation/recognise';
import { content } from './content';
import { importFile } from './file';

export interface OriginalText {
	/** The stored article’s id; of an unknown text one made from its title. */
	readonly id: string;
	readonly article: Article;
}

export async function originalText(name: string): Promise<Result<OriginalText, string>> {
	const stored = content().find(({ id }) => id === name);
	if (stored?.original) return ok({ id: name, article: stored.original });
	if (!existsSync(name))
		return fail(
			stored
				? `${name}: its original is not in the repository; name a file with the text`
				: `${name}: neither a file nor the id of a stored article`
		);
	const own = name.endsWith('.md') ? parseArticle(readFileSync(name, 'utf8')) : null;
	if (own?.ok) return ok(own.value);
	const imported = await importFile(name, {});
	return imported.ok ? ok(ofFile(imported.value.article, name)) : imported;
}

/** Returns the text that a file of the user’s holds. */
export const ofFile = (article: Article, file: string): OriginalText => ({
	id: recognised(article) ?? idOf(article.title ?? '', file),
	article
});

function recognised({ blocks }: Article): string | null {
	const known = content().map(({ id, translations, original }) =>
		knownArticle(id, translations, original)
	);
	return identify(blocks, known).recognition?.article ?? null;
}

/** Returns an id from a title, else from the file’s name: `Fyren på Lillskär` is `fyren-pa-lillskar`. */
export function idOf(title: string, file: string): string {
	const made = [title, basename(file).replace(/\..*$/, '')].map((text) =>
		text
			.normalize('NFD')
			.replace(/\p{M}/gu, '')
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-+|-+$/g, '')
	);
	return made.find((id) => id !== '') ?? 'text';
}
