/**
 * Sends exported files through other projects’ tools, and validates them against the standards’
 * schemas. A tool that is not installed is skipped and its name is printed:
 * `node scripts/translators.mjs` installs it, as root.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import js2xliff from 'xliff/js2xliff';
import jsToXliff12 from 'xliff/jsToXliff12';
import xliff12ToJs from 'xliff/xliff12ToJs';
import xliff2js from 'xliff/xliff2js';
import { exported } from './arbitrary';
import { exchangeDocument } from './document';
import { exportTranslation, readExchange, type ExportOptions, type Format } from './exchange';
import { mergePlan, type MergePlan } from './mergePlan';
import { translation, walk, seed, wild, isParted, isUnharmed, unharmed } from './tools.fixture';

const schemas = fileURLToPath(
	new URL('../../../../../node_modules/.cache/jamsides/schemas', import.meta.url)
);
/** Debian’s Python. Another one on the path lacks Debian’s packages. */
const python = '/usr/bin/python3';
const omegaJar = '/usr/share/omegat/OmegaT.jar';

const runs = (command: string, ...args: string[]): boolean =>
	spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** The tools take half a minute and need Java: they run only with `npm run test:tools`. */
const withTools = process.env.TOOLS === '1';
const installed = {
	'translate-toolkit':
		withTools &&
		runs(python, '-c', 'import translate.storage.xliff') &&
		runs('xliff2po', '--version'),
	OmegaT: withTools && existsSync(omegaJar) && runs('omegat', '--help'),
	xmllint: runs('xmllint', '--version'),
	'the schemas of XLIFF': existsSync(join(schemas, 'catalog.xml')),
	'the DTD of TMX': existsSync(join(schemas, 'tmx14.dtd'))
};

for (const [name, there] of Object.entries(installed))
	if (!there) console.log(`SKIPPED: ${name} (npm run test:tools, as root, installs and tries all)`);

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'jamsides-tools-'));
});
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

/** Writes a file into the test’s folder, and returns its path. */
function written(
	format: Format,
	name: string,
	options: ExportOptions = {},
	{ translation, originals } = walk
): string {
	const path = join(folder, name);
	writeFileSync(path, exportTranslation(format, exchangeDocument(translation, originals), options));
	return path;
}

/** Returns the plan for merging a returned file. */
function planOf(path: string, { translation } = walk): MergePlan {
	const read = readExchange(readFileSync(path));
	if (!read.ok) throw new Error(JSON.stringify(read.failure));
	const plan = mergePlan(translation, read.value.document, { today: '2026-12-01' });
	if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
	return plan.value;
}

function run(command: string, ...args: string[]): string {
	const done = spawnSync(command, args, { encoding: 'utf8', timeout: 120_000 });
	if (done.status !== 0)
		throw new Error(`${command} ${args.join(' ')}\n${done.stdout}${done.stderr}`);
	return done.stdout;
}

