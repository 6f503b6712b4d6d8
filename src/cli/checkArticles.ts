/** Checks the stored translations of some articles: in the program itself, or in a process that it begins. */
import type { ArticlePaths } from '../lib/content/articlePaths';
import { messageOf } from '../lib/core/errorMessage';
import { fail, ok, type Result } from '../lib/core/result';
import type { StoredArticle } from '../lib/core/translation/stored';
import { bundledOf, checker, type Checked } from './checked';
import { readStored } from './content';
import { originalFinder, originalsIn, sharedOriginals } from './originals';

/** What was found in the translations of an article, or which of its files is wrong. */
export type ArticleChecked = Result<readonly Checked[], string>;

/**
 * Returns what checks articles, one after the other.
 * @param folders where originals lie that are not in the repository
 */
export function articleChecker(
	folders: readonly string[]
): (articles: readonly ArticlePaths[]) => readonly ArticleChecked[] {
	const check = checker();
	const other = originalFinder([...folders.flatMap(originalsIn), ...sharedOriginals()]);
	const checkArticle = (article: StoredArticle): readonly Checked[] =>
		article.translations.map((translation) => {
			const own = originalFinder(bundledOf(article));
			return check(translation, other(translation) ?? own(translation));
		});
	return (articles) =>
		articles.map((paths) => {
			const read = readArticle(paths);
			return read.ok ? ok(read.value.flatMap(checkArticle)) : read;
		});
}

function readArticle(paths: ArticlePaths): Result<readonly StoredArticle[], string> {
	try {
		return ok(readStored(paths));
	} catch (error) {
		return fail(messageOf(error));
	}
}
