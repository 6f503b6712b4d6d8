import { readFile, writeFile } from 'node:fs/promises';
import { fail, ok, type Result } from '../lib/core/result';
import { formatArticle, parseArticle } from '../lib/core/text/markdown';
import { formatTranslation } from '../lib/core/translation/format';
import { describeFailure, parseTranslation } from '../lib/core/translation/schema';
import type { Command } from './command';
import { messageOf } from '../lib/core/errorMessage';

export const formatCommand: Command = {
	summary: 'write stored translations and articles in their one form',
	help: [
		'Usage: jamsides format FILE…',
		'',
		'Rewrites translations (.json) and articles (.md) in the form that the tests ask for, so that',
		'a diff shows what a translator changed and nothing else. Prints the files that it changed.'
	].join('\n'),
	async run(files) {
		if (files.length === 0) return fail('name a file');
		const changed: string[] = [];
		for (const file of files) {
			const text = await read(file);
			if (!text.ok) return text;
			const written = formatted(file, text.value);
			if (!written.ok) return fail(`${file}: ${written.failure}`);
			if (written.value === text.value) continue;
			await writeFile(file, written.value);
			changed.push(file);
		}
		return ok(changed.join('\n'));
	}
};

async function read(file: string): Promise<Result<string, string>> {
	try {
		return ok(await readFile(file, 'utf8'));
	} catch (error) {
		return fail(messageOf(error));
	}
}

/** Returns the file’s text in its normal form, or the fault that prevents it. */
function formatted(file: string, text: string): Result<string, string> {
	if (file.endsWith('.json')) return formattedTranslation(text);
	if (!file.endsWith('.md')) return fail('is neither a translation (.json) nor an article (.md)');
	const article = parseArticle(text);
	return article.ok
		? ok(formatArticle(article.value))
		: fail(`line ${article.failure.line}: ${article.failure.message}`);
}

function formattedTranslation(text: string): Result<string, string> {
	try {
		const translation = parseTranslation(JSON.parse(text));
		return translation.ok
			? ok(formatTranslation(translation.value))
			: fail(describeFailure(translation.failure));
	} catch (error) {
		return fail(messageOf(error));
	}
}
