/** `translations merge`: what a translator sends back, into the translation that it is of. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fail, ok, unreachable, type Result } from '../lib/core/result';
import type { ExchangeDocument } from '../lib/core/translation/exchange/document';
import { readExchange } from '../lib/core/translation/exchange/exchange';
import { describeExchangeFailure } from '../lib/core/translation/exchange/failure';
import {
	applyPlan,
	isTaken,
	mergePlan,
	type MergeEntry,
	type MergeFailure,
	type MergeOptions,
	type MergePlan
} from '../lib/core/translation/exchange/merge';
import { formatTranslation } from '../lib/core/translation/format';
import { describeFailure, parseTranslation } from '../lib/core/translation/schema';
import type { Translation, Unit } from '../lib/core/translation/unit';
import { nameOf } from './checked';
import type { Wanting } from './command';
import { content } from './content';
import { readTranslation } from './named';

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

/** A stored translation and the file that it is in. */
interface Home {
	readonly path: string;
	readonly translation: Translation;
}

export function runMerge(args: readonly string[]): Result<string | Wanting, string> {
	const asked = parseMergeArgs(args);
	if (!asked.ok) return asked;
	const { file, into, by, dryRun, json } = asked.value;
	const read = readFile(file);
	if (!read.ok) return read;
	const options = { today: new Date().toISOString().slice(0, 10), ...(by !== null && { by }) };
	const found = into === null ? findHome(read.value, options) : homeOf(into);
	if (!found.ok) return fail(`${file}: ${found.failure}`);
	const { path, translation } = found.value;
	const plan = mergePlan(translation, read.value, options);
	if (!plan.ok) return fail(`${file}: ${describeMergeFailure(plan.failure)}`);
	const unsigned = plan.value.entries.filter(({ kind }) => kind === 'unsigned');
	if (unsigned.length > 0 && !dryRun) return fail(whose(unsigned.length, plan.value));
	const merged = applyPlan(translation, plan.value);
	const written = formatTranslation(merged);
	const fault = parseTranslation(JSON.parse(written));
	if (!fault.ok) return fail(`${file}: ${describeFailure(fault.failure)}; nothing was written`);
	const writes = !dryRun && isChange(plan.value);
	const kept = writes ? write(path, written) : ok(path);
	if (!kept.ok) return kept;
	const name = nameOf(translation);
	const text = json ? toJson(name, writes, plan.value) : summary(name, writes, plan.value);
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
		return fail(error instanceof Error ? error.message : String(error));
	}
}

function readFile(file: string): Result<ExchangeDocument, string> {
	try {
		const read = readExchange(readFileSync(file));
		return read.ok
			? ok(read.value.document)
			: fail(`${file}: ${describeExchangeFailure(read.failure)}`);
	} catch (error) {
		return fail(error instanceof Error ? error.message : String(error));
	}
}

function write(path: string, text: string): Result<string, string> {
	try {
		writeFileSync(path, text);
		return ok(path);
	} catch (error) {
		return fail(error instanceof Error ? error.message : String(error));
	}
}

const pathOf = (translation: Translation): string =>
	fileURLToPath(
		new URL(`../../translations/articles/${nameOf(translation)}.json`, import.meta.url)
	);

/** All that are stored in the repository. */
const stored = (): readonly Home[] =>
	content().flatMap(({ translations }) =>
		translations.map((translation) => ({ path: pathOf(translation), translation }))
	);

