import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { ImportFailure } from '../lib/core/import/failure';
import { maxImportBytes } from '../lib/core/import/failure';
import { importText, type ImportOptions } from '../lib/core/import/import';
import type { Imported } from '../lib/core/import/imported';
import { fail, ok, unreachable, type Result } from '../lib/core/result';

export interface FileArgs {
	readonly file: string;
	readonly json: boolean;
	readonly options: ImportOptions;
}

/** The arguments `FILE [--json] [--lang LANG]`, which every command that reads a file takes. */
export function parseFileArgs(args: readonly string[]): Result<FileArgs, string> {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: { json: { type: 'boolean' }, lang: { type: 'string' } }
		});
		const [file, ...more] = positionals;
		if (file === undefined) return fail('name a file');
		if (more.length > 0) return fail(`one file at a time, not also ${more.join(', ')}`);
		const { json = false, lang } = values;
		if (lang !== undefined && lang !== 'sv' && lang !== 'en')
			return fail(`--lang is sv or en, not ${lang}`);
		return ok({ file, json, options: lang === undefined ? {} : { lang } });
	} catch (error) {
		return fail(error instanceof Error ? error.message : String(error));
	}
}

/** Reads and imports a file of the user's; the failure is a sentence for them. */
export async function importFile(
	file: string,
	options: ImportOptions
): Promise<Result<Imported, string>> {
	const bytes = await readBytes(file);
	if (!bytes.ok) return bytes;
	const imported = importText(bytes.value, options);
	return imported.ok ? imported : fail(`${file}: ${reason(imported.failure)}`);
}

async function readBytes(file: string): Promise<Result<Uint8Array, string>> {
	try {
		const { size } = await stat(file);
		if (size > maxImportBytes)
			return fail(`${file}: ${reason({ kind: 'too-large', bytes: size, limit: maxImportBytes })}`);
		return ok(await readFile(file));
	} catch (error) {
		return fail(error instanceof Error ? error.message : String(error));
	}
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

function reason(failure: ImportFailure): string {
	switch (failure.kind) {
		case 'empty':
			return 'the file is empty';
		case 'too-large':
			return `the file has ${megabytes(failure.bytes)}; texts of up to ${megabytes(failure.limit)} can be read`;
		case 'too-many-lines':
			return `the file has ${failure.lines} lines; texts of up to ${failure.limit} can be read`;
		case 'binary':
			return `the file is not plain text${failure.format === null ? '' : ` (it looks like ${failure.format})`}`;
		case 'language':
			return `the text looks neither Swedish nor English${failure.guess === null ? '' : ` (but like “${failure.guess}”)`}; if it is, say so with --lang sv or --lang en`;
		default:
			return unreachable(failure);
	}
}
