import Ajv from 'ajv/dist/2020';
import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TranslationFile } from '../lib/core/translation/schema';
import { main } from './main';

const original = [
	'Kvarnen vid ån',
	'Kvarnen byggdes 1843 av mjölnaren Alma Lind. Den malde råg åt hela byn. Sedan kom floden 1861 och tog hjulet.',
	'Byn samlade pengar till ett nytt hjul. Det stod färdigt redan samma höst.',
	'I dag är kvarnen ett museum. Varje sommar kommer tusen besökare.'
];
const translated = [
	'The mill by the stream',
	'The mill was built in 1843 by the miller Alma Lind. It ground rye for the whole village. Then came the flood of 1861 and took the wheel.',
	'The village collected money for a new wheel. It was ready that same autumn.',
	'Today the mill is a museum. Every summer a thousand visitors come.'
];

const folder = mkdtempSync(join(tmpdir(), 'jamsides-create-'));
function file(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}
const source = file('kvarnen.txt', original.join('\n\n'));
const text = file('mill.txt', translated.join('\n\n'));

async function create(...args: string[]) {
	let [out, err] = ['', ''];
	const status = await main(['translations', 'create', ...args], {
		out: (more) => void (out += more),
		err: (more) => void (err += more)
	});
	return { status, out, err };
}
const named = ['--lang', 'en', '--by', 'Bo Prov'];
const made = async (path: string, ...more: string[]): Promise<TranslationFile> => {
	const { out, err, status } = await create(source, path, ...named, '--json', ...more);
	if (status !== 0) throw new Error(err);
	return JSON.parse(out) as TranslationFile;
};

const schema = new URL('../../translations/article.schema.json', import.meta.url);
const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')));

const unit = (at: number, more = '') =>
	`<trans-unit id="${at}"><source>${original[at]}</source><target ${more}>${translated[at]}</target></trans-unit>`;
const xliff = (...units: string[]) =>
	`<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="f" source-language="sv" target-language="en" datatype="plaintext"><body>${units.join('')}</body></file></xliff>`;
const tmx = (...order: number[]) =>
	`<tmx version="1.4"><header srclang="sv"/><body>${order.map((at) => `<tu><tuv xml:lang="sv"><seg>${original[at]}</seg></tuv><tuv xml:lang="en"><seg>${translated[at]}</seg></tuv></tu>`).join('')}</body></tmx>`;

