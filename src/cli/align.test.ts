import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alignCommand, serve } from './align';
import { paragraphsOf } from './alignText';

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'jamsides-align-'));
});
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

const swedish =
	'Hunden sov i huset.\nKvinnan läste en bok.\n\nDet var vinter.\nBarnen lekte i snön.\n';
const english =
	'The dog slept in the house, and the woman read a book.\n\nIt was winter.\nThe children played in the snow.\n';
const request = (over: object = {}) => ({
	src: file('sv.txt', swedish),
	tgt: file('en.txt', english),
	srcLang: 'sv',
	tgtLang: 'en',
	raw: false,
	...over
});

async function answers(...lines: readonly (string | object)[]): Promise<object[]> {
	const output = new PassThrough();
	const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
	await serve(Readable.from(text.map((line) => `${line}\n`)), output);
	output.end();
	const written = (await output.toArray()).map(String).join('');
	return written
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as object);
}

const beads = [
	[[0, 1], [0]],
	[[2], [1]],
	[[3], [2]]
];
const paragraphs = [
	[[0], [0]],
	[[1], [1]]
];

describe('align --jsonl', () => {
	it('prints beads, paragraphs and milliseconds, and nothing else', async () => {
		const [answer] = await answers(request());
		expect(answer).toEqual({ beads, paragraphs, ms: expect.any(Number) as number });
	});

	it('also prints the sentences if raw is true', async () => {
		const [answer] = await answers(request({ raw: true }));
		expect(answer).toMatchObject({
			src: [
				'Hunden sov i huset.',
				'Kvinnan läste en bok.',
				'Det var vinter.',
				'Barnen lekte i snön.'
			],
			tgt: [
				expect.stringMatching(/^The dog/),
				'It was winter.',
				'The children played in the snow.'
			],
			beads
		});
	});

	it('assumes that raw is false if it is absent', async () => {
		const { raw: _, ...without } = request();
		expect((await answers(without))[0]).toMatchObject({ beads });
	});

	it.each([
		['invalid JSON', '{', 'request'],
		['an empty line', '', 'request'],
		['JSON that is not an object', '[]', 'request'],
		['a missing file', { src: '/not/there' }, 'file'],
		['a missing language', { srcLang: undefined }, 'request'],
		['an invalid language', { srcLang: '../sv' }, 'request'],
		['a number for a path', { src: 3 }, 'request'],
		['an empty text', { src: 'empty.txt' }, 'empty'],
		['a file that is not text', { src: 'bytes.bin' }, 'file'],
		['a pair of swapped languages', { srcLang: 'en', tgtLang: 'sv' }, 'swapped'],
		['one file given twice', { tgt: 'sv.txt' }, 'same']
	])('%s is an error on its line, and the next request is answered', async (_, wrong, kind) => {
		file('empty.txt', ' \n\n');
		file('bytes.bin', Uint8Array.of(0xff, 0xfe, 0xff, 0xd8));
		const over = typeof wrong === 'string' ? {} : wrong;
		const named = Object.fromEntries(
			Object.entries(over).map(([key, value]) => [
				key,
				typeof value === 'string' && value.includes('.') && !value.startsWith('.')
					? join(folder, value)
					: value
			])
		);
		const line = typeof wrong === 'string' ? wrong : request(named);
		const [first, second] = await answers(line, request());
		expect(first).toMatchObject({ error: { kind, message: expect.any(String) as string } });
		expect(second).toMatchObject({ beads });
	});

	it('reports that one text is not a translation of the other, and links nothing', async () => {
		const other = file(
			'other.txt',
			'Prices of oil rose by 7 per cent in Norway last year.\nThe minister answered questions.\n\nNobody knows why the factory was closed so suddenly in March.\nTrains are late.\n'
		);
		const [answer] = await answers(request({ tgt: other }));
		expect(answer).toMatchObject({ error: { kind: 'unrelated' }, beads: { length: 8 } });
		const [forced] = await answers(request({ tgt: other, force: true }));
		expect(forced).not.toHaveProperty('error');
		expect(forced).toHaveProperty('beads');
	});
});

describe('align A B', () => {
	const run = (...args: string[]) => alignCommand.run(args);
	it('--json prints paragraphs, sentences and confidence', async () => {
		const { src, tgt } = request();
		const result = await run(src, tgt, '--from', 'sv', '--to', 'en', '--json');
		const printed: unknown = JSON.parse(result.ok ? String(result.value) : '{}');
		expect(printed).toEqual({
			paragraphs,
			sentences: beads,
			confidence: [1, 1, 1].map(() => expect.any(Number) as number)
		});
	});
	it('prints a summary for people', async () => {
		const { src, tgt } = request();
		const result = await run(src, tgt, '--from', 'sv', '--to', 'en');
		expect(result.ok && result.value).toMatch(/4 and 3 sentences in 3 beads/);
	});
	it.each([
		['a call without files', [], /two files/],
		['a call with one file', ['a'], /two files/],
		['a call without languages', ['a', 'b'], /--from/],
		['a file that does not exist', ['a', 'b', '--from', 'sv', '--to', 'en'], /ENOENT/],
		['an unknown option', ['--colour'], /colour/],
		['files beside --jsonl', ['a', '--jsonl'], /standard input/]
	])('%s is a failure', async (_, args, reason) => {
		expect(await run(...args)).toMatchObject({
			ok: false,
			failure: expect.stringMatching(reason) as string
		});
	});
});

it('serves standard input as a program', { timeout: 60_000 }, () => {
	const root = fileURLToPath(new URL('../../', import.meta.url));
	const { stdout, status } = spawnSync(
		process.execPath,
		[
			join(root, 'node_modules/tsx/dist/cli.mjs'),
			join(root, 'src/cli/jamsides.ts'),
			'align',
			'--jsonl'
		],
		{ encoding: 'utf8', cwd: root, input: `nonsense\n${JSON.stringify(request())}\n` }
	);
	expect(status).toBe(0);
	const [first, second, ...more] = stdout.trimEnd().split('\n');
	expect(first).toMatch(/"error"/);
	expect(JSON.parse(second ?? '')).toMatchObject({ beads });
	expect(more).toEqual([]);
});

it('raw sentences hold exactly the characters of the text, white space aside', () => {
	const bare = (text: string) => text.replace(/\s+/gu, '');
	const text = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc
			.array(
				fc.constantFrom(
					'Ja.',
					' ',
					'\n',
					'\r\n',
					'\n\n',
					'Hon kom.',
					'Dr. Ek',
					'…',
					'\u2028',
					'\u00a0'
				)
			)
			.map((parts) => parts.join(''))
	);
	fc.assert(
		fc.property(text, (any) => {
			expect(bare(paragraphsOf(any, 'sv', true).flat().join(''))).toBe(bare(any));
		})
	);
});
