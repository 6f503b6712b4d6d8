import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { block } from '../lib/core/text/block';
import type { Result } from '../lib/core/result';
import { formatTranslation } from '../lib/core/translation/format';
import type { CheckFailed } from './command';
import { translationsCommand } from './translations';

const source = Array.from({ length: 6 }, () => 'Vi gick hem i mörkret, alla tillsammans.').join(
	' '
);
const { fingerprint } = block({ kind: 'paragraph' }, source);

/** Makes a folder with an original and its stored translation. */
function made(text = 'We walked home in the dark.') {
	const folder = mkdtempSync(join(tmpdir(), 'jamsides-'));
	const file = join(folder, 'a-walk.en.json');
	writeFileSync(
		join(folder, 'a-walk.md'),
		`---\nid: a-walk\nlang: sv\ntitle: En promenad\n---\n\n${source}\n`
	);
	const stored = formatTranslation({
		article: 'a-walk',
		original: { lang: 'sv', title: 'En promenad' },
		translated: { lang: 'en', title: 'A walk' },
		units: [
			{
				...{ kind: 'paragraph', source: [fingerprint], text: [text] },
				by: { origin: 'ai', name: 'A model', date: '2026-11-21' },
				review: { by: 'Cia Lind', date: '2026-11-22' }
			}
		]
	});
	writeFileSync(file, stored);
	return { folder, file, stored, at: (name: string) => join(folder, name) };
}

const run = (...args: string[]) => translationsCommand.run(args);
const printed = (result: Result<string | CheckFailed, string>): string => {
	if (!result.ok) return result.failure;
	return typeof result.value === 'string' ? result.value : result.value.wanting;
};

/** Makes an exported file with a change by a translator’s tool. */
async function sent(
	{ file, folder, at }: ReturnType<typeof made>,
	change: (xml: string) => string,
	...options: string[]
): Promise<string> {
	const text = printed(await run('export', file, '--originals', folder, ...options));
	const path = at('back.xlf');
	writeFileSync(path, change(text));
	return path;
}