describe('translations create', () => {
	const files = [
		['text', text],
		['Markdown', file('mill.md', `# ${translated[0]}\n\n${translated.slice(1).join('\n\n')}\n`)],
		[
			'a web page',
			file(
				'mill.html',
				`<!doctype html><html lang="en"><title>${translated[0]}</title><h1>${translated[0]}</h1>${translated
					.slice(1)
					.map((words) => `<p>${words}</p>`)
					.join('')}`
			)
		],
		['XLIFF', file('mill.xlf', xliff(...[0, 1, 2, 3].map((at) => unit(at))))],
		['TMX', file('mill.tmx', tmx(3, 0, 2, 1))]
	] as const;
	it.each(files)('makes a stored translation of %s, valid and linked', async (_, path) => {
		const translation = await made(
			path,
			'--publication',
			'Valley Review',
			'--licence',
			'CC BY 4.0'
		);
		expect(validate(translation), JSON.stringify(validate.errors)).toBe(true);
		expect(translation).toMatchObject({
			...{ article: 'kvarnen-vid-an', lang: 'en', title: translated[0] },
			original: { lang: 'sv', title: original[0] },
			...{ publication: 'Valley Review', rights: 'CC BY 4.0' },
			contributors: { human: { origin: 'human', name: 'Bo Prov' } }
		});
		expect(translation.units.map((one) => one.text)).toEqual(
			translated.slice(1).map((paragraph) => [paragraph])
		);
		expect(translation.units.map(({ spans }) => spans?.length)).toEqual([3, 2, 2]);
	});

	it('takes its own file back, from another article’s id and name too', async () => {
		const own = file('own.json', (await create(source, text, ...named, '--json')).out);
		expect((await made(own)).units).toEqual((await made(text)).units);
	});

	it('writes a file and prints its name', async () => {
		const path = join(folder, 'out.json');
		const { status, out } = await create(source, text, ...named, '--out', path);
		expect([status, out]).toEqual([0, `${path}\n`]);
		expect(validate(JSON.parse(readFileSync(path, 'utf8')))).toBe(true);
	});

	it('finds a stored article by its id and by its text', async () => {
		const refused = await create('no-such-article', text, ...named, '--json');
		expect(refused.err).toContain('neither a file nor the id');
	});

	it('reports what is doubtful to standard error, the most doubtful first', async () => {
		const changed = file(
			'changed.xlf',
			xliff(
				unit(1).replace('hela byn', 'alla i trakten'),
				unit(2).replace('till ett nytt hjul', 'till ett större hjul'),
				`<trans-unit id="9"><source>En rad om annat.</source><target>A line on other things.</target></trans-unit>`
			)
		);
		const { status, out, err } = await create(source, changed, ...named, '--json');
		expect([status, validate(JSON.parse(out))]).toEqual([0, true]);
		const found = [...err.matchAll(/^ {2}(0\.\d\d) /gm)].map(([, one]) => Number(one));
		expect(found.length).toBeGreaterThan(2);
		expect(found).toEqual(found.toSorted((a, b) => a - b));
		expect(err).toContain('1 of 3 paragraphs have no translation');
		expect(err).toContain('left out: A line on other things.');
		expect(err).toContain('1.2 “Den malde råg åt hela byn.” – 1.2 “It ground rye');
	});

	it('leaves out a text that answers nothing, and says so', async () => {
		const preface = 'This book is for the use of anyone, at no cost and with no restrictions.';
		const path = file('preface.txt', [translated[0], preface, ...translated.slice(1)].join('\n\n'));
		const { out, err } = await create(source, path, ...named, '--json');
		const made = JSON.parse(out) as TranslationFile;
		expect(validate(made), JSON.stringify(validate.errors)).toBe(true);
		expect(made.units.map((one) => one.text)).toEqual(translated.slice(1).map((words) => [words]));
		expect(err).toContain('left out: This book is for the use of anyone');
	});

	it('matches with --force what does not look like a translation', async () => {
		const refused = await create(source, source, ...named, '--json');
		expect([refused.status, refused.out]).toEqual([1, '']);
		expect(refused.err).toContain('--force');
		const { status, err } = await create(source, source, ...named, '--json', '--force');
		expect(status, err).toBe(0);
	});

	it('refuses a file of a tool by its size, without reading it', async () => {
		const huge = file('huge.xlf', '<xliff version="1.2">');
		truncateSync(huge, 2 ** 40);
		const { status, err } = await create(source, huge, ...named, '--json');
		expect(status).toBe(1);
		expect(err).toContain('characters');
	});

	it('reports the sentence without a translation', async () => {
		const cut = file(
			'cut.xlf',
			xliff(
				`<trans-unit id="3"><source>${original[3]}</source><seg-source><mrk mtype="seg" mid="1">I dag är kvarnen ett museum.</mrk> <mrk mtype="seg" mid="2">Varje sommar kommer tusen besökare.</mrk></seg-source><target><mrk mtype="seg" mid="1">Today the mill is a museum.</mrk> <mrk mtype="seg" mid="2"/></target></trans-unit>`,
				unit(1),
				unit(2)
			)
		);
		const { err } = await create(source, cut, ...named, '--json');
		expect(err).toContain('no counterpart: 3.2 “Varje sommar kommer tusen besökare.” – nothing');
		expect(err).toContain('the file has no title');
	});
});