describe('the npm package xliff', () => {
	it.each([
		['with its own indentation', {}],
		['without indentation', { indent: '' }]
	])('reads and rewrites XLIFF 2.1 unharmed, %s', async (_, options) => {
		const parsed = await xliff2js(readFileSync(written('xliff2', 'a.xlf'), 'utf8'));
		const path = join(folder, 'rewritten.xlf');
		const version = { targetXliffVersion: '2.1', ...options };
		writeFileSync(path, await js2xliff(parsed, version));
		expect(planOf(path)).toEqual(unharmed);
	});

	it.each([
		['with its own indentation', {}],
		['without indentation', { indent: '' }]
	])('reads and rewrites XLIFF 1.2 unharmed, %s', async (_, options) => {
		const parsed = await xliff12ToJs(readFileSync(written('xliff12', 'a12.xlf'), 'utf8'));
		const path = join(folder, 'rewritten12.xlf');
		writeFileSync(path, await jsToXliff12(parsed, options));
		const { entries, absent } = planOf(path);
		expect(entries.map(({ kind }) => kind)).toEqual(walk.translation.units.map(() => 'unchanged'));
		expect(absent).toEqual([]);
	});

	it('returns a changed word of XLIFF 1.2 as the only change', async () => {
		const parsed = await xliff12ToJs(readFileSync(written('xliff12', 'a12.xlf'), 'utf8'));
		const path = join(folder, 'changed12.xlf');
		const changed = await jsToXliff12(parsed, {});
		writeFileSync(path, changed.replace('It was late.', 'It had grown late.'));
		const read = readExchange(readFileSync(path));
		if (!read.ok) throw new Error(JSON.stringify(read.failure));
		const plan = mergePlan(translation, read.value.document, { by: 'Eva', today: '2026-12-01' });
		const found = plan.ok ? plan.value.entries.filter(({ kind }) => kind !== 'unchanged') : [];
		expect(found).toMatchObject([
			{
				kind: 'changed',
				after: { text: ['We walked *home* **fast**. It had grown late.[^1] [^2] *Nobody* saw us.'] }
			}
		]);
	});

	it.each([
		['2.1', 'xliff2'],
		['1.2', 'xliff12']
	] as const)('keeps every text of XLIFF %s, whatever its marks', async (_, format) => {
		await fc.assert(
			fc.asyncProperty(exported, async ({ translation, originals }) => {
				// Skip texts that the package harms: it unescapes twice, and indents between marks.
				fc.pre(!JSON.stringify(translation).includes('&amp;'));
				const { translated, units } = translation;
				fc.pre(![translated.title, ...units.flatMap(({ text }) => text)].some(isParted));
				const document = exchangeDocument(translation, originals);
				const sent = exportTranslation(format, document);
				const read = readExchange(
					format === 'xliff2'
						? await js2xliff(await xliff2js(sent), { targetXliffVersion: '2.1' })
						: await jsToXliff12(await xliff12ToJs(sent), {})
				);
				if (!read.ok) throw new Error(JSON.stringify(read.failure));
				const plan = mergePlan(translation, read.value.document, { today: '2026-12-01' });
				expect(plan.ok && plan.value.entries.map(({ kind }) => kind)).toEqual(
					translation.units.map(() => 'unchanged')
				);
			})
		);
	});
});

describe.skipIf(!installed['translate-toolkit'])('translate-toolkit', () => {
	/** Reads a file with a class of the toolkit, runs `work` on each unit, and writes the file. */
	const toolkit = (module: string, type: string, from: string, to: string, work = 'pass'): string =>
		run(
			python,
			'-c',
			`import sys\nfrom translate.storage import ${module}\nstore = ${module}.${type}.parsefile(sys.argv[1])\nfor unit in store.units:\n    ${work}\nstore.savefile(sys.argv[2])`,
			from,
			to
		);

	it.each([
		['xliff12', {}, 'xliff', 'xlifffile'],
		['tmx', {}, 'tmx', 'tmxfile'],
		['tmx', { sentences: true }, 'tmx', 'tmxfile']
	] as const)('reads and rewrites %s %j unharmed', (format, options, module, type) => {
		const to = join(folder, 'toolkit.out');
		toolkit(module, type, written(format, 'toolkit.in', options), to);
		expect(planOf(to)).toEqual(unharmed);
		toolkit(module, type, written(format, 'wild.in', options, wild), to);
		expect(isUnharmed(planOf(to, wild)), `seed ${seed}`).toBe(true);
	});

	it.each([
		['xliff12', 'xliff', 'xlifffile'],
		['tmx', 'tmx', 'tmxfile']
	] as const)('sees the sources and targets of %s', (format, module, type) => {
		const seen = toolkit(
			...([module, type, written(format, 'toolkit.in'), join(folder, 'toolkit.out')] as const),
			'print(unit.source, "|", unit.target)'
		);
		expect(seen.split('\n')).toContain('En gång & en väg | A walk & a road');
		expect(seen.split('\n')).toContain(
			'Vi gick *hem* **fort**. Det var sent.[^1] [^2] *Ingen* såg oss. | We walked *home* **fast**. It was late.[^1] [^2] *Nobody* saw us.'
		);
	});

	it('returns a changed text and an added note', () => {
		const to = join(folder, 'toolkit.out');
		const work =
			'unit.source.startswith("En g") and (setattr(unit, "target", "A path"), unit.addnote("Or *way*."))';
		toolkit('xliff', 'xlifffile', written('xliff12', 'toolkit.in'), to, work);
		const read = readExchange(readFileSync(to));
		if (!read.ok) throw new Error(JSON.stringify(read.failure));
		const plan = mergePlan(translation, read.value.document, { by: 'Eva', today: '2026-12-01' });
		expect(plan.ok && plan.value.entries[0]).toMatchObject({
			...{ kind: 'changed', parts: ['text', 'note'] },
			after: { text: ['A path'], note: 'Or *way*.', by: { origin: 'human', name: 'Eva' } }
		});
	});

	it('makes a PO file from XLIFF 1.2 with one message for each unit', () => {
		const po = join(folder, 'a.po');
		run('xliff2po', written('xliff12', 'po.xlf'), po);
		const messages = readFileSync(po, 'utf8').match(/^msgid/gm) ?? [];
		expect(messages.length).toBe(translation.units.length + 2);
	});
});