function homeOf(name: string): Result<Home, string> {
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

/** The stored translation that has most of its units. */
function findHome(document: ExchangeDocument, options: MergeOptions): Result<Home, string> {
	const tried = stored().map((home) => ({
		home,
		plan: mergePlan(home.translation, document, options)
	}));
	const known = ({ plan }: (typeof tried)[number]): number =>
		plan.ok ? plan.value.entries.filter(({ kind }) => kind !== 'unknown').length : -1;
	const best = tried.toSorted((a, b) => known(b) - known(a))[0];
	if (best?.plan.ok) return ok(best.home);
	const sameArticle = tried.find(({ home }) => home.translation.article === document.article);
	if (sameArticle && !sameArticle.plan.ok)
		return fail(describeMergeFailure(sameArticle.plan.failure));
	return fail('none of its units is of a stored translation (--into FILE for another)');
}

function describeMergeFailure(failure: MergeFailure): string {
	switch (failure.kind) {
		case 'languages': {
			const [from, to] = failure.found;
			const [source, target] = failure.expected;
			return `it is from ${from} to ${to}, the translation from ${source} to ${target}`;
		}
		case 'other-article':
			return `it is of another article${failure.article === null ? '' : ` (${failure.article})`}: none of its units is in the translation`;
		default:
			return unreachable(failure);
	}
}

const isChange = ({ entries }: MergePlan): boolean => entries.some(isTaken);

/** Whether everything that came was taken. */
const isWhole = ({ entries, unsignedReviews }: MergePlan): boolean =>
	unsignedReviews.length === 0 &&
	entries.every(
		(entry) =>
			entry.kind === 'unchanged' ||
			(entry.kind === 'title' && entry.taken) ||
			(entry.kind === 'changed' && entry.kept.length === 0)
	);

const whose = (count: number, plan: MergePlan): string =>
	[
		`${count} ${count === 1 ? 'unit has' : 'units have'} changed words, and the file does not say whose: --by NAME. Nothing was written`,
		...plan.entries.filter(({ kind }) => kind === 'unsigned').flatMap(linesOf)
	].join('\n');

function summary(name: string, written: boolean, plan: MergePlan): string {
	const unchanged = plan.entries.filter(({ kind }) => kind === 'unchanged').length;
	const changed = plan.entries.filter(isTaken).length;
	const what = written ? 'written' : 'nothing written';
	return [
		...plan.entries.flatMap(linesOf),
		...plan.unsignedReviews.map(
			(id) => `${id}: called reviewed, but not by whom, when, or of which words: not taken`
		),
		`${name}: ${changed} changed, ${unchanged} unchanged, ${plan.absent.length} not in the file; ${what}`
	].join('\n');
}

function linesOf(entry: MergeEntry): readonly string[] {
	switch (entry.kind) {
		case 'unchanged':
			return [];
		case 'title':
			return [
				entry.taken ? 'title' : 'title: changed here too since the export: not taken',
				`  - ${entry.before}`,
				`  + ${entry.after}`
			];
		case 'changed': {
			const { id, parts, kept, before, after } = entry;
			const also = kept.length > 0 ? `; changed here too, and kept: ${kept.join(', ')}` : '';
			return [`${id}: ${parts.join(', ')}${also}`, ...changes(before, after)];
		}
		case 'conflict':
			return [
				`${entry.id}: changed here too since the export (${entry.parts.join(', ')}): not taken`,
				...changes(entry.before, { ...entry.before, text: entry.came.text })
			];
		case 'unsigned':
			return [
				`${entry.id}: text, not said whose`,
				...changes(entry.before, { ...entry.before, text: entry.came.text })
			];
		case 'emptied':
			return [`${entry.id}: came back empty: kept`];
		case 'unknown':
			return [`${entry.id}: no such unit: not taken`];
		default:
			return unreachable(entry);
	}
}

/** What differs, as a diff has it. */
function changes(before: Unit, after: Unit): readonly string[] {
	const [was, is] = [before, after].map(told);
	return (was ?? []).flatMap((line, at) => {
		const other = is?.[at] ?? '';
		return line === other
			? []
			: [...(line === '' ? [] : [`  - ${line}`]), ...(other === '' ? [] : [`  + ${other}`])];
	});
}

const told = ({ text, by, review, note }: Unit): readonly string[] => [
	text.join(' ¶ '),
	`by ${by.name}, ${by.date} (${by.origin})`,
	review ? `reviewed by ${review.by}, ${review.date}` : '',
	note === undefined ? '' : `note: ${note}`
];

function toJson(translation: string, written: boolean, plan: MergePlan): string {
	const { entries, unsignedReviews, absent } = plan;
	const told = entries.filter(({ kind }) => kind !== 'unchanged').map(entryJson);
	return JSON.stringify(
		{ translation, written, entries: told, unsigned_reviews: unsignedReviews, absent },
		null,
		2
	);
}

function entryJson(entry: MergeEntry): object {
	switch (entry.kind) {
		case 'changed': {
			const { at: _, ...rest } = entry;
			return rest;
		}
		case 'title':
			return { id: 'title', ...entry };
		default:
			return entry;
	}
}
