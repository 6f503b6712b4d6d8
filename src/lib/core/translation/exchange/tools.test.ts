/**
 * Files of ours through tools that nobody here wrote, and against the standards’ schemas. What is
 * not installed is skipped, and said: `node scripts/translators.mjs` installs it, as root.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import js2xliff from 'xliff/js2xliff';
import xliff2js from 'xliff/xliff2js';
import type { BlockShape } from '../../text/article';
import { fingerprint } from '../../text/fingerprint';
import { parseInline, type Inline } from '../../text/inline';
import type { Contributor, Translation, Unit } from '../unit';
import { exported } from './arbitrary';
import { exchangeDocument, type Originals } from './document';
import { exportTranslation, readExchange, type ExportOptions, type Format } from './exchange';
import { mergePlan, type MergePlan } from './merge';
import { normalForm } from './normal';

const schemas = fileURLToPath(
	new URL('../../../../../node_modules/.cache/jamsides/schemas', import.meta.url)
);
/** Debian’s: another Python on the path has not its packages. */
const python = '/usr/bin/python3';
const omegaJar = '/usr/share/omegat/OmegaT.jar';

const runs = (command: string, ...args: string[]): boolean =>
	spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const installed = {
	'translate-toolkit':
		runs(python, '-c', 'import translate.storage.xliff') && runs('xliff2po', '--version'),
	OmegaT: existsSync(omegaJar) && runs('omegat', '--help'),
	xmllint: runs('xmllint', '--version'),
	'the schemas of XLIFF': existsSync(join(schemas, 'catalog.xml'))
};

for (const [name, there] of Object.entries(installed))
	if (!there)
		console.log(`SKIPPED for want of ${name} (node scripts/translators.mjs, as root, installs it)`);

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'jamsides-tools-'));
});
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

const anna: Contributor = { origin: 'human', name: 'Anna Ek & son', date: '2026-11-21' };
const draft: Contributor = { origin: 'ai', name: 'A model', date: '2026-11-20' };
const cia = { by: 'Cia Lind', date: '2026-11-23' };

type Rendering = BlockShape & Pick<Unit, 'text' | 'by' | 'review' | 'spans' | 'note'>;

/** Paragraphs of the original, and the unit that answers them. */
const pairs: readonly (readonly [original: readonly string[], unit: Rendering])[] = [
	[
		['En gång & en väg'],
		{ kind: 'heading', level: 2, text: ['A walk & a road'], by: anna, review: null }
	],
	[
		['Vi gick *hem* **fort**. Det var sent.[^1] [^2] *Ingen* såg oss.'],
		{
			...{ kind: 'paragraph', by: draft, review: cia, note: 'The road is the old one.' },
			text: ['We walked *home* **fast**. It was late.[^1] [^2] *Nobody* saw us.'],
			spans: [
				[[0], [0]],
				[[1], [1]],
				[[2], [2]]
			]
		}
	],
	[
		['Se [kartan](https://example.org/?a=1&b=2) och <https://example.org/x>.'],
		{
			...{ kind: 'quote', by: draft, review: null },
			text: ['See [the *old* map](https://example.org/?a=1&b=2) and <https://example.org/x>.']
		}
	],
	[
		['Ett stycke.', 'Ett till, med “citat” och 2 < 3.'],
		{
			kind: 'paragraph',
			by: anna,
			review: cia,
			text: ['One paragraph.', 'Another, with ”quotes” and 2 < 3.']
		}
	],
	[['Foto'], { kind: 'caption', credit: 'Bo Ek', text: ['*Picture*'], by: anna, review: null }]
];

const translation: Translation = {
	article: 'a-walk',
	original: { lang: 'sv', title: 'En promenad' },
	translated: { lang: 'en', title: 'A walk' },
	units: pairs.map(([original, unit]) => ({ ...unit, source: original.map(fingerprint) }))
};
const originals: Originals = new Map(
	pairs.flatMap(([original]) => original.map((text) => [fingerprint(text), text] as const))
);

interface Sample {
	readonly translation: Translation;
	readonly originals: Originals;
}

const walk: Sample = { translation, originals };

/** Some hundred units with whatever marks and characters there are. */
const seed = Math.floor(Math.random() * 2 ** 31);
const wild = together(fc.sample(exported, { seed, numRuns: 150 }));