describe.skipIf(!installed.OmegaT)('OmegaT', { timeout: 120_000 }, () => {
	const project = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
${['target', 'source', 'tm', 'glossary', 'dictionary'].map((name) => `<${name}_dir>__DEFAULT__</${name}_dir>`).join('\n')}
<glossary_file>__DEFAULT__</glossary_file>
<source_lang>sv</source_lang><target_lang>en</target_lang><sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations><remove_tags>false</remove_tags>
</project></omegat>`;

	it('takes XLIFF 1.2 as a source and TMX as a memory, and returns both unharmed', () => {
		const home = join(folder, 'omega');
		for (const name of ['source', 'target', 'omegat', 'tm/auto', 'glossary', 'dictionary'])
			mkdirSync(join(home, name), { recursive: true });
		writeFileSync(join(home, 'omegat.project'), project);
		const xliff = written('xliff12', 'source.xlf');
		writeFileSync(join(home, 'source/a.xlf'), readFileSync(xliff));
		writeFileSync(
			join(home, 'source/wild.xlf'),
			readFileSync(written('xliff12', 'wild.xlf', {}, wild))
		);
		writeFileSync(join(home, 'tm/auto/a.tmx'), readFileSync(written('tmx', 'memory.tmx')));
		writeFileSync(join(home, 'source/b.txt'), 'En promenad\n\nEn gång & en väg\n');
		run('omegat', home, '--mode=console-translate', `--config-dir=${join(folder, 'config')}`);

		expect(planOf(join(home, 'target/a.xlf'))).toEqual(unharmed);
		expect(isUnharmed(planOf(join(home, 'target/wild.xlf'), wild)), `seed ${seed}`).toBe(true);
		expect(readFileSync(join(home, 'target/b.txt'), 'utf8')).toBe('A walk\n\nA walk & a road\n');
		const memory = planOf(join(home, 'omega-omegat.tmx'));
		expect(memory.entries).toEqual([unharmed.entries[0]]);
	});
});

describe('the standards’ schemas', () => {
	const samples = [walk, { ...walk, originals: new Map() }, wild];
	const catalog = { ...process.env, XML_CATALOG_FILES: join(schemas, 'catalog.xml') };
	const validate = (path: string, ...args: string[]) =>
		spawnSync('xmllint', ['--nonet', '--noout', ...args, path], { encoding: 'utf8', env: catalog });

	it.skipIf(!installed.xmllint || !installed['the schemas of XLIFF']).each([
		['xliff2', {}, 'xliff-core-2.0.xsd'],
		['xliff2', { sentences: true }, 'xliff-core-2.0.xsd'],
		['xliff12', {}, 'xliff-core-1.2-strict.xsd']
	] as const)('accept %s as exported with options %j', (format, options, schema) => {
		for (const sample of samples) {
			const path = written(format, 'valid.xlf', options, sample);
			expect(validate(path, '--schema', join(schemas, schema)).stderr).toBe(`${path} validates\n`);
		}
	});

	it.skipIf(!installed.xmllint || !installed['the DTD of TMX']).each([[{}], [{ sentences: true }]])(
		'accept TMX 1.4 as exported with options %j',
		(options) => {
			const dtd = join(schemas, 'tmx14.dtd');
			for (const sample of samples) {
				const done = validate(written('tmx', 'valid.tmx', options, sample), '--dtdvalid', dtd);
				expect([done.status, done.stderr]).toEqual([0, '']);
			}
		}
	);
});
