import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from './main';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'jamsides-'));
});
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

/** Runs a command line in this process. */
async function jamsides(...args: string[]) {
	let [stdout, stderr] = ['', ''];
	const status = await main(args, {
		out: (text) => void (stdout += text),
		err: (text) => void (stderr += text)
	});
	return { status, stdout, stderr };
}

/** Runs it as the shell does, which takes seconds. */
function spawned(...args: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'src/cli/jamsides.ts'), ...args],
		{ encoding: 'utf8', cwd: root }
	);
	return { status, stdout, stderr };
}

const text = [
	'# Om vägen¹',
	'',
	'Av Bo Ek',
	'',
	'Det här är det första stycket, och det är på svenska.²',
	'',
	'image1.pngEn väg. Foto: Bo Ek/TT',
	'',
	'¹ En not om titeln.',
	'',
	'² En not om *stycket*.',
	''
].join('\n');

describe('jamsides', { timeout: 60_000 }, () => {
	it('import --json prints the article, and no unknown field', () => {
		const { status, stdout, stderr } = spawned('import', file('väg.txt', text), '--json');
		expect(stderr).toBe('');
		expect(status).toBe(0);
		const article = JSON.parse(stdout) as object;
		expect(article).toMatchObject({
			lang: 'sv',
			authors: ['Bo Ek'],
			blocks: [
				{ kind: 'paragraph', text: 'Det här är det första stycket, och det är på svenska.[^2]' },
				{ kind: 'caption', text: 'En väg.', credit: 'Foto: Bo Ek/TT' },
				{ kind: 'footnote', marker: '2', text: 'En not om *stycket*.' },
				{ kind: 'footnote', marker: '1', text: 'En not om titeln.' }
			],
			left_out: [
				{ text: 'Av Bo Ek', reason: 'byline' },
				{ text: 'image1.png', reason: 'picture' }
			]
		});
		expect(Object.keys(article)).toEqual(['lang', 'title', 'authors', 'blocks', 'left_out']);
	});

	it('import prints a summary for people', async () => {
		const { status, stdout } = await jamsides('import', file('väg.txt', text));
		expect(status).toBe(0);
		expect(stdout).toContain('Title: Om vägen¹');
		expect(stdout).toMatch(/caption +En väg\./);
		expect(stdout).toMatch(/picture +image1\.png/);
	});

	it('import reads a file in the encoding that the user names, and says where it is in doubt', async () => {
		const mixed = file(
			'blandat.txt',
			'Det är en väg, och den är lång.\n\nMen bÃ¥ten är kort, och det är så.'
		);
		const doubtful = await jamsides('import', mixed, '--json');
		expect(JSON.parse(doubtful.stdout)).toMatchObject({
			notices: [{ kind: 'encoding', encoding: 'utf-8', choices: [{}, { encoding: 'utf-8-twice' }] }]
		});
		expect((await jamsides('import', mixed)).stdout).toMatch(/--encoding:\n.*utf-8 +.*bÃ¥ten/);
		const named = await jamsides('import', mixed, '--json', '--encoding', 'utf-8-twice');
		expect(named.stdout).toContain('Men båten är kort');
		expect(named.stdout).not.toContain('notices');
		expect((await jamsides('import', mixed, '--encoding', 'latin')).stderr).toMatch(/cp850/);
	});

	it.each([
		['no such file', ['import', 'not-there.txt'], /ENOENT/],
		['an empty file', ['import', ''], /empty/],
		['no file named', ['import', '--json'], /name a file/],
		['an option that there is not', ['import', 'x.txt', '--colour'], /colour/],
		['a command that there is not', ['improt', 'x.txt'], /no such command: improt/],
		['a property of objects for a command', ['toString'], /no such command/],
		['no command', [], /Usage/]
	])('%s is an error: status 1, the reason on standard error', async (_, args, reason) => {
		const named = args.map((arg) => (arg === '' ? file('empty.txt', '') : arg));
		const { status, stdout, stderr } = await jamsides(...named);
		expect(status).toBe(1);
		expect(stdout).toBe('');
		expect(stderr).toMatch(reason);
	});

	it('from the shell, an error is told on standard error, with its status', () => {
		const { status, stdout, stderr } = spawned('improt', 'x.txt');
		expect([status, stdout]).toEqual([1, '']);
		expect(stderr).toMatch(/no such command: improt/);
	});

	it('a third language is refused with a guess, and --lang overrides it', async () => {
		const german = file('de.txt', 'Das ist ein Text, der nicht auf Englisch ist.\n');
		expect((await jamsides('import', german)).stderr).toMatch(/“de”.*--lang/);
		expect((await jamsides('import', german, '--lang', 'en')).status).toBe(0);
		expect((await jamsides('import', german, '--lang', 'de')).status).toBe(1);
	});

	it('--help lists the commands', async () => {
		expect((await jamsides('--help')).stdout).toMatch(/import +\S/);
		expect((await jamsides('import', '--help')).stdout).toMatch(/--json/);
	});
});
