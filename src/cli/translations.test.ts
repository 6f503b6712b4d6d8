import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { block } from '../lib/core/text/block';
import type { Result } from '../lib/core/result';
import type { CheckFailed } from './command';
import { translationsCommand } from './translations';

const source = 'Vi gick hem i mörkret klockan 10 på kvällen, alla tillsammans.';
const markdown = `---\nid: a-walk\nlang: sv\ntitle: En promenad\n---\n\n${Array.from(
	{ length: 5 },
	() => source
).join(' ')}\n`;
const { fingerprint } = block(
	{ kind: 'paragraph' },
	Array.from({ length: 5 }, () => source).join(' ')
);

/** Makes a folder with the original and a translation whose paragraph is `text`. */
function made(text: string) {
	const folder = mkdtempSync(join(tmpdir(), 'jamsides-'));
	const file = join(folder, 'a-walk.en.json');
	writeFileSync(join(folder, 'a-walk.md'), markdown);
	writeFileSync(
		file,
		JSON.stringify({
			...{ version: 1, article: 'a-walk', lang: 'en' },
			...{ original: { lang: 'sv', title: 'En promenad' }, title: 'A walk' },
			contributors: { ai: { origin: 'ai', name: 'A model', date: '2026-11-21' } },
			units: [{ kind: 'paragraph', source: [fingerprint], text: [text], by: 'ai', review: null }]
		})
	);
	return { folder, file };
}
const sentence = 'We walked home in the dark at 10 in the evening, all of us together.';
const faithful = Array.from({ length: 5 }, () => sentence).join(' ');
const printed = (result: Result<string | CheckFailed, string>): string => {
	if (!result.ok) return result.failure;
	return typeof result.value === 'string' ? result.value : result.value.wanting;
};

describe('translations check', () => {
	it('reports that nothing is wrong', async () => {
		const { folder, file } = made(faithful);
		expect(await translationsCommand.run(['check', file, '--originals', folder])).toEqual({
			ok: true,
			value: 'a-walk.en: held against a-walk.md; reports: 0, explained: 0'
		});
	});

	it('prints a line for each report, and exits with status 1', async () => {
		const { folder, file } = made(faithful.replace('at 10', 'at 11'));
		const result = await translationsCommand.run(['check', file, '--originals', folder]);
		expect(result).toMatchObject({ ok: true, value: { wanting: expect.any(String) as string } });
		expect(printed(result).split('\n').slice(1)).toEqual([
			`  units.0 (${fingerprint}): figure: the original has 10, the translation lacks it`,
			`  units.0 (${fingerprint}): figure: the translation has 11, the original does not`
		]);
	});

	it('--json prints the same as data', async () => {
		const { folder, file } = made(faithful.replace('at 10', 'at 11'));
		const result = await translationsCommand.run(['check', file, '--originals', folder, '--json']);
		expect(JSON.parse(printed(result))).toEqual({
			checked: [{ translation: 'a-walk.en', original: 'a-walk.md', explained: 0 }],
			skipped: [],
			reports: [
				{
					...{ translation: 'a-walk.en', unit: 0, source: fingerprint, kind: 'figure' },
					...{ about: '10', original: '10', translated: null }
				},
				{
					...{ translation: 'a-walk.en', unit: 0, source: fingerprint, kind: 'figure' },
					...{ about: '11', original: null, translated: '11' }
				}
			],
			stale: []
		});
	});

	it('lists the translations that it skips for lack of an original', async () => {
		const { file } = made(faithful);
		const result = await translationsCommand.run(['check', file]);
		expect(printed(result)).toMatch(/^a-walk\.en: skipped/);
	});

	it('takes the id of a stored article', async () => {
		const result = await translationsCommand.run(['check', 'kazakstan-i-januari-2022']);
		expect(printed(result)).toMatch(/^kazakstan-i-januari-2022\.en: held against src\/articles\//);
	});

	it.each([
		['a call without a subcommand', [], /say check, export or merge/],
		['an unknown subcommand', ['improve'], /no such thing: improve/],
		['an unknown translation', ['check', 'not-there'], /neither a file nor the id/],
		['a missing folder', ['check', '--originals', '/not/there'], /no such folder/],
		['an unknown option', ['check', '--fast'], /fast/]
	])('%s is an error', async (_, args, message) => {
		const result = await translationsCommand.run(args);
		expect(result).toMatchObject({ ok: false });
		expect(printed(result)).toMatch(message);
	});
});