describe('a machine’s file', () => {
	const machine = file(
		'mt.xlf',
		xliff(unit(1, 'state-qualifier="mt-suggestion"'), unit(2), unit(3))
	);
	const unclear = file('unclear.xlf', xliff(unit(1, 'state-qualifier="x-mtpe"'), unit(2), unit(3)));
	const notice = file('notice.txt', [...translated, 'Translated by DeepL'].join('\n\n'));

	it.each([
		['by its state', machine, []],
		['though it is said to be a person’s', machine, ['--origin', 'human']],
		['by a line in the text', notice, []]
	] as const)('is refused %s', async (_, path, more) => {
		const { status, out, err } = await create(source, path, ...named, '--json', ...more);
		expect([status, out]).toEqual([1, '']);
		expect(err).toContain('--origin machine');
	});
	it.each(['machine', 'ai'] as const)('is made where --origin %s says so', async (origin) => {
		const translation = await made(machine, '--origin', origin);
		expect(validate(translation)).toBe(true);
		expect(Object.values(translation.contributors).map((one) => one.origin)).toEqual([origin]);
	});
	it('is asked about where unclear, and the answer is taken', async () => {
		const asked = await create(source, unclear, ...named, '--json');
		expect([asked.status, asked.out]).toEqual([1, '']);
		expect(asked.err).toContain('--origin human or --origin machine');
		const human = await made(unclear, '--origin', 'human');
		expect(Object.keys(human.contributors)).toEqual(['human']);
	});
	it('is not a person’s by a person’s name for the machine', async () => {
		const { err } = await create(
			source,
			text,
			'--lang',
			'en',
			'--by',
			'Google Translate',
			'--json'
		);
		expect(err).toContain('--origin machine');
	});
	it('that this project exported is refused too', async () => {
		const draft = await made(text, '--origin', 'ai');
		const path = file('draft.json', JSON.stringify(draft));
		expect((await create(source, path, ...named, '--json')).err).toContain('--origin machine');
		expect((await made(path, '--origin', 'ai')).units).toEqual(draft.units);
	});
});

describe('what cannot be made', () => {
	const unrelated = file(
		'other.txt',
		[
			'Parliament debated the new tax on sugar yesterday, and several members left the chamber in protest.',
			'Football scores were published by every newspaper on Monday, although nobody had asked for them.',
			'Whales migrate thousands of kilometres each year through oceans without any borders or passports.'
		].join('\n\n')
	);
	it.each([
		['no file', [], 'name the original'],
		['one file', [source], 'name the original'],
		['no language', [source, text, '--by', 'Bo', '--json'], '--lang'],
		['no name', [source, text, '--lang', 'en', '--json'], '--by'],
		['neither way out', [source, text, ...named], '--json'],
		['both ways out', [source, text, ...named, '--json', '--out', 'x'], '--json'],
		['an unknown origin', [source, text, ...named, '--json', '--origin', 'god'], '--origin'],
		['no day', [source, text, ...named, '--json', '--date', '2014'], '--date'],
		['a missing file', [source, join(folder, 'none.txt'), ...named, '--json'], 'none.txt'],
		['the original itself', [source, source, ...named, '--json'], 'original'],
		['its own language', [source, text, '--lang', 'sv', '--by', 'Bo', '--json'], 'language'],
		['another text', [source, unrelated, ...named, '--json'], 'hardly anything'],
		[
			'a broken file',
			[source, file('torn.xlf', '<xliff version="1.2">'), ...named, '--json'],
			'line 1'
		],
		[
			'a file into another language',
			[
				source,
				file('de.xlf', xliff(unit(1)).replace('target-language="en"', 'target-language="de"')),
				...named,
				'--json'
			],
			'“de”'
		]
	])('%s is a clear error', async (_, args, said) => {
		const { status, out, err } = await create(...args);
		expect([status, out]).toEqual([1, '']);
		expect(err).toContain(said);
	});
});