function together(samples: readonly Sample[]): Sample {
	const units = samples.flatMap((one) => one.translation.units);
	const held = samples.flatMap((one) => [...one.originals]);
	return { translation: { ...translation, units }, originals: new Map(held) };
}

/** A file of ours in the test’s folder. */
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

/** What merging a file that came back would do. */
function planOf(path: string, { translation } = walk): MergePlan {
	const read = readExchange(readFileSync(path));
	if (!read.ok) throw new Error(JSON.stringify(read.failure));
	const plan = mergePlan(translation, read.value.document, { today: '2026-12-01' });
	if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
	return plan.value;
}

/** Whether white space other than one space stands alone between two marks. */
function isParted(text: string): boolean {
	const parts = (nodes: readonly Inline[]): boolean =>
		nodes.some((node) =>
			node.type === 'text'
				? /^\s+$/.test(node.text) && node.text !== ' '
				: 'children' in node && parts(node.children)
		);
	return parts(parseInline(normalForm(text)));
}

const isUnharmed = ({ entries, absent, unsignedReviews }: MergePlan): boolean =>
	entries.every(({ kind }) => kind === 'unchanged') && absent.length + unsignedReviews.length === 0;

const unharmed = {
	entries: pairs.map((_, at) => ({ kind: 'unchanged', id: translation.units[at]?.source[0] })),
	unsignedReviews: [],
	absent: []
};

function run(command: string, ...args: string[]): string {
	const done = spawnSync(command, args, { encoding: 'utf8', timeout: 120_000 });
	if (done.status !== 0)
		throw new Error(`${command} ${args.join(' ')}\n${done.stdout}${done.stderr}`);
	return done.stdout;
}

describe('the npm package xliff', () => {
	it.each([
		['as it indents by itself', {}],
		['without indentation', { indent: '' }]
	])('reads and rewrites XLIFF 2.1 unharmed, %s', async (_, options) => {
		const parsed = await xliff2js(readFileSync(written('xliff2', 'a.xlf'), 'utf8'));
		const path = join(folder, 'rewritten.xlf');
		const version = { targetXliffVersion: '2.1', ...options };
		writeFileSync(path, await js2xliff(parsed, version));
		expect(planOf(path)).toEqual(unharmed);
	});

	it('harms no text, whatever its marks', async () => {
		await fc.assert(
			fc.asyncProperty(exported, async ({ translation, originals }) => {
				// What it does not bring back: it unescapes what it reads twice, and indents between marks.
				fc.pre(!JSON.stringify(translation).includes('&amp;'));
				const { translated, units } = translation;
				fc.pre(![translated.title, ...units.flatMap(({ text }) => text)].some(isParted));
				const document = exchangeDocument(translation, originals);
				const parsed = await xliff2js(exportTranslation('xliff2', document));
				const read = readExchange(await js2xliff(parsed, { targetXliffVersion: '2.1' }));
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
	/** Reads a file with one of its classes, does something with the units, and writes it. */
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

	it('brings back what was changed in it, and a note', () => {
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

	it('makes a PO file of XLIFF 1.2, a message a unit', () => {
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

	it('takes XLIFF 1.2 as a source and TMX as a memory, and both come back unharmed', () => {
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
	] as const)('of %s %j validates what is written', (format, options, schema) => {
		for (const sample of samples) {
			const path = written(format, 'valid.xlf', options, sample);
			expect(validate(path, '--schema', join(schemas, schema)).stderr).toBe(`${path} validates\n`);
		}
	});

	it.skipIf(!installed.xmllint || !installed.OmegaT).each([[{}], [{ sentences: true }]])(
		'of TMX 1.4 %j validates what is written',
		(options) => {
			const dtd = join(folder, 'tmx14.dtd');
			const open =
				'import sys, zipfile; sys.stdout.write(zipfile.ZipFile(sys.argv[1]).read("schemas/tmx14.dtd").decode())';
			writeFileSync(dtd, run(python, '-c', open, omegaJar));
			for (const sample of samples) {
				const done = validate(written('tmx', 'valid.tmx', options, sample), '--dtdvalid', dtd);
				expect([done.status, done.stderr]).toEqual([0, '']);
			}
		}
	);
});
