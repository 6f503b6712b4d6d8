/** Finds the translation that a translator's file goes into. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fail, ok, type Result } from '../lib/core/result';
import type { ExchangeDocument } from '../lib/core/translation/exchange/document';
import { mergePlan, type MergeOptions } from '../lib/core/translation/exchange/mergePlan';
import type { Translation } from '../lib/core/translation/unit';
import { nameOf } from './checked';
import { content } from './content';
import { describeMergeFailure } from './mergeReport';
import { readTranslation } from './named';

/** A stored translation and the file that it is in. */
export interface MergeTarget {
	readonly path: string;
	readonly translation: Translation;
}

const pathOf = (translation: Translation): string =>
	fileURLToPath(
		new URL(`../../translations/articles/${nameOf(translation)}.json`, import.meta.url)
	);

/** Returns all translations that are stored in the repository. */
const stored = (): readonly MergeTarget[] =>
	content().flatMap(({ translations }) =>
		translations.map((translation) => ({ path: pathOf(translation), translation }))
	);

/** Finds a translation by the article's id, or by the file that it is in. */
export function targetOf(name: string): Result<MergeTarget, string> {
	if (existsSync(name)) {
		const read = readTranslation(name);
		if (!read.ok) return read;
		const [translation] = read.value;
		return translation ? ok({ path: name, translation }) : fail(`${name} holds no translation`);
	}
	const [found, ...others] = stored().filter(({ translation }) => translation.article === name);
	if (!found) return fail(`${name}: neither a file nor the id of a stored article`);
	return others.length === 0
		? ok(found)
		: fail(`${name} has several translations: name a file with --into`);
}

/** Finds the stored translation that has most of the document's units. */
export function findTarget(
	document: ExchangeDocument,
	options: MergeOptions
): Result<MergeTarget, string> {
	const tried = stored().map((target) => ({
		target,
		plan: mergePlan(target.translation, document, options)
	}));
	const known = ({ plan }: (typeof tried)[number]): number =>
		plan.ok ? plan.value.entries.filter(({ kind }) => kind !== 'unknown').length : -1;
	const best = tried.toSorted((a, b) => known(b) - known(a))[0];
	if (best?.plan.ok) return ok(best.target);
	const sameArticle = tried.find(({ target }) => target.translation.article === document.article);
	if (sameArticle && !sameArticle.plan.ok)
		return fail(describeMergeFailure(sameArticle.plan.failure));
	return fail('none of its units is of a stored translation (--into FILE for another)');
}
