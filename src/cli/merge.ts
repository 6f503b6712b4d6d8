/** `translations merge`: merges a translator’s file into its translation. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../lib/core/result';
import type { ExchangeDocument } from '../lib/core/translation/exchange/document';
import { readExchange } from '../lib/core/translation/exchange/exchange';
import { describeExchangeFailure } from '../lib/core/translation/exchange/failure';
import {
	applyPlan,
	isTaken,
	mergePlan,
	type MergePlan
} from '../lib/core/translation/exchange/mergePlan';
import { formatTranslation } from '../lib/core/translation/format';
import { describeFailure, parseTranslation } from '../lib/core/translation/schema';
import { nameOf } from './checked';
import type { CheckFailed } from './command';
import { write } from './file';
import { describeMergeFailure, mergeJson, mergeSummary, unsignedWords } from './mergeReport';
import { findTarget, targetOf } from './mergeTarget';
import { messageOf } from '../lib/core/errorMessage';

export const mergeHelp = [
	'Usage: jamsides translations merge FILE [--into ID|FILE] [--by NAME] [--dry-run] [--json]',
	'',
	'Takes a file that `translations export` wrote back, unit by unit: prints what it changes, then',
	'writes the translation. Words that did not change stay whose they are; a review counts only',
	'where the file says who reviewed and when. What has changed here too since the export stays as',
	'it is, and is named; the exit status is 1 where something was not taken.',
	'',
	'  --into     which translation: the id of an article, or a file; found by its units where',
	'             nothing is said',
	'  --by NAME  whose the changed words are, where the file does not say it',
	'  --dry-run  print only',
	'  --json     print { translation, written, entries: [{ id, kind, parts, before, after }],',
	'             unsigned_reviews, absent }'
].join('\n');

interface MergeArgs {
	readonly file: string;
	readonly into: string | null;
	readonly by: string | null;
	readonly dryRun: boolean;
	readonly json: boolean;
}

export function runMerge(args: readonly string[]): Result<string | CheckFailed, string> {
	const asked = parseMergeArgs(args);
	if (!asked.ok) return asked;
	const { file, into, by, dryRun, json } = asked.value;
	const read = readFile(file);
	if (!read.ok) return read;
	const options = { today: new Date().toISOString().slice(0, 10), ...(by !== null && { by }) };
	const found = into === null ? findTarget(read.value, options) : targetOf(into);
	if (!found.ok) return fail(`${file}: ${found.failure}`);
	const { path, translation } = found.value;
	const plan = mergePlan(translation, read.value, options);
	if (!plan.ok) return fail(`${file}: ${describeMergeFailure(plan.failure)}`);
	const unsigned = plan.value.entries.filter(({ kind }) => kind === 'unsigned');
	if (unsigned.length > 0 && !dryRun) return fail(unsignedWords(unsigned.length, plan.value));
	const merged = applyPlan(translation, plan.value);
	const written = formatTranslation(merged);
	const fault = parseTranslation(JSON.parse(written));
	if (!fault.ok) return fail(`${file}: ${describeFailure(fault.failure)}; nothing was written`);
	const writes = !dryRun && isChange(plan.value);
	const kept = writes ? write(path, written) : ok(path);
	if (!kept.ok) return kept;
	const name = nameOf(translation);
	const text = json ? mergeJson(name, writes, plan.value) : mergeSummary(name, writes, plan.value);
	return ok(isWhole(plan.value) ? text : { wanting: text });
}

function parseMergeArgs(args: readonly string[]): Result<MergeArgs, string> {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				into: { type: 'string' },
				by: { type: 'string' },
				'dry-run': { type: 'boolean', default: false },
				json: { type: 'boolean', default: false }
			}
		});
		const [file, ...more] = positionals;
		if (file === undefined) return fail('name a file');
		if (more.length > 0) return fail(`one file at a time, not also ${more.join(', ')}`);
		const { into = null, 'dry-run': dryRun, json } = values;
		const by = values.by?.trim() ?? null;
		if (by === '') return fail('--by names nobody');
		return ok({ file, into, by, dryRun, json });
	} catch (error) {
		return fail(messageOf(error));
	}
}

function readFile(file: string): Result<ExchangeDocument, string> {
	try {
		const read = readExchange(readFileSync(file));
		return read.ok
			? ok(read.value.document)
			: fail(`${file}: ${describeExchangeFailure(read.failure)}`);
	} catch (error) {
		return fail(messageOf(error));
	}
}

const isChange = ({ entries }: MergePlan): boolean => entries.some(isTaken);

/** Tells whether every change was taken. */
const isWhole = ({ entries, unsignedReviews }: MergePlan): boolean =>
	unsignedReviews.length === 0 &&
	entries.every(
		(entry) =>
			entry.kind === 'unchanged' ||
			(entry.kind === 'title' && entry.taken) ||
			(entry.kind === 'changed' && entry.kept.length === 0)
	);