describe('translations export', () => {
	it('prints XLIFF 2.1 with the original beside the translation', async () => {
		const { file, folder } = made();
		const text = printed(await run('export', file, '--originals', folder));
		expect(text).toContain('version="2.1" srcLang="sv" trgLang="en"');
		expect(text).toContain(`<source>${source}</source>`);
		expect(text).toContain('<target>We walked home in the dark.</target>');
		expect(text).toContain('its:tool="A model" its:revPerson="Cia Lind"');
	});

	it.each([
		['xliff12', /^<\?xml[^]*<xliff [^>]*version="1\.2"/],
		['tmx', /^<\?xml[^]*<tmx version="1\.4">/],
		['json', /^\{\n\t"exchange": 1/]
	])('writes the format that --format names: %s', async (format, beginning) => {
		const { file } = made();
		expect(printed(await run('export', file, '--format', format))).toMatch(beginning);
	});

	it('adds a note to the file if the original is missing', async () => {
		const text = printed(await run('export', made().file));
		expect(text).toMatch(/<note>The original of 1 of 2 units is not in this file/);
		expect(text).toContain('<source/>');
	});

	it('takes the id of a stored article, finds its original and writes a file', async () => {
		const out = join(mkdtempSync(join(tmpdir(), 'jamsides-')), 'out.xlf');
		expect(printed(await run('export', 'kazakstan-i-januari-2022', '--out', out))).toBe(out);
		expect(readFileSync(out, 'utf8')).toMatch(/<source>.*<target>|<\/xliff>\n$/s);
		expect(readFileSync(out, 'utf8')).not.toContain('<source/>');
	});

	it.each([
		['a missing argument', [], /name a translation/],
		['an unknown translation', ['not-there'], /neither a file nor the id/],
		['a second translation', ['a', 'b'], /one translation at a time/],
		['an unknown format', ['a', '--format', 'po'], /xliff2, xliff12, tmx, json, not po/],
		['a missing folder', ['a', '--originals', '/not/there'], /no such folder/],
		['an unknown option', ['a', '--fast'], /fast/]
	])('%s is an error', async (_, args, message) => {
		const result = await run('export', ...args);
		expect(result).toMatchObject({ ok: false });
		expect(printed(result)).toMatch(message);
	});
});

describe.each(['export', 'check'])('translations %s', (command) => {
	it('reports an originals path that is not a folder', async () => {
		const { file } = made();
		expect(printed(await run(command, file, '--originals', file))).toBe(`${file}: no such folder`);
	});

	it('ignores a folder among the originals', async () => {
		const { file, folder, at } = made();
		mkdirSync(at('older.md'));
		expect((await run(command, file, '--originals', folder)).ok).toBe(true);
	});
});

describe('translations merge', () => {
	const mended = (xml: string) => xml.replace('in the dark', 'by night');

	it.each(['xliff2', 'xliff12', 'tmx', 'json'])(
		'changes nothing if the file is untouched: %s',
		async (format) => {
			const home = made();
			const back = await sent(home, (xml) => xml, '--format', format);
			const result = await run('merge', back, '--into', home.file);
			expect(result).toEqual({
				ok: true,
				value: 'a-walk.en: 0 changed, 1 unchanged, 0 not in the file; nothing written'
			});
			expect(readFileSync(home.file, 'utf8')).toBe(home.stored);
		}
	);

	it('does not guess the author of changed words, and writes nothing', async () => {
		const home = made();
		const result = await run('merge', await sent(home, mended), '--into', home.file, '--json');
		expect(result).toMatchObject({ ok: false });
		expect(printed(result)).toMatch(
			/1 unit has changed words, and the file does not say whose: --by/
		);
		expect(readFileSync(home.file, 'utf8')).toBe(home.stored);
	});

	it('--dry-run prints what would change, and writes nothing', async () => {
		const home = made();
		const back = await sent(home, mended);
		const result = await run('merge', back, '--into', home.file, '--by', 'Anna Ek', '--dry-run');
		expect(printed(result).split('\n')).toEqual([
			`${fingerprint}: text`,
			'  - We walked home in the dark.',
			'  + We walked home by night.',
			expect.stringMatching(
				/^ {2}\+ corrected by Anna Ek, \d{4}-\d\d-\d\d \(50 % of its words kept\)$/
			),
			'  - reviewed by Cia Lind, 2026-11-22',
			'a-walk.en: 1 changed, 0 unchanged, 0 not in the file; nothing written'
		]);
		expect(readFileSync(home.file, 'utf8')).toBe(home.stored);
	});

	it('writes the stored form once', async () => {
		const home = made();
		const back = await sent(home, mended);
		const first = await run('merge', back, '--into', home.file, '--by', 'Anna Ek');
		expect(printed(first)).toMatch(/1 changed.*; written$/);
		const written = readFileSync(home.file, 'utf8');
		expect(JSON.parse(written)).toMatchObject({
			contributors: { ai: { name: 'A model' } },
			units: [
				{
					...{ text: ['We walked home by night.'], by: 'ai', review: null },
					correction: { by: 'Anna Ek', kept: 0.5 }
				}
			]
		});
		const again = await run('merge', back, '--into', home.file, '--by', 'Anna Ek');
		expect(printed(again)).toMatch(/0 changed, 1 unchanged/);
		expect(readFileSync(home.file, 'utf8')).toBe(written);
	});

	it('takes the name that the file gives', async () => {
		const home = made();
		const back = await sent(home, (xml) =>
			mended(xml).replace('its:tool="A model"', 'its:person="Eva"')
		);
		const result = await run('merge', back, '--into', home.file, '--json');
		expect(JSON.parse(printed(result))).toMatchObject({
			...{ translation: 'a-walk.en', written: true, unsigned_reviews: [], absent: [] },
			entries: [
				{
					...{ id: fingerprint, kind: 'changed', parts: ['text'] },
					after: { by: { name: 'A model' }, correction: { by: 'Eva' } }
				}
			]
		});
	});

	it('keeps changes made here since the export, and exits with status 1', async () => {
		const home = made();
		const back = await sent(home, mended);
		writeFileSync(home.file, home.stored.replace('in the dark', 'after dark'));
		const result = await run('merge', back, '--into', home.file, '--by', 'Anna Ek');
		expect(result).toMatchObject({ ok: true, value: { wanting: expect.any(String) as string } });
		expect(printed(result)).toMatch(/changed here too since the export \(text\): not taken/);
		expect(readFileSync(home.file, 'utf8')).toContain('after dark');
	});

	it('accepts a file with only the title', async () => {
		const home = made();
		const back = await sent(home, (xml) =>
			xml.replace('A walk', 'The walk').replace(/<unit id="[0-9a-f]{16}"[^]*?<\/unit>/, '')
		);
		const result = await run('merge', back, '--into', home.file);
		expect(printed(result).split('\n')).toEqual([
			...['title', '  - A walk', '  + The walk'],
			'a-walk.en: 1 changed, 0 unchanged, 1 not in the file; written'
		]);
	});

	it('drops the review of words that were changed by hand in the file', async () => {
		const home = made();
		writeFileSync(home.at('edited.json'), mended(home.stored));
		const result = await run(
			...['merge', home.at('edited.json'), '--into', home.file, '--by', 'Anna Ek']
		);
		expect(printed(result)).toMatch(/- reviewed by Cia Lind/);
		expect(JSON.parse(readFileSync(home.file, 'utf8'))).toMatchObject({
			units: [{ text: ['We walked home by night.'], review: null }]
		});
	});

	it('finds the stored translation that a file belongs to', async () => {
		const out = join(mkdtempSync(join(tmpdir(), 'jamsides-')), 'out.tmx');
		await run('export', 'kazakstan-i-januari-2022', '--format', 'tmx', '--sentences', '--out', out);
		expect(printed(await run('merge', out, '--dry-run'))).toMatch(
			/^kazakstan-i-januari-2022\.en: 0 changed, \d+ unchanged, 0 not in the file; nothing written$/
		);
	});

	const xliff = (langs: string) =>
		`<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" ${langs}><file id="f"><unit id="${fingerprint}"><segment><source>A</source><target>B</target></segment></unit></file></xliff>`;

	it.each([
		['broken XML', '<xliff version="2.1">\n<file>', /back\.xlf: line 2, column \d+: /],
		[
			'a billion laughs',
			'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><x>&c;</x>',
			/DOCTYPE declares entities/
		],
		['another kind of file', '<html/>', /neither XLIFF, TMX nor a translation/],
		[
			'a file with swapped languages',
			xliff('srcLang="en" trgLang="sv"'),
			/from en to sv, the translation from sv to en/
		],
		[
			'a file of another article',
			xliff('srcLang="sv" trgLang="en"').replace(fingerprint, 'x'),
			/another article/
		],
		['an empty file', '', /the file is empty/]
	])('%s is refused, and the stored translation does not change', async (_, content, message) => {
		const home = made();
		writeFileSync(home.at('back.xlf'), content);
		const result = await run('merge', home.at('back.xlf'), '--into', home.file, '--by', 'Anna');
		expect(result).toMatchObject({ ok: false });
		expect(printed(result)).toMatch(message);
		expect(readFileSync(home.file, 'utf8')).toBe(home.stored);
	});

	it.each([
		['a missing argument', [], /name a file/],
		['a missing file', ['/not/there.xlf'], /ENOENT/],
		['an empty author name', ['a.xlf', '--by', ' '], /--by names nobody/],
		['an unknown option', ['a.xlf', '--force'], /force/]
	])('%s is an error', async (_, args, message) => {
		const result = await run('merge', ...args);
		expect(result).toMatchObject({ ok: false });
		expect(printed(result)).toMatch(message);
	});
});
