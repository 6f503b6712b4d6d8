/** Stored translations by the names that a user gives them. */
import { existsSync, readFileSync } from 'node:fs';
import { fail, ok, type Result } from '../lib/core/result';
import { describeFailure, parseTranslation } from '../lib/core/translation/schema';
import type { Translation } from '../lib/core/translation/unit';
import { content } from './content';
import { messageOf } from '../lib/core/errorMessage';

/** Returns translations by file or by article; all stored ones if none is named. */
export function named(names: readonly string[]): Result<readonly Translation[], string> {
	const stored = new Map(content().map((article) => [article.id, article]));
	const found: Translation[] = [];
	for (const name of names.length > 0 ? names : stored.keys()) {
		const ofArticle = stored.get(name);
		const read = ofArticle ? ok(ofArticle.translations) : readTranslation(name);
		if (!read.ok) return read;
		found.push(...read.value);
	}
	return ok(found);
}

export function readTranslation(file: string): Result<readonly Translation[], string> {
	if (!existsSync(file)) return fail(`${file}: neither a file nor the id of a stored article`);
	try {
		const parsed = parseTranslation(JSON.parse(readFileSync(file, 'utf8')));
		return parsed.ok ? ok([parsed.value]) : fail(`${file}: ${describeFailure(parsed.failure)}`);
	} catch (error) {
		return fail(`${file}: ${messageOf(error)}`);
	}
}
