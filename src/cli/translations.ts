import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { fail, ok, unreachable, type Result } from '../lib/core/result';
import { describe, type Report } from '../lib/core/translation/check/finding';
import { bundled, check, type Checked } from './checked';
import { checkStored } from './checkStored';
import type { Command, CheckFailed } from './command';
import { runCreate } from './create';
import { createHelp } from './createArgs';
import { exportHelp, runExport } from './export';
import { mergeHelp, runMerge } from './merge';
import { named } from './named';
import { isFolder, originalsIn, sharedOriginals } from './originals';
import { messageOf } from '../lib/core/errorMessage';

const checkHelp = [
	'Usage: jamsides translations check [FILE|ID …] [--json] [--originals DIR …] [--jobs N]',
	'',
	'Compares each unit of stored translations (all of them, those of an article by its id, or',
	'files) with its original: figures, dates, percentages, proper names, terms of',
	'translations/glossary.json, brackets, quotation marks, emphasis, links, footnote references,',
	'negations, and lengths out of the ordinary. Prints a line a report; the exit status is 1 where one is left.',
	'What has been looked at and is right is explained in translations/checked.json, with a reason;',
	'an explanation of what is no longer reported is itself a report. Figures and names that a',
	'unit’s note tells of are explained by it.',
	'',
	'  --originals DIR  where originals lie that are not in the repository, as .txt or .md; given',
	'                   any number of times. ../shared/articles is always looked into. A',
	'                   translation whose original is not found is skipped, and named',
	'  --jobs N         processes that check a large library, at most; as many as there are',
	'                   cores where nothing is said. The output is the same',
	'  --json           print { checked: [{ translation, original, explained }], skipped, reports:',
	'                   [{ translation, unit, source, kind, about, original, translated }], stale:',
	'                   [{ translation, unit, kind, about, reason }] }; unit is a number from 0, or',
	'                   "title"'
].join('\n');

export const translationsCommand: Command = {
	summary: 'check stored translations, send them to a translator, take them back',
	help: [checkHelp, '', createHelp, '', exportHelp, '', mergeHelp].join('\n'),
	async run([name, ...args], remark) {
		switch (name) {
			case 'check':
				return runCheck(args);
			case 'export':
				return runExport(args);
			case 'merge':
				return runMerge(args);
			case 'create':
				return runCreate(args, remark);
			default:
				return fail(
					name === undefined ? 'say check, export or merge, or create' : `no such thing: ${name}`
				);
		}
	}
};

async function runCheck(args: readonly string[]): Promise<Result<string | CheckFailed, string>> {
	const asked = parseCheckArgs(args);
	if (!asked.ok) return asked;
	const { names, json, folders, jobs } = asked.value;
	const found = names.length > 0 ? checkNamed(names, folders) : await checkStored(folders, jobs);
	if (!found.ok) return found;
	const checked = found.value;
	const text = json ? JSON.stringify(toJson(checked), null, 2) : summary(checked);
	return ok(checked.every(isClean) ? text : { wanting: text });
}

function checkNamed(
	names: readonly string[],
	folders: readonly string[]
): Result<readonly Checked[], string> {
	const translations = named(names);
	if (!translations.ok) return translations;
	const others = [...folders.flatMap(originalsIn), ...sharedOriginals()];
	return ok(check(translations.value, [...others, ...bundled()]));
}

interface CheckArgs {
	readonly names: readonly string[];
	readonly json: boolean;
	readonly folders: readonly string[];
	readonly jobs: number;
}

function parseCheckArgs(args: readonly string[]): Result<CheckArgs, string> {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				json: { type: 'boolean' },
				originals: { type: 'string', multiple: true },
				jobs: { type: 'string' }
			}
		});
		const { json = false, originals: folders = [], jobs = String(availableParallelism()) } = values;
		const missing = folders.find((folder) => !isFolder(folder));
		if (missing !== undefined) return fail(`${missing}: no such folder`);
		if (!/^[1-9]\d?$/.test(jobs)) return fail(`--jobs takes a number from 1 to 99, not “${jobs}”`);
		return ok({ names: positionals, json, folders, jobs: Number(jobs) });
	} catch (error) {
		return fail(messageOf(error));
	}
}

const isClean = (one: Checked): boolean =>
	one.kind === 'skipped' || one.open.length + one.stale.length === 0;

function toJson(all: readonly Checked[]): object {
	const checked = all.flatMap((one) => (one.kind === 'checked' ? [one] : []));
	return {
		checked: checked.map(({ name, original, explained }) => ({
			translation: name,
			original,
			explained: explained.length
		})),
		skipped: all.flatMap(({ kind, name }) => (kind === 'skipped' ? [name] : [])),
		reports: checked.flatMap(({ name, open }) =>
			open.map(({ place, source, kind, about, original, translation }) => ({
				...{ translation: name, unit: place, source, kind, about },
				...{ original, translated: translation }
			}))
		),
		stale: checked.flatMap(({ name, stale }) =>
			stale.map((explanation) => ({ translation: name, ...explanation }))
		)
	};
}

const summary = (all: readonly Checked[]): string => all.flatMap(linesOf).join('\n');

function linesOf(one: Checked): readonly string[] {
	switch (one.kind) {
		case 'skipped':
			return [`${one.name}: skipped, its original is not at hand (--originals DIR)`];
		case 'checked': {
			const { name, original, open, explained, stale } = one;
			return [
				`${name}: held against ${original}; reports: ${open.length}, explained: ${explained.length}`,
				...open.map((report) => `  ${placeOf(report)}: ${describe(report)}`),
				...stale.map(
					({ unit, kind, about }) =>
						`  ${unit}: explained in checked.json, but not reported: ${kind} ${about}`
				)
			];
		}
		default:
			return unreachable(one);
	}
}

const placeOf = ({ place, source }: Report): string =>
	place === 'title' ? place : `units.${place} (${source ?? ''})`;
